import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../api/access/roles.ts';
import { apiWorld } from '../support/api-world.ts';
import { newId } from '../support/aggregate-makers.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { oneOfEach, type Ids } from '../support/one-of-each.ts';
import { tokenFor } from '../support/tokens.ts';

const LISTS = [
  ['/isolations', 'isolation', 'isolationId'],
  ['/supplies', 'supplies', 'suppliesId'],
  ['/tests', 'test', 'testId'],
  ['/surveys', 'survey', 'surveyId'],
  ['/look-ups', 'information-request', 'informationRequestId'],
  ['/living-support', 'living-support', 'livingSupportId'],
  ['/clinics', 'clinic', 'clinicId'],
] as const;

const world = forThisFile(apiWorld);
/** One of each in Jongno, and one of each, newer, in Haeundae. */
let here: Ids;
let there: Ids;
beforeAll(async () => {
  here = await oneOfEach(world, '11110');
  there = await oneOfEach(world, '11110');
  for (const [table, kind] of [
    ['disease_case', 'case'],
    ['isolation', 'isolation'],
    ['supplies', 'supplies'],
    ['information_request', 'information-request'],
    ['clinic', 'clinic'],
  ] as const)
    await world.pool.query(
      `update ${table} set state = state || '{"district": "26440"}'::jsonb where id = $1`,
      [there[kind]],
    );
});

const list = async (
  address: string,
  within: readonly string[] = ['00'],
  roles: readonly Role[] = ['supervisor'],
  headers = {},
) => {
  const token = await tokenFor({ id: `${roles.join('-')}-state-lists`, roles, jurisdictions: within });
  return world.callAs(token, 'GET', address, undefined, headers);
};
const idsAt = async (address: string, id: string, within?: readonly string[]) =>
  (await list(address, within)).body.items.map((item) => item[id]);

