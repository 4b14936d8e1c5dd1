import { judgeMonitoring, underMeasure } from '../../../domain/protocol/evaluation/monitoring.ts';
import { expect, test } from '@jest/globals';
import { gradeContact } from '../../../domain/protocol/evaluation/contact-grade.ts';
import { inShort } from '../../support/evaluation-fixtures.ts';
import {
  aCase,
  at,
  dueTestsOf,
  measureOf,
  mers,
  negative,
  quarantineOf,
  releaseOf,
  rule,
  symptomFree,
  type Told,
} from '../../support/protocols.ts';

const met = (lastContact: string, grade: string): Told => ({ exposures: [{ lastContact, grade }] });
const say = (told: Told, moment: string, version = mers()): string =>
  measureOf(quarantineOf(version, told, moment));

/** Section 4. */
test.each([
  {
    row: 'close, across the end of the month',
    told: met('2018-09-17', 'close'),
    chosen: {},
    lastDay: '2018-10-01',
    end: '2018-10-02',
    measure: 'close quarantine',
  },
  {
    row: 'close, ending on 29 February',
    told: met('2020-02-15', 'close'),
    chosen: {},
    lastDay: '2020-02-29',
    end: '2020-03-01',
    measure: 'close quarantine',
  },
  {
    row: 'close, the day of the contact as day 1',
    told: met('2018-09-17', 'close'),
    chosen: { contactDayIs: 1 },
    lastDay: '2018-09-30',
    end: '2018-10-01',
    measure: 'close quarantine',
  },
  {
    row: 'casual',
    told: met('2018-09-08', 'casual'),
    chosen: {},
    lastDay: '2018-09-22',
    end: '2018-09-23',
    measure: 'casual passiveSurveillance',
  },
])('$row: 14 days', ({ told, chosen, lastDay, end, measure }) => {
  const version = mers('2020-12-31', chosen);
  expect(say(told, `${lastDay} 23:59`, version)).toBe(`${measure}: keep period-running fourteen-days`);
  expect(say(told, `${end} 00:00`, version)).toBe(`${measure}: release track-met fourteen-days`);
});

test('close contacts are tested on day 6 and day 13', () => {
  const told: Told = { ...met('2018-09-08', 'close'), tests: [negative('2018-09-14 23:59')] };
  expect(dueTestsOf(quarantineOf(mers(), told, '2018-09-20 23:59'))).toEqual([
    'day-6 pcr 2018-09-14..2018-09-14 done',
    'day-13 pcr 2018-09-21..2018-09-21 notYet',
  ]);
  expect(dueTestsOf(quarantineOf(mers(), told, '2018-09-22 00:00'))[1]).toMatch(/ overdue$/);
});

test('casual contacts are called or written to five times, and not tested', () => {
  const answer = quarantineOf(mers(), met('2018-09-08', 'casual'), '2018-09-10 09:00');
  expect(answer).toMatchObject({ contactAttempts: 5, tests: [] });
});

test('a contact without a grade goes to a person', () => {
  expect(say({ exposures: [{ lastContact: '2018-09-08' }] }, '2018-09-10 09:00')).toBe(
    'facts-missing: exposureGrades',
  );
});

test.each([
  { closeContact: true, grade: 'close' },
  { closeContact: false, grade: 'casual' },
])('the investigator says which grade: $grade', ({ closeContact, grade }) => {
  const exposure = { on: '2018-09-08', attributes: { closeContact } };
  const answer = gradeContact(rule(mers(), 'contactDefinition'), aCase({}), exposure, at('2018-09-10 09:00'));
  expect(answer).toMatchObject({ grade, next: 'follow' });
});

test('the outbreak ends 28 days after the last case tested negative', () => {
  expect(rule(mers(), 'outbreakEnd').daysAfterLastNegative).toBe(28);
});

test('cases leave by two negatives, as parameters that no source states', () => {
  const told: Told = {
    reports: [symptomFree('2018-09-18 08:00')],
    tests: [negative('2018-09-17 09:00'), negative('2018-09-18 09:00')],
  };
  expect(inShort(releaseOf(mers(), told, '2018-09-18 08:59'))).toBe('keep tests-missing tests');
  expect(inShort(releaseOf(mers(), told, '2018-09-18 09:00'))).toBe('release track-met tests');
  expect(inShort(releaseOf(mers('2018-09-18', { negativesForRelease: 3 }), told, '2018-09-18 09:00'))).toBe(
    'keep tests-missing tests',
  );
});

test('the n-day check and the hours for questions are those of every protocol here', () => {
  expect(rule(mers(), 'releaseCheck')).toMatchObject({
    maximumRetests: 3,
    maximumDiagnosticTests: 2,
    daysToNextCheck: { afterPositive: 3, afterNegative: 1, afterDecision: 3 },
    resultWithinHours: 48,
  });
  expect(rule(mers(), 'contactHours')).toMatchObject({
    from: 9,
    to: 20,
    questionsPerCheck: 2,
    answerWithinHours: 6,
  });
});

test('the watch asks casual contacts, who are under passive surveillance, and says nothing of the others', () => {
  const tierOf = (measure: string) =>
    judgeMonitoring(
      underMeasure(rule(mers(), 'monitoring'), measure),
      { of: 'contact' },
      at('2018-09-10 09:00'),
    );
  expect(tierOf('passiveSurveillance')).toMatchObject({ tier: 'casual', channel: 'sms', checksPerDay: 1 });
  expect(tierOf('quarantine')).toEqual({ undecided: 'noTier', missing: [] });
});

test('MERS knows no living support or look-ups of its own', () => {
  expect(Object.keys(mers().rules).sort()).toEqual([
    ...[
      'caseRelease',
      'contactDefinition',
      'contactHours',
      'monitoring',
      'outbreakEnd',
      'quarantine',
      'releaseCheck',
    ],
    ...['reporting', 'sanctions'],
  ]);
});
