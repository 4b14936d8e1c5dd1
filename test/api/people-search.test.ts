import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../api/access/roles.ts';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const WHY = { 'access-reason': 'complaint' };
const TWIN = { name: '홍길순', birthDate: '1980-01-02', sex: 'male', phone: '010-2222-3333' };

const world = forThisFile(apiWorld);
let here: string;
let elsewhere: string;
let caseHere: string;
beforeAll(async () => {
  const open = async (more: object): Promise<string> =>
    (await world.call('POST', '/cases', { ...diagnosis(), ...more }, key())).body.caseId;
  const personOf = async (caseId: string) => (await world.call('GET', `/cases/${caseId}`)).body.personId;
  caseHere = await open({});
  here = await personOf(caseHere);
  elsewhere = await personOf(await open({ person: TWIN, district: '26440' }));
});

const search = async (
  role: Role,
  body: object,
  { district = '11110', headers = WHY }: { district?: string; headers?: Record<string, string> } = {},
) => {
  const token = await tokenFor({ id: `${role}-search`, roles: [role], jurisdictions: [district] });
  return world.callAs(token, 'POST', '/people/searches', body, headers);
};
const idsOf = (answer: Awaited<ReturnType<typeof search>>) =>
  answer.body.items.map(({ personId }) => personId);

describe('somebody who may identify people', () => {
  test.each([
    ['the name', { name: '홍길동' }],
    ['how the name begins', { name: '홍길' }],
    ['initials', { initials: 'ㅎㄱㄷ' }],
    ['how the initials begin', { initials: 'ㅎㄱ' }],
    ['the telephone, however it is written', { phone: '+82 10 1234 5678' }],
    ['the birth date', { birthDate: '1980-01-02' }],
    ['all of them', { name: '홍길동', initials: 'ㅎㄱㄷ', phone: '01012345678', birthDate: '1980-01-02' }],
  ])('finds a person of theirs by %s, and sees who it is', async (_what, sought) => {
    const answer = await search('patient-manager', sought);
    expect(answer.body.items).toEqual([
      {
        personId: here,
        version: 1,
        stage: 'registered',
        district: '11110',
        identified: true,
        caseIds: [caseHere],
        name: '홍길동',
        sex: 'male',
        dateOfBirth: '1980-01-02',
        age: expect.any(Number),
        ageGroup: null,
        phone: '+821012345678',
      },
    ]);
  });
  test('finds nobody of another district, nor by what fits in part', async () => {
    expect(idsOf(await search('patient-manager', { name: '홍길순' }))).toEqual([]);
    expect(idsOf(await search('patient-manager', { name: '홍길동', birthDate: '1980-01-03' }))).toEqual([]);
  });
  test('has to say why', async () => {
    const { status, body } = await search('patient-manager', { name: '홍길동' }, { headers: {} });
    expect([status, body['code']]).toEqual([403, 'access/reason-missing']);
  });
});

test('a person is found by the registry’s number of a case', async () => {
  await world.pool.query(
    `update disease_case set state = state || '{"registryNumber": "KR-2026-000077"}' where person_id = $1`,
    [here],
  );
  const number = { registryNumber: 'KR-2026-000077' };
  expect(idsOf(await search('investigator', number))).toEqual([here]);
  expect(idsOf(await search('investigator', { ...number, name: '홍길동' }))).toEqual([here]);
  expect(idsOf(await search('investigator', { ...number, name: '홍길순' }))).toEqual([]);
  expect(idsOf(await search('investigator', number, { district: '26440' }))).toEqual([]);
  expect((await search('investigator', { registryNumber: 'nonsense' })).status).toBe(422);
});

test('whoever may not identify people sees them masked', async () => {
  const { body } = await search('headquarters', { name: '홍길' });
  expect(
    body.items.map(({ name, phone, dateOfBirth, identified }) => [name, phone, dateOfBirth, identified]),
  ).toEqual([
    ['홍○순', '****3333', '1980', false],
    ['홍○동', '****5678', '1980', false],
  ]);
  expect(JSON.stringify(body)).not.toMatch(/길동|길순|1234|01-02/);
});

test('whoever may in one district only sees the others masked', async () => {
  const token = await tokenFor({
    id: 'both',
    roles: ['isolation-officer', 'auditor'],
    jurisdictions: ['11110'],
  });
  const { body } = await world.callAs(token, 'POST', '/people/searches', { initials: 'ㅎㄱ' }, WHY);
  expect(body.items.map(({ personId, name }) => [personId, name])).toEqual([
    [elsewhere, '홍○순'],
    [here, '홍길동'],
  ]);
});

test('everybody who is found is on record with the reason, and nothing of what was looked for', async () => {
  await search('surveyor', { name: '홍길동' }, { headers: { 'access-reason': 'testing' } });
  const { rows } = await world.pool.query(
    `select person_id, reason, r::text as text from access_record r where staff_id = 'surveyor-search'`,
  );
  expect(rows).toMatchObject([{ person_id: here, reason: 'testing' }]);
  expect(rows[0].text).not.toContain('홍');
});

test('pages go on by the cursor', async () => {
  const first = await search('headquarters', { initials: 'ㅎㄱ', limit: 1 });
  const second = await search('headquarters', {
    initials: 'ㅎㄱ',
    limit: 1,
    cursor: first.body['nextCursor'],
  });
  expect([...idsOf(first), ...idsOf(second)]).toEqual([elsewhere, here]);
});

test.each([
  ['nothing to look for', {}],
  ['one consonant', { initials: 'ㅎ' }],
  ['syllables as initials', { initials: '홍길동' }],
  ['a field that is not known', { nickname: '길동' }],
])('%s is refused', async (_what, body) => {
  expect((await search('patient-manager', body)).status).toBe(400);
});

test('their cases are told as far as whoever asks may read them, also of a record that was merged', async () => {
  const casesIn = async (within: string): Promise<unknown> =>
    (await search('patient-manager', { phone: '+82 10 1234 5678' }, { district: within })).body.items.map(
      (item) => item['caseIds'],
    );
  const move = (district: string) =>
    world.pool.query(`update disease_case set state = state || $2 where id = $1`, [caseHere, { district }]);
  await move('11140');
  expect(await casesIn('11110')).toEqual([[]]);
  expect(await casesIn('11')).toEqual([[caseHere]]);
  await move('11110');
  const ifMatch = { ...key(), 'if-match': '"1"' };
  const merge = { survivorId: here, score: 0.9 };
  expect((await world.call('POST', `/people/${elsewhere}/merge`, merge, ifMatch)).status).toBe(200);
  const ofBoth = (await casesIn('00')) as readonly (readonly string[])[];
  expect(ofBoth[0]).toHaveLength(2);
});
