import { describe, expect, test } from '@jest/globals';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { personSeals } from '../../activities/adapters/postgres/sealed-person.ts';
import { announces } from '../../activities/policies.ts';
import { SealRefused } from '../../activities/ports/personal-values.ts';
import { PersonName } from '../../domain/patient-management/person/person-name.ts';
import type { PersonCommand } from '../../domain/patient-management/person/person.ts';
import { type PersonId, personId } from '../../domain/shared-kernel/id.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { aCase, anIsolation, aPerson, aTask, newId, now } from '../support/aggregate-makers.ts';
import { treated } from '../support/case-fixtures.ts';
import { forThisFile } from '../support/for-this-file.ts';
import {
  addressIn,
  bornOn,
  correctedTo,
  erased,
  mergedInto,
  movedTo,
  type registered,
  unmerged,
} from '../support/person-fixtures.ts';
import { PERSONAL_ENVIRONMENT, seals } from '../support/personal-keys.ts';
import { repositoryWorld } from '../support/repository-world.ts';

const database = forThisFile(repositoryWorld);

let numbers = 1_000;
/** Everybody has a telephone of their own. */
const aPhone = (): PhoneNumber => PhoneNumber.of(`010-7314-${(numbers += 1)}`);

async function aSaved(more: Parameters<typeof registered>[0] = {}): Promise<PersonId> {
  const one = aPerson({ phone: aPhone(), ...more });
  await database.repositories.people.save(one);
  return personId(one.id);
}
const load = async (id: string) => (await database.repositories.people.load(id)).aggregate;
async function execute(id: string, ...commands: readonly PersonCommand[]): Promise<void> {
  const one = await load(id);
  for (const command of commands) one.execute({ ...command, at: now() });
  await database.repositories.people.save(one);
}
/** Every column of the row, and of the person's events, as one text. */
async function textOf(id: string): Promise<string> {
  const { rows } = await database.pool.query<{ text: string }>(
    `select p::text as text from person p where id = $1
     union all select e::text from domain_event e where aggregate_id = $1`,
    [id],
  );
  return rows.map(({ text }) => text).join('\n');
}
const columnsOf = async (id: string) =>
  (await database.pool.query('select personal, sealed, phone_index from person where id = $1', [id])).rows[0];

describe('what lies in the row', () => {
  test('is no personal value in clear text, in no column and no event', async () => {
    const name = PersonName.of('카나리아홍');
    const id = await aSaved({
      name,
      phone: PhoneNumber.of('010-9876-5432'),
      birthDate: bornOn('1987-06-05'),
      address: addressIn('11110', '카나리아로 77'),
    });
    await execute(id, correctedTo({ name: PersonName.of('카나리아김') }), movedTo('26110', '앵무새길 88'));
    const text = await textOf(id);
    for (const value of ['카나리아', '앵무새', '98765432', '9876-5432', '1987-06-05']) {
      expect(text).not.toContain(value);
    }
    expect(text).toContain('PersonMoved');
    for (const value of ['카나리아김', '+821098765432', '1987-06-05', '앵무새길 88']) {
      expect(text).not.toContain(Buffer.from(value).toString('base64').replace(/=+$/, '').slice(0, -1));
      expect(text).not.toContain(Buffer.from(value).toString('hex'));
    }
    expect((await columnsOf(id)).personal).toBeNull();
  });

  test('is sealed anew by every save: two equal rows are not alike', async () => {
    const [one, other] = [await aSaved({ phone: aPhone() }), await aSaved({ phone: aPhone() })];
    const before = (await columnsOf(one)).sealed;
    await execute(one, correctedTo({ sex: 'female' }));
    const after = (await columnsOf(one)).sealed;
    for (const part of ['wrappedKey', 'iv', 'tag', 'ciphertext']) {
      expect(new Set([before[part], after[part], (await columnsOf(other)).sealed[part]]).size).toBe(3);
    }
  });

  test('does not open for another person', async () => {
    const [one, other] = [await aSaved(), await aSaved()];
    await database.pool.query(
      'update person set sealed = (select sealed from person where id = $1) where id = $2',
      [one, other],
    );
    await expect(load(other)).rejects.toBeInstanceOf(SealRefused);
    await expect(load(other)).rejects.toMatchObject({ code: 'does-not-open' });
    expect((await load(one)).personal.name).toBe('홍길동');
  });

  test('opens while keys are changed, and is sealed with the new key by the next save', async () => {
    const id = await aSaved();
    const key = (name: string, filledWith: number) => ({
      id: name,
      secret: Buffer.alloc(32, filledWith).toString('base64'),
    });
    const indexKey = PERSONAL_ENVIRONMENT.PERSONAL_INDEX_KEY;
    const under = (...masterKeys: ReturnType<typeof key>[]) =>
      pgRepositories(database.pool, announces, personSeals({ masterKeys, indexKey })).people;
    const both = under(key('k2', 8), key('k1', 7));
    const { aggregate } = await both.load(id);
    expect(aggregate.personal.name).toBe('홍길동');
    const { sealed: old, phone_index } = await columnsOf(id);
    expect(old.keyId).toBe('k1');
    aggregate.execute({ ...correctedTo({ sex: 'female' }), at: now() });
    await both.save(aggregate);
    const renewed = await columnsOf(id);
    expect([renewed.sealed.keyId, renewed.phone_index]).toEqual(['k2', phone_index]);
    expect((await under(key('k2', 8)).load(id)).aggregate.personal.sex).toBe('female');
    await expect(load(id)).rejects.toMatchObject({ code: 'key-unknown' });
  });
});

