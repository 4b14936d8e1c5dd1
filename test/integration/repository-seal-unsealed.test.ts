import { expect, test } from '@jest/globals';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { sealUnsealed } from '../../activities/adapters/postgres/seal-unsealed.ts';
import { personId } from '../../domain/shared-kernel/id.ts';
import { aCase, aPerson, newId, now } from '../support/aggregate-makers.ts';
import { treated } from '../support/case-fixtures.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { correctedTo, erased, joined } from '../support/person-fixtures.ts';
import { PERSONAL_ENVIRONMENT, seals } from '../support/personal-keys.ts';
import { repositoryWorld } from '../support/repository-world.ts';

const database = forThisFile(repositoryWorld);

const personal = (phone: string) => ({ name: '카나리아홍', birthDate: '1980-01-01', sex: 'male', phone });
const state = {
  stage: 'registered',
  registeredAt: '2021-03-03T03:00:00Z',
  district: '11110',
  language: 'ko',
};
/** As it was stored before values were sealed. */
async function anOldRow(phone: string): Promise<string> {
  const id = newId();
  await database.pool.query('insert into person (id, version, state, personal) values ($1, 1, $2, $3)', [
    id,
    JSON.stringify(state),
    JSON.stringify(personal(phone)),
  ]);
  return id;
}
const rowOf = async (id: string) =>
  (await database.pool.query('select *, person::text as text from person where id = $1', [id])).rows[0];
const seal = (environment: NodeJS.ProcessEnv = PERSONAL_ENVIRONMENT) =>
  sealUnsealed(database.url, environment);

test('a row of the old way is sealed: no open text is left, and it opens, is found and takes its next command', async () => {
  const id = await anOldRow('+821073140001');
  const aCaseAtHome = aCase({ personId: personId(id) });
  aCaseAtHome.execute(treated(now()));
  await database.repositories.cases.save(aCaseAtHome);

  expect(await seal()).toBe(1);
  const row = await rowOf(id);
  expect(row).toMatchObject({ personal: null, version: 1, state });
  for (const value of ['카나리아홍', '1980-01-01', '1073140001']) expect(row.text).not.toContain(value);
  const { aggregate } = await database.repositories.people.load(id);
  expect([aggregate.personal, aggregate.version]).toEqual([personal('+821073140001'), 1]);
  expect(await pgLookups(database.pool, seals.phoneIndex).casesAtHomeByPhone('+821073140001')).toMatchObject([
    { caseId: aCaseAtHome.id, asked: false },
  ]);
  aggregate.execute({ ...correctedTo({ sex: 'female' }), at: now() });
  await database.repositories.people.save(aggregate);
  expect((await database.repositories.people.load(id)).aggregate.personal.sex).toBe('female');
});

test('running twice does nothing more, and rows of the present way are left alone', async () => {
  const [old, present] = [await anOldRow('+821073140002'), aPerson()];
  await database.repositories.people.save(present);
  const before = await rowOf(present.id);
  expect(await seal()).toBe(1);
  const sealed = await rowOf(old);
  expect(await seal()).toBe(0);
  expect(await rowOf(old)).toEqual(sealed);
  expect(await rowOf(present.id)).toEqual(before);
});

test('without keys nothing is changed while there is something to seal, and nothing is asked when there is not', async () => {
  await seal();
  expect(await seal({})).toBe(0);
  const id = await anOldRow('+821073140003');
  await expect(seal({})).rejects.toThrow(/PERSONAL_KEYS/);
  expect(await rowOf(id)).toMatchObject({ personal: personal('+821073140003'), sealed: null });
  expect(await seal()).toBe(1);
});

test('more rows than one batch are all sealed, each for its own person, also by two who run at one moment', async () => {
  await database.pool.query(
    `insert into person (id, version, state, personal)
     select gen_random_uuid(), 1, $1, jsonb_set($2, '{phone}', to_jsonb('+8210999' || lpad(n::text, 5, '0')))
     from generate_series(1, 1203) n`,
    [JSON.stringify(state), JSON.stringify(personal(''))],
  );
  await Promise.all([seal(), seal()]);
  expect(await seal()).toBe(0);
  const { rows } = await database.pool.query<{ id: string; sealed: never; phone_index: string }>(
    `select id, sealed, phone_index from person where state = $1 and personal is null`,
    [JSON.stringify(state)],
  );
  const opened = rows.map(({ id, sealed, phone_index }) => ({ values: seals.open(id, sealed), phone_index }));
  const many = opened.filter(({ values }) => values?.phone?.startsWith('+8210999') === true);
  expect(new Set(many.map(({ values }) => values?.phone)).size).toBe(1203);
  for (const { values, phone_index } of many) {
    expect(phone_index).toBe(seals.phoneIndex(values?.phone ?? ''));
  }
});

test('somebody who is erased before their row was sealed has nothing left either', async () => {
  const id = await anOldRow('+821073140004');
  const { aggregate } = await database.repositories.people.load(id);
  aggregate.execute({ ...erased(), at: now() });
  await database.repositories.people.save(aggregate);
  await seal();
  expect(await rowOf(id)).toMatchObject({ personal: null, sealed: null, phone_index: null });
});

test('any other command that comes before a row is sealed loses nothing', async () => {
  const id = await anOldRow('+821073140005');
  const { aggregate } = await database.repositories.people.load(id);
  aggregate.execute({ ...joined(), at: now() });
  await database.repositories.people.save(aggregate);
  await seal();
  const again = (await database.repositories.people.load(id)).aggregate;
  expect(again.personal).toEqual(personal('+821073140005'));
  expect(again.state.householdId).toBe(aggregate.state.householdId);
});
