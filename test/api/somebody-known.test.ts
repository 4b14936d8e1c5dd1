import { describe, expect, test } from '@jest/globals';
import { apiWorld, key, somebody, type ApiWorld } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { reporting } from '../support/reporting.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);
const office = reporting(world);

const HERE = '11110';
const AFAR = '26440';
const alreadyOpen = (caseId?: string) => [409, 'case/already-open', caseId];
const told = ({ status, body }: Awaited<ReturnType<ApiWorld['call']>>) => [
  status,
  body['code'],
  body['caseId'],
];

describe('somebody who certainly is known', () => {
  test('by name, birth date and telephone is not registered again', async () => {
    const one = somebody();
    const first = (await office.report({ person: one })).body;
    expect(told(await office.report({ person: one }))).toEqual(alreadyOpen(first.caseId));
    await office.closed(first);
    const written = { ...one, name: '홍 길동', phone: one.phone.replace('010-', '+82 10 '), sex: 'unknown' };
    const second = await office.report({ person: written });
    expect([second.status, second.body.personId]).toEqual([201, first.personId]);
    expect(await office.recordsWith(one.phone)).toEqual([first.personId]);
    expect(await office.asked(first.personId)).toEqual([]);
  });

  test('by the registry’s number of a case has another telephone now', async () => {
    const one = somebody();
    const first = (await office.report({ person: one })).body;
    await world.pool.query(
      `update disease_case set state = state || '{"registryNumber": "KR-2026-000123"}' where id = $1`,
      [first.caseId],
    );
    const later = { ...one, phone: somebody().phone };
    const numbered = { ...later, registryNumber: 'KR-2026-000123' };
    expect(told(await office.report({ person: numbered }))).toEqual(alreadyOpen(first.caseId));
    expect(await office.recordsWith(later.phone)).toEqual([]);
    const wrong = await office.report({ person: { ...somebody(), registryNumber: '123' } });
    expect([wrong.status, wrong.body['code']]).toEqual([422, 'registry-number/malformed']);
  });

  test('of another disease has a case of that one', async () => {
    const one = somebody();
    const first = (await office.report({ person: one })).body;
    const other = await office.report({ person: one, disease: 'mers' });
    expect([other.status, other.body.personId]).toEqual([201, first.personId]);
  });

  test('where they have a case, though they live elsewhere', async () => {
    const one = somebody();
    const { personId, ...first } = (await office.report({ person: one, district: AFAR })).body;
    await office.closed({ caseId: first.caseId, version: first.version });
    const here = (await office.report({ person: { personId } })).body;
    const again = await office.report({ person: one }, { within: HERE });
    expect(told(again)).toEqual(alreadyOpen(here.caseId));
  });

  test('is told to have an open case, and not which one, where another office leads it', async () => {
    const one = somebody();
    const first = (await office.report({ person: one })).body;
    await office.closed(first);
    const afar = await office.report({ person: { personId: first.personId }, district: AFAR });
    expect(afar.status).toBe(201);
    const refused = await office.report({ person: one }, { within: HERE });
    expect(told(refused)).toEqual(alreadyOpen());
    expect(JSON.stringify(refused.body)).not.toContain(afar.body.caseId);
    const byId = await office.report({ person: { personId: first.personId } }, { within: HERE });
    expect(told(byId)).toEqual(alreadyOpen());
  });

  test('under two records has the case that is open, and a person is asked whether they are one', async () => {
    const one = somebody();
    const afar = (await office.report({ person: one, district: AFAR })).body;
    await office.closed(afar);
    const here = (await office.report({ person: one }, { within: HERE })).body;
    expect(here.personId).not.toBe(afar.personId);
    expect(told(await office.report({ person: one }))).toEqual(alreadyOpen(here.caseId));
    expect((await office.recordsWith(one.phone)).length).toBe(2);
    expect(await office.asked(afar.personId)).toMatchObject([{ district: '00000', perhaps: here.personId }]);
  });
});

