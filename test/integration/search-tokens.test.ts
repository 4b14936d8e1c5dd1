import { beforeAll, expect, test } from '@jest/globals';
import { fillSearchTokens } from '../../activities/adapters/postgres/fill-search-tokens.ts';
import { pgIdentities } from '../../activities/adapters/postgres/identities.pg.ts';
import type { Identities } from '../../activities/ports/identities.ts';
import { PersonName } from '../../domain/patient-management/person/person-name.ts';
import type { PersonCommand } from '../../domain/patient-management/person/person.ts';
import { searchTermsOf, type SearchTerm } from '../../domain/patient-management/person/search-terms.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { type PersonId, personId } from '../../domain/shared-kernel/id.ts';
import { aPerson, newId, now } from '../support/aggregate-makers.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { bornOn, correctedTo, erased, mergedInto, movedTo, unmerged } from '../support/person-fixtures.ts';
import { PERSONAL_ENVIRONMENT, seals } from '../support/personal-keys.ts';
import { repositoryWorld } from '../support/repository-world.ts';

const database = forThisFile(repositoryWorld);
let identities: Identities;
beforeAll(() => {
  identities = pgIdentities(database.pool, seals);
});

async function aSaved(name: string, district = '11110'): Promise<PersonId> {
  const one = aPerson({
    name: PersonName.of(name),
    birthDate: bornOn('1980-01-02'),
    district: District.of(district),
  });
  await database.repositories.people.save(one);
  return personId(one.id);
}
async function execute(id: string, command: PersonCommand): Promise<void> {
  const { aggregate } = await database.repositories.people.load(id);
  aggregate.execute({ ...command, at: now() });
  await database.repositories.people.save(aggregate);
}
const found = (terms: readonly SearchTerm[], within = ['']) =>
  identities.matching({ terms, within, limit: 10 });
const tokensOf = async (id: string): Promise<readonly string[]> => {
  const { rows } = await database.pool.query<{ token: Buffer }>(
    'select token from person_search_token where person_id = $1',
    [id],
  );
  return rows.map(({ token }) => token.toString('hex')).sort();
};
const expected = async (id: string): Promise<readonly string[]> => {
  const values = (await identities.of([id])).get(id)?.values;
  if (values === undefined) throw new Error('nothing is known of them');
  return searchTermsOf(values)
    .map((term) => seals.searchToken(term).toString('hex'))
    .sort();
};

test('a registered person has the hashes of their terms and nothing else, and no term in clear', async () => {
  const id = await aSaved('고길동');
  expect(await tokensOf(id)).toEqual(await expected(id));
  expect(await found(['name:고길'])).toEqual([id]);
  const { rows } = await database.pool.query<{ text: string }>(
    `select string_agg(t::text, ' ') || string_agg(encode(token, 'escape'), ' ') as text from person_search_token t`,
  );
  for (const term of ['고길', 'ㄱㄱ', '1980']) expect(rows[0]?.text).not.toContain(term);
});

test('a corrected name is found, and the former one no more', async () => {
  const id = await aSaved('나길동');
  await execute(id, correctedTo({ name: PersonName.of('나철수') }));
  expect(await found(['name:나길동'])).toEqual([]);
  expect(await found(['name:나철수', 'born:1980-01-02'])).toEqual([id]);
  expect(await tokensOf(id)).toEqual(await expected(id));
});

test('whoever moved is found where they live now, and there alone', async () => {
  const id = await aSaved('다길동');
  await execute(id, movedTo('26110', '세종대로 209'));
  expect(await found(['name:다길동'], ['11110', '11'])).toEqual([]);
  for (const within of [['26110'], ['26'], [''], ['41', '26110']])
    expect(await found(['name:다길동'], within)).toEqual([id]);
  expect(await found(['name:다길동'], [])).toEqual([]);
});

test('of merged records the one that stands for both is found; when it is undone, both are', async () => {
  const [duplicate, survivor] = [await aSaved('라길동'), await aSaved('라길순')];
  await execute(duplicate, mergedInto(survivor));
  expect(await found(['name:라길'])).toEqual([survivor]);
  expect(await tokensOf(duplicate)).toEqual([]);
  expect((await identities.of([duplicate])).get(duplicate)).toMatchObject({
    personId: survivor,
    values: { name: '라길순' },
  });
  await execute(duplicate, unmerged);
  expect(new Set(await found(['name:라길']))).toEqual(new Set([survivor, duplicate]));
});

test('of whoever is erased nothing is left to be found', async () => {
  const id = await aSaved('마길동');
  await execute(id, erased());
  expect(await tokensOf(id)).toEqual([]);
  expect(await found(['name:마길동'])).toEqual([]);
  expect((await identities.of([id])).get(id)).not.toHaveProperty('values');
});

test('a save that comes too late leaves the terms as they are', async () => {
  const id = await aSaved('바길동');
  const [first, late] = [
    await database.repositories.people.load(id),
    await database.repositories.people.load(id),
  ];
  first.aggregate.execute({ ...correctedTo({ name: PersonName.of('바철수') }), at: now() });
  late.aggregate.execute({ ...correctedTo({ name: PersonName.of('바영희') }), at: now() });
  await database.repositories.people.save(first.aggregate);
  await expect(database.repositories.people.save(late.aggregate)).rejects.toMatchObject({
    name: 'StaleAggregate',
  });
  expect(await tokensOf(id)).toEqual(await expected(id));
  expect(await found(['name:바철수'])).toEqual([id]);
});

test('pages go on after the last person, the newest first, nobody twice', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push(await aSaved('사길동', count % 2 ? '11110' : '26110'));
  const pages: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await identities.matching({ terms: ['name:사길동'], within: [''], limit: 2, after });
    pages.push(...page);
    after = page.at(-1);
    if (page.length < 2) break;
  }
  expect(pages).toEqual(ids.sort().reverse());
});

test('two tokens of two people do not make one, and strangers with another key find nobody', async () => {
  await aSaved('아길동');
  expect(await found(['name:아길동', 'initials:ㅎㄱㄷ'])).toEqual([]);
  const strangers = pgIdentities(database.pool, { ...seals, searchToken: () => Buffer.alloc(16) });
  expect(await strangers.matching({ terms: ['name:아길동'], within: [''], limit: 1 })).toEqual([]);
});

test('the program that runs migrations stores what is missing, once, and without keys changes nothing', async () => {
  const [id, merged] = [await aSaved('자길동'), await aSaved('자길순')];
  await execute(merged, mergedInto(id));
  const before = await tokensOf(id);
  await database.pool.query('delete from person_search_token where person_id = $1', [id]);
  await expect(fillSearchTokens(database.url, {})).rejects.toThrow(/PERSONAL_KEYS/);
  expect(await fillSearchTokens(database.url, PERSONAL_ENVIRONMENT)).toBe(1);
  expect(await tokensOf(id)).toEqual(before);
  expect(await tokensOf(merged)).toEqual([]);
  expect(await fillSearchTokens(database.url, {})).toBe(0);
});

test('who many people are is answered at once, also of ids that nobody has', async () => {
  const ids = [await aSaved('차길동'), await aSaved('차길순'), newId()];
  const known = await identities.of([...ids, ...ids]);
  expect(ids.map((id) => known.get(id)?.values?.name)).toEqual(['차길동', '차길순', undefined]);
});
