import { expect, test } from '@jest/globals';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { pgOutgoingMessages } from '../../activities/adapters/postgres/outgoing-messages.pg.ts';
import type { PersonCommand } from '../../domain/patient-management/person/person.ts';
import { personId, type PersonId } from '../../domain/shared-kernel/id.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { aCase, aPerson, now } from '../support/aggregate-makers.ts';
import { treated } from '../support/case-fixtures.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { correctedTo, mergedInto, unmerged } from '../support/person-fixtures.ts';
import { seals } from '../support/personal-keys.ts';
import { repositoryWorld } from '../support/repository-world.ts';

const database = forThisFile(repositoryWorld);

let numbers = 1_000;
const aPhone = (): PhoneNumber => PhoneNumber.of(`010-7315-${(numbers += 1)}`);
async function aSaved(phone: PhoneNumber): Promise<PersonId> {
  const one = aPerson({ phone });
  await database.repositories.people.save(one);
  return personId(one.id);
}
async function execute(id: string, command: PersonCommand): Promise<void> {
  const { aggregate } = await database.repositories.people.load(id);
  aggregate.execute({ ...command, at: now() });
  await database.repositories.people.save(aggregate);
}
const atHome = (phone: PhoneNumber) =>
  pgLookups(database.pool, seals.phoneIndex).casesAtHomeByPhone(phone.e164);
const reach = async (...ids: readonly string[]) => [
  ...(await pgOutgoingMessages(database.pool, seals).reach(ids)),
];

/** A duplicate with a wrong number and an open case; it is merged, and the survivor is corrected afterwards. */
async function aMerge() {
  const [wrong, right] = [aPhone(), aPhone()];
  const [duplicate, survivor] = [await aSaved(wrong), await aSaved(aPhone())];
  const one = aCase({ personId: duplicate });
  one.execute(treated(now()));
  await database.repositories.cases.save(one);
  await execute(duplicate, mergedInto(survivor));
  await execute(survivor, correctedTo({ phone: right, language: 'en' }));
  return { wrong, right, duplicate, survivor, found: [{ caseId: one.id, asked: false }] };
}

test('messages of a run go to the record that stands for somebody, and its answers are theirs', async () => {
  const { wrong, right, duplicate, survivor, found } = await aMerge();
  const there = { phone: right.e164, language: 'en' };
  expect(await reach(duplicate, survivor)).toEqual([
    [duplicate, there],
    [survivor, there],
  ]);
  expect(await atHome(right)).toMatchObject(found);
  expect(await atHome(wrong)).toEqual([]);
});

test('a merge that is undone leaves each with their own number', async () => {
  const { wrong, right, duplicate, found } = await aMerge();
  await execute(duplicate, unmerged);
  expect(await reach(duplicate)).toEqual([[duplicate, { phone: wrong.e164, language: 'ko' }]]);
  expect(await atHome(wrong)).toMatchObject(found);
  expect(await atHome(right)).toEqual([]);
});

test('two records that were merged into each other at the same moment are reached as one', async () => {
  const [one, other] = [await aSaved(aPhone()), await aSaved(aPhone())];
  await execute(one, mergedInto(other));
  await execute(other, mergedInto(one));
  const [first, second] = await reach(one, other);
  expect(first?.[1]).toEqual(second?.[1]);
  expect(first?.[1]).toBeDefined();
});