describe('who may be known', () => {
  test.each([
    ['another telephone', { phone: '010-7999-0001' }, 1],
    ['another birth date', { birthDate: '1950-01-03' }, 1],
    ['the other sex', { sex: 'female' }, 1],
    ['a name that is not even like it, and another birth date', { name: '김', birthDate: '1990-05-05' }, 0],
  ])('with %s is registered, and a person is asked', async (_what, more, tasks) => {
    const one = somebody();
    const first = (await office.report({ person: one })).body;
    const other = await office.report({ person: { ...one, ...more } });
    expect(other.status).toBe(201);
    expect(other.body.personId).not.toBe(first.personId);
    const asked = await office.asked(other.body.personId);
    expect(asked.map(({ district, perhaps }) => [district, perhaps])).toEqual(
      Array.from({ length: tasks }, () => [HERE, first.personId]),
    );
  });

  test('is one person with them when a person says so, and stays another otherwise', async () => {
    const report = async () => {
      const one = somebody();
      const first = (await office.report({ person: one })).body;
      const other = (await office.report({ person: { ...one, phone: somebody().phone } })).body;
      const [task] = await office.asked(other.personId);
      if (task === undefined) throw new Error('nobody was asked');
      return { first, other, task };
    };
    const stands = async (id: string) => (await world.requests.resolvePerson(id)) as string;
    const same = await report();
    expect((await office.decide(same.task, 'samePerson', { role: 'tester' })).status).toBe(403);
    expect((await office.decide(same.task, 'samePerson', { within: AFAR })).status).toBe(404);
    expect((await office.decide(same.task, 'samePerson', { within: HERE })).status).toBe(200);
    expect(await stands(same.other.personId)).toBe(same.first.personId);
    const different = await report();
    expect((await office.decide(different.task, 'anotherPerson')).status).toBe(200);
    expect(await stands(different.other.personId)).toBe(different.other.personId);
  });

  test('whoever merged them meanwhile has not to be told off', async () => {
    const one = somebody();
    const first = (await office.report({ person: one })).body;
    const other = (await office.report({ person: { ...one, phone: somebody().phone } })).body;
    const merging = { ...key(), 'if-match': '"1"' };
    const survivor = { survivorId: first.personId };
    expect((await world.call('POST', `/people/${other.personId}/merge`, survivor, merging)).status).toBe(200);
    const [task] = await office.asked(other.personId);
    expect((await office.decide(task ?? { id: '', version: 0 }, 'samePerson')).status).toBe(200);
  });
});

describe('whoever is known out of reach', () => {
  test('is registered here, the headquarters are asked, and nothing tells the reporter', async () => {
    const [one, nobodyElse] = [somebody(), somebody()];
    const afar = (await office.report({ person: one, district: AFAR })).body;
    const here = await office.report({ person: one }, { within: HERE });
    const plain = await office.report({ person: nobodyElse }, { within: HERE });
    expect([here.status, plain.status]).toEqual([201, 201]);
    expect(here.body.personId).not.toBe(afar.personId);
    const shape = ({ body }: typeof here) => ({ ...body, caseId: '', personId: '' });
    expect(shape(here)).toEqual(shape(plain));
    expect(await office.asked(here.body.personId)).toMatchObject([
      { district: '00000', perhaps: afar.personId },
    ]);
    const page = (token: string) => world.callAs(token, 'GET', `/people/${here.body.personId}`);
    const jongno = await tokenFor({ id: 'jongno', roles: ['supervisor'], jurisdictions: [HERE] });
    const seen = [await page(jongno), await world.callAs(jongno, 'GET', '/tasks')];
    expect(seen[0]?.body['tasks']).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain(afar.personId);
    const country = await tokenFor({ id: 'country', roles: ['supervisor'], jurisdictions: ['00'] });
    expect((await page(country)).body['tasks']).toMatchObject([{ kind: 'person-alike' }]);
    expect(await office.recordsWith(one.phone)).toHaveLength(2);
    const again = await office.report({ person: one }, { within: HERE });
    expect(told(again)).toEqual(alreadyOpen(here.body.caseId));
    const theirs = await office.report({ person: one, district: AFAR }, { within: AFAR });
    expect(told(theirs)).toEqual(alreadyOpen(afar.caseId));
  });

  test('is asked about by nobody where they are only like them', async () => {
    const one = somebody();
    await office.report({ person: one, district: AFAR });
    const like = { ...one, phone: somebody().phone };
    const here = await office.report({ person: like }, { within: HERE });
    expect(here.status).toBe(201);
    expect(await office.asked(here.body.personId)).toEqual([]);
  });
});

test('asked for again under its key, somebody new, somebody known and somebody like them are answered as they were', async () => {
  const one = somebody();
  const like = { ...one, phone: somebody().phone };
  const once = key();
  const first = await office.report({ person: one, symptomatic: true }, { once });
  expect((await office.report({ person: one }, { once })).body).toEqual(first.body);
  await office.closed(first.body);
  expect((await office.report({ person: one }, { once })).body).toEqual(first.body);
  const twice = key();
  const second = await office.report({ person: one }, { once: twice });
  expect((await office.report({ person: one }, { once: twice })).body).toEqual(second.body);
  const other = await office.report({ person: one, disease: 'mers' }, { once: twice });
  expect([other.status, other.body['code']]).toEqual([422, 'idempotency-key/reused']);
  const third = key();
  const alike = await office.report({ person: like }, { once: third });
  expect((await office.report({ person: like }, { once: third })).body).toEqual(alike.body);
  expect(await office.asked(alike.body.personId)).toHaveLength(1);
  expect(await office.recordsWith(one.phone)).toEqual([first.body.personId]);
  expect(await office.recordsWith(like.phone)).toEqual([alike.body.personId]);
});
