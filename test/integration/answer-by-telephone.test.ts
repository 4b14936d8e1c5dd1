import { expect, test } from '@jest/globals';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { announces } from '../../activities/policies.ts';
import { Case } from '../../domain/patient-management/case/case.ts';
import { caseId, personId } from '../../domain/shared-kernel/id.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { aPerson, newId } from '../support/aggregate-makers.ts';
import { atHome, diagnosed, inRetest, transferred, withClinician } from '../support/case-fixtures.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seals } from '../support/personal-keys.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);

let numbers = 4_000;

test.each([
  ['is at home', atHome, true],
  ['is tested again', inRetest, true],
  ['waits for the clinician', withClinician, true],
  ['is in hospital', [...atHome, transferred()], false],
])('an answer of a patient who %s is looked for as the rounds ask', async (_who, commands, isFound) => {
  const repositories = pgRepositories(database.pool, announces, seals);
  const phone = PhoneNumber.of(`010-7314-${(numbers += 1)}`);
  const person = aPerson({ phone });
  await repositories.people.save(person);
  const one = Case.unopened(caseId(newId()));
  one.execute({ ...diagnosed(), personId: personId(person.id) });
  for (const command of commands.slice(1)) one.execute(command);
  await repositories.cases.save(one);
  const found = await pgLookups(database.pool, seals.phoneIndex).casesAtHomeByPhone(phone.e164);
  expect(found).toMatchObject(isFound ? [{ caseId: one.id, asked: false }] : []);
});