describe('what is changed', () => {
  test('a correction is there again after loading, and so are the other values', async () => {
    const id = await aSaved();
    const before = (await load(id)).personal;
    const phone = aPhone();
    await execute(id, correctedTo({ name: PersonName.of('김철수'), phone, language: 'en' }));
    const { personal, state } = await load(id);
    expect(personal).toEqual({ ...before, name: '김철수', phone: phone.e164 });
    expect(state.language).toBe('en');
  });

  test('an address is there again after loading', async () => {
    const id = await aSaved();
    await execute(id, movedTo('26110', '세종대로 209'));
    const { personal, state } = await load(id);
    expect([personal.addressLines, state.district]).toEqual([['세종대로 209'], '26110']);
  });

  test('a merge and its undoing are there again after loading', async () => {
    const [id, survivor] = [await aSaved(), await aSaved()];
    const before = await load(id);
    const mergedOf = async () =>
      (await database.pool.query('select merged_into from person where id = $1', [id])).rows[0].merged_into;
    await execute(id, mergedInto(survivor));
    const merged = await load(id);
    expect(merged.state).toMatchObject({ stage: 'merged', mergedInto: survivor });
    expect(merged.personal).toEqual(before.personal);
    expect(await mergedOf()).toBe(survivor);
    await execute(id, unmerged);
    const again = await load(id);
    expect([again.state, again.personal]).toEqual([before.state, before.personal]);
    expect(await mergedOf()).toBeNull();
    expect((await load(survivor)).version).toBe(1);
  });

  test('of two who correct at one moment one is refused, and nothing of theirs is kept', async () => {
    const id = await aSaved();
    const [winner, loser] = [await load(id), await load(id)];
    winner.execute({ ...correctedTo({ name: PersonName.of('김철수') }), at: now() });
    loser.execute({ ...correctedTo({ name: PersonName.of('박영희') }), at: now() });
    await database.repositories.people.save(winner);
    await expect(database.repositories.people.save(loser)).rejects.toMatchObject({ name: 'StaleAggregate' });
    expect((await load(id)).personal.name).toBe('김철수');
  });
});

describe('a look-up by telephone', () => {
  const lookups = () => pgLookups(database.pool, seals.phoneIndex);
  async function atHome(person: PersonId): Promise<string> {
    const one = aCase({ personId: person });
    one.execute(treated(now()));
    await database.repositories.cases.save(one);
    return one.id;
  }

  test('finds the case through the blind index, however the number is written', async () => {
    const phone = aPhone();
    const id = await atHome(await aSaved({ phone }));
    await atHome(await aSaved());
    const found = [{ caseId: id, asked: false }];
    expect(await lookups().casesAtHomeByPhone(phone.e164)).toMatchObject(found);
    expect(
      await lookups().casesAtHomeByPhone(PhoneNumber.of(phone.e164.replace('+82', '0')).e164),
    ).toMatchObject(found);
    expect(await lookups().casesAtHomeByPhone(aPhone().e164)).toEqual([]);
    const strangers = pgLookups(database.pool, (text) => text);
    expect(await strangers.casesAtHomeByPhone(phone.e164)).toEqual([]);
  });

  test('follows a corrected number, and finds nobody after an erasure', async () => {
    const [old, present] = [aPhone(), aPhone()];
    const person = await aSaved({ phone: old });
    const caseId = await atHome(person);
    await execute(person, correctedTo({ phone: present }));
    expect(await lookups().casesAtHomeByPhone(old.e164)).toEqual([]);
    expect(await lookups().casesAtHomeByPhone(present.e164)).toMatchObject([{ caseId, asked: false }]);
    await execute(person, erased());
    expect(await lookups().casesAtHomeByPhone(present.e164)).toEqual([]);
  });
});

describe('an erasure', () => {
  test('leaves nothing, also of somebody merged before', async () => {
    const id = await aSaved();
    const text = await textOf(id);
    const { sealed, phone_index } = await columnsOf(id);
    expect(text).toContain(phone_index);
    await execute(id, mergedInto(await aSaved()));
    await execute(id, erased());
    expect(await columnsOf(id)).toEqual({ personal: null, sealed: null, phone_index: null });
    const after = await textOf(id);
    for (const part of [sealed.ciphertext, sealed.wrappedKey, phone_index]) expect(after).not.toContain(part);
    const one = await load(id);
    expect(one.state.stage).toBe('erased');
    expect(() => one.personal).toThrow('person/erased');
    expect(() => one.execute(correctedTo({ sex: 'female' }))).toThrow('person/erased');
  });

  test('leaves the person’s case, isolation and tasks as they are, and they take their next commands', async () => {
    const person = await aSaved();
    const one = aCase({ personId: person });
    const about = { personId: person, caseId: one.id as never };
    const [isolation, task] = [anIsolation(about), aTask(about)];
    await database.repositories.cases.save(one);
    await database.repositories.isolations.save(isolation);
    await database.repositories.tasks.save(task);
    await execute(person, erased());
    for (const [kind, kept] of [
      ['cases', one],
      ['isolations', isolation],
      ['tasks', task],
    ] as const) {
      expect((await database.repositories[kind].load(kept.id)).aggregate.state).toEqual(kept.state);
    }
    const { aggregate } = await database.repositories.cases.load(one.id);
    aggregate.execute(treated(now()));
    await database.repositories.cases.save(aggregate);
    expect((await database.repositories.cases.load(one.id)).aggregate.state.stage).toBe('home-treatment');
    await expect(load(newId())).rejects.toMatchObject({ code: 'person/not-found' });
  });
});