describe.each(LISTS)('%s', (path, kind, id) => {
  test('shows what is theirs, the newest first, or the oldest', async () => {
    expect(await idsAt(path, id)).toEqual([there[kind], here[kind]]);
    expect(await idsAt(`${path}?sort=${id}`, id)).toEqual([here[kind], there[kind]]);
    expect(await idsAt(path, id, ['11110'])).toEqual([here[kind]]);
    expect(await idsAt(path, id, ['26'])).toEqual([there[kind]]);
    expect(await idsAt(path, id, ['11', '26440'])).toEqual([there[kind], here[kind]]);
    expect(await idsAt(path, id, ['30'])).toEqual([]);
  });
  test('is narrowed by districts within reach', async () => {
    expect(await idsAt(`${path}?district=26&district=11140`, id)).toEqual([there[kind]]);
    expect(await idsAt(`${path}?district=26440`, id, ['11110'])).toEqual([]);
  });
  test('has pages that lead to one another', async () => {
    for (const within of [['00'], ['11', '26'], ['11110', '26440']]) {
      const found: unknown[] = [];
      let next: string | undefined = `${path}?limit=1`;
      while (next !== undefined) {
        const page = await list(next, within);
        found.push(...page.body.items.map((item) => item[id]));
        next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
        expect(page.body['nextCursor'] === null).toBe(next === undefined);
      }
      expect(found).toEqual([there[kind], here[kind]]);
    }
  });
  test('says in what state each is, and nothing of who somebody is', async () => {
    const { body } = await list(path, ['11110']);
    const { rows } = await world.pool.query<{ stage: string }>(
      `select state ->> 'stage' as stage from ${kind.replace('-', '_')} where id = $1`,
      [here[kind]],
    );
    expect(body.items).toMatchObject([{ [id]: here[kind], district: '11110', stage: rows[0]?.stage }]);
    expect(await idsAt(`${path}?stage=${rows[0]?.stage}`, id)).toEqual([there[kind], here[kind]]);
    for (const name of ['name', 'phone', 'birthDate']) expect(body.items[0]).not.toHaveProperty(name);
  });
  test.each(['colour=red', 'stage=somewhere', 'cursor=nonsense', 'limit=0', 'sort=stage', 'district=1'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await list(`${path}?${query}`);
      expect([status, body['errors']]).toMatchObject([400, [{ pointer: expect.any(String) }]]);
    },
  );
  test('is for whoever works on cases; the same again has not changed', async () => {
    expect((await list(path, ['11110'], ['tester'])).status).toBe(200);
    expect((await list(path, ['11110'], ['system'])).status).toBe(403);
    const tag = (await list(path)).headers.get('etag');
    expect(tag).toMatch(/^W\//);
    expect((await list(path)).headers.get('etag')).toBe(tag);
  });
  test('leaves a record of who read it, and of whom', async () => {
    const before = await records(path);
    await list(path, ['11', '26'], ['surveyor']);
    const left = (await records(path)).slice(before.length);
    const of = [here, there].map(({ [kind]: subjectId, person }) => ({ kind, subjectId, person }));
    expect(left).toEqual(
      kind === 'clinic' ? [{ kind: null, subjectId: null, person: null }] : expect.arrayContaining(of),
    );
    expect(left).toHaveLength(kind === 'clinic' ? 1 : 2);
  });
  test('of which nothing is there is on record, too', async () => {
    const before = await records(path);
    await list(path, ['30'], ['surveyor']);
    expect((await records(path)).slice(before.length)).toEqual([
      { kind: null, subjectId: null, person: null },
    ]);
  });
});

const records = async (path: string): Promise<readonly object[]> =>
  (
    await world.pool.query(
      `select subject_kind as kind, subject_id as "subjectId", person_id as person
       from access_record where endpoint = $1 and staff_id = $2 order by chain, position`,
      [`GET ${path}`, 'surveyor-state-lists'],
    )
  ).rows;

describe('filters', () => {
  const both = 'both';
  test.each([
    ['/isolations?kind=isolation', both],
    ['/isolations?kind=quarantine', 'none'],
    ['/isolations?stage=ordered&stage=active&kind=isolation', both],
    ['/isolations?officer=kim', 'none'],
    ['/isolations?caseId=<case>', 'here'],
    ['/isolations?personId=<person>', 'here'],
    ['/supplies?isolationId=<isolation>', 'here'],
    ['/supplies?openedBefore=2020-01-01', 'none'],
    ['/tests?purpose=release', both],
    ['/tests?purpose=diagnostic', 'none'],
    ['/tests?stage=collected&stage=received', 'none'],
    ['/tests?result=positive', 'none'],
    ['/tests?caseId=<case>', 'here'],
    ['/tests?contactId=<contact>', 'none'],
    ['/tests?orderedBefore=2999-01-01', both],
    ['/tests?orderedBefore=2020-01-01', 'none'],
    ['/surveys?caseId=<case>', 'here'],
    ['/surveys?questionnaire=other', 'none'],
    ['/surveys?answerByBefore=2020-01-01', 'none'],
    ['/look-ups?kind=entryLog', both],
    ['/look-ups?kind=cardHistory', 'none'],
    ['/look-ups?requestedBy=nobody', 'none'],
    ['/look-ups?caseId=<case>', 'here'],
    ['/look-ups?destroyByBefore=2999-01-01', 'none'],
    ['/living-support?isolationId=<isolation>', 'here'],
    ['/living-support?appliedBefore=2020-01-01', 'none'],
    ['/clinics?placeCode=elsewhere', 'none'],
    ['/clinics?stage=closed&stage=open', both],
  ])('%s', async (address, which) => {
    const [, kind, id] = LISTS.find(([path]) => address.startsWith(`${path}?`)) ?? LISTS[0];
    const asked = address.replace(/<([a-z]+)>/, (_all, name: string) => here[name as keyof Ids]);
    const expected = { both: [there[kind], here[kind]], here: [here[kind]], none: [] }[which];
    expect(await idsAt(asked, id)).toEqual(expected);
  });
  test('isolations by who looks after them, and by when they end', async () => {
    await world.pool.query(
      `update isolation set state = state || '{"officer": "kim", "endsAt": "2026-01-10T15:00:00Z"}' where id = $1`,
      [here.isolation],
    );
    for (const query of ['officer=kim', 'endsBefore=2026-01-12', 'endsBefore=2026-01-11T00:00:01%2B09:00'])
      expect(await idsAt(`/isolations?${query}`, 'isolationId')).toEqual([here.isolation]);
    expect(await idsAt('/isolations?endsBefore=2026-01-11', 'isolationId')).toEqual([]);
    const { body } = await list('/isolations?officer=kim');
    expect(body.items).toMatchObject([{ officer: 'kim', endsAt: '2026-01-11T00:00:00+09:00' }]);
  });
});

test('what belongs to a case or an isolation moves with it, and comes to be where it is', async () => {
  for (const [path, kind, id] of LISTS.filter(([, one]) => /^(test|survey|living-support)$/.test(one))) {
    const place = await world.uses.lookups.placeOf({ kind, id: there[kind] });
    expect(place?.district).toBe('26440');
    expect(await idsAt(path, id, ['26440'])).toEqual([there[kind]]);
  }
});

test('a quarantine test is listed where the contact is, who may move', async () => {
  const id = newId();
  const state = { stage: 'ordered', contactId: here.contact, purpose: 'quarantine', specimenId: 'S-1' };
  await world.pool.query(`insert into test (id, version, state) values ($1, 1, $2)`, [
    id,
    { ...state, orderedAt: '2026-01-01T00:00:00Z' },
  ]);
  const at = (within: string) => idsAt('/tests?purpose=quarantine', 'testId', [within]);
  expect(await at('11110')).toEqual([id]);
  await world.pool.query(`update contact set state = state || '{"district": "26440"}' where id = $1`, [
    here.contact,
  ]);
  expect(await at('11110')).toEqual([]);
  expect(await at('26440')).toEqual([id]);
});
