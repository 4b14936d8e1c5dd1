import { expect, test } from '@jest/globals';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { ContactCommand } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { BirthDate } from '../../domain/patient-management/person/birth-date.ts';
import type { CaseCommand } from '../../domain/patient-management/case/case.commands.ts';
import { Case } from '../../domain/patient-management/case/case.ts';
import { caseId, contactId, personId, type PersonId } from '../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { aPerson, newId } from '../support/aggregate-makers.ts';
import { afterRelease, atHome, diagnosed, suspected, transferred } from '../support/case-fixtures.ts';
import { dropped, exposure, named } from '../support/contact-fixtures.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { CASE } from '../support/investigation-fixtures.ts';
import { seals } from '../support/personal-keys.ts';
import { repositoryWorld } from '../support/repository-world.ts';

const database = forThisFile(repositoryWorld);

/** What the fixtures tell is of March 2026. */
const [LATELY, LONG_AGO] = ['2026-03-01T00:00:00Z', '2026-06-01T00:00:00Z'] as const;
let numbers = 6_000;
const aPhone = (): PhoneNumber => PhoneNumber.of(`010-7314-${(numbers += 1)}`);
const somebody = async (phone = aPhone()) => {
  const person = aPerson({ phone });
  await database.repositories.people.save(person);
  return { phone, id: personId(person.id) };
};
const known = (phone: PhoneNumber, since: string = LATELY) =>
  pgLookups(database.pool, seals.phoneIndex).knownByPhone(phone.e164, since);
const caseOf = async (of: PersonId, [first, ...more]: readonly CaseCommand[]): Promise<string> => {
  const one = Case.unopened(caseId(newId()));
  one.execute({ ...(first ?? diagnosed()), personId: of } as CaseCommand);
  for (const command of more) one.execute(command);
  await database.repositories.cases.save(one);
  return one.id;
};
const contactOf = async (of: PersonId, ...more: readonly ContactCommand[]): Promise<string> => {
  const one = Contact.unnamed(contactId(newId()));
  const first = { ...named(exposure('2026-03-10')), exposedPersonId: of };
  for (const command of [first, ...more]) one.execute(command);
  await database.repositories.contacts.save(one);
  return one.id;
};

test.each([
  ['is suspected', [suspected()], true],
  ['is confirmed', [diagnosed()], true],
  ['is in hospital', [...atHome, transferred()], true],
  ['was released', afterRelease, false],
])('somebody who %s is known by the telephone', async (_who, commands, isOpen) => {
  const { phone, id } = await somebody();
  const found = [{ caseId: await caseOf(id, commands) }];
  expect(await known(phone)).toEqual(found);
  expect(await known(phone, LONG_AGO)).toEqual(isOpen ? found : []);
  expect(await known(aPhone())).toEqual([]);
});

test('a contact is known who is not watched yet, or was of late', async () => {
  const [{ phone, id }, former] = [await somebody(), await somebody()];
  const about = { caseId: CASE, district: '11110' };
  const contact = { ...about, contactId: await contactOf(id) };
  expect(await known(phone, LONG_AGO)).toEqual([contact]);
  const over = { ...about, contactId: await contactOf(former.id, dropped()) };
  expect(await known(former.phone)).toEqual([over]);
  expect(await known(former.phone, LONG_AGO)).toEqual([]);
});

test('the open case comes before what is over and before the contact; people who share a telephone are all meant', async () => {
  const { phone, id } = await somebody();
  await contactOf(id);
  await caseOf(id, afterRelease);
  const open = await caseOf(id, [suspected()]);
  expect(await known(phone)).toEqual([{ caseId: open }]);
  const other = await somebody(phone);
  await contactOf(other.id);
  expect(await known(phone)).toEqual([{ caseId: open }]);
  const theirs = await caseOf(other.id, [suspected()]);
  expect(await known(phone)).toEqual([{ caseId: open }, { caseId: theirs }]);
});

test('a guardian answers for the ward', async () => {
  const guardian = await somebody();
  const today = LocalDate.of('2026-03-04');
  const ward = aPerson({ birthDate: BirthDate.of('2019-05-05', today) });
  ward.execute({
    type: 'AppointGuardian',
    guardianId: guardian.id,
    minorUnderAge: 19,
    by: 'officer',
    at: suspected().at,
  });
  await database.repositories.people.save(ward);
  const found = await caseOf(personId(ward.id), atHome);
  expect(await known(guardian.phone)).toEqual([{ caseId: found }]);
});
