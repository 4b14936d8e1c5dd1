import { expect, test } from '@jest/globals';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { announces } from '../../activities/policies.ts';
import type { SurveyCommand } from '../../domain/diagnostic-testing/survey/survey.commands.ts';
import type { TestCommand } from '../../domain/diagnostic-testing/test/test.commands.ts';
import { Test } from '../../domain/diagnostic-testing/test/test.ts';
import { caseId, contactId, testId } from '../../domain/shared-kernel/id.ts';
import { aCase, aClinic, aPerson, aTask, newId } from '../support/aggregate-makers.ts';
import { aContact, exposure, named } from '../support/contact-fixtures.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { aSurvey, offered } from '../support/survey-fixtures.ts';
import { CASE } from '../support/investigation-fixtures.ts';
import { seals } from '../support/personal-keys.ts';
import { testDatabase } from '../support/servers.ts';
import { ordered, orderedForContact } from '../support/test-fixtures.ts';

const database = forThisFile(testDatabase);

test('what a partner tells of belongs to the district of its case or its contact', async () => {
  const { people, cases, contacts, tests, surveys } = pgRepositories(database.pool, announces, seals);
  const placeOf = (kind: string, id: string) =>
    pgLookups(database.pool, seals.phoneIndex).placeOf({ kind, id });
  const theirs = aCase({ district: '26110' });
  await cases.save(theirs);
  const place = { district: '26110', caseId: theirs.id };
  expect(await placeOf('case', theirs.id)).toEqual(place);

  const [ofCase, ofContact] = [Test.unordered(testId(newId())), Test.unordered(testId(newId()))];
  ofCase.execute({ ...ordered(), caseId: caseId(theirs.id) });
  await tests.save(ofCase);
  expect(await placeOf('test', ofCase.id)).toEqual(place);
  const contact = aContact();
  contact.execute(named(exposure('2026-03-10')));
  await contacts.save(contact);
  ofContact.execute({ ...orderedForContact(), contactId: contactId(contact.id) } as TestCommand);
  await tests.save(ofContact);
  for (const [kind, id] of [
    ['contact', contact.id],
    ['test', ofContact.id],
  ] as const)
    expect(await placeOf(kind, id)).toEqual({ district: '11110', caseId: CASE });

  const survey = aSurvey();
  survey.execute({ ...offered('smsLink'), caseId: caseId(theirs.id) } as SurveyCommand);
  await surveys.save(survey);
  expect(await placeOf('survey', survey.id)).toEqual(place);

  const person = aPerson();
  await people.save(person);
  expect(await placeOf('person', person.id)).toEqual({ district: '11110' });
  expect(await placeOf('test', newId())).toBeUndefined();
  expect(await placeOf('weather', theirs.id)).toBeUndefined();
  expect(await placeOf('case', 'none')).toBeUndefined();
});

test('a clinic has a district of its own, and a task says of which kind it is', async () => {
  const { clinics, tasks } = pgRepositories(database.pool, announces, seals);
  const lookups = pgLookups(database.pool, seals.phoneIndex);
  const clinic = aClinic({ district: '26110' });
  await clinics.save(clinic);
  expect(await lookups.placeOf({ kind: 'clinic', id: clinic.id })).toEqual({ district: '26110' });
  const task = aTask({ district: '26110' });
  await tasks.save(task);
  const { caseId: about, kind: taskKind } = task.state;
  expect(about).toBeDefined();
  expect(await lookups.placeOf({ kind: 'task', id: task.id })).toEqual({
    district: '26110',
    caseId: about,
    taskKind,
  });
});
