import { expect, test } from '@jest/globals';
import { daysOf, spelt } from '../../../domain/protocol/evaluation/contact-grade.ts';
import { judgeReporting } from '../../../domain/protocol/evaluation/reporting.ts';
import { aCase, at, korea, rule, seoul } from '../../support/protocols.ts';

/** Section 3.6: notices. */
test.each([
  { on: '2022-02-06', notices: ['isolation paper'], releaseCertificate: true },
  { on: '2022-02-07', notices: ['isolation paper', 'survey sms'], releaseCertificate: true },
  {
    on: '2022-02-09',
    notices: ['isolation paper', 'survey sms', 'household throughCase'],
    releaseCertificate: true,
  },
  {
    on: '2022-02-28',
    notices: ['isolation paper', 'survey sms', 'household throughCase'],
    releaseCertificate: true,
  },
  {
    on: '2022-03-01',
    notices: ['isolation sms', 'survey sms', 'household throughCase'],
    releaseCertificate: false,
  },
])('notices on $on', ({ on, notices, releaseCertificate }) => {
  const found = rule(korea(on), 'notices');
  expect(found.notices.map(({ id, channel }) => `${id} ${channel}`)).toEqual(notices);
  expect(found.releaseCertificate).toBe(releaseCertificate);
});

test('the survey: a guardian for those under 14, and after a refusal the telephone', () => {
  const survey = rule(korea('2022-03-01'), 'notices').notices.find(({ id }) => id === 'survey');
  expect(survey).toMatchObject({ guardianBelowAge: 14, onRefusal: 'telephone' });
});

test('the isolation notice comes on paper on request from March 2022', () => {
  const notice = rule(korea('2022-03-01'), 'notices').notices.find(({ id }) => id === 'isolation');
  expect(notice).toMatchObject({ paperOnRequest: true });
});

/** Section 3.6: reporting, from the confirmation on 29 February, 23:30. */
test.each([
  { on: '2020-02-04', class: '1', channel: 'telephone', deadline: '2020-02-29T14:30:00Z' },
  { on: '2022-04-24', class: '1', channel: 'telephone', deadline: '2020-02-29T14:30:00Z' },
  { on: '2022-04-25', class: '2', channel: 'registry', deadline: '2020-03-01T14:30:00Z' },
  { on: '2023-08-30', class: '2', channel: 'registry', deadline: '2020-03-01T14:30:00Z' },
  { on: '2023-08-31', class: '4', channel: 'registry', deadline: '2020-03-07T14:30:00Z' },
])('reported as class $class on $on', ({ on, class: diseaseClass, channel, deadline }) => {
  const told = aCase({ confirmedAt: seoul('2020-02-29 23:30') });
  const answer = judgeReporting(rule(korea(on), 'reporting'), told, Date.parse(deadline));
  expect(answer).toEqual({ diseaseClass, channel, deadline, overdue: false });
  expect(judgeReporting(rule(korea(on), 'reporting'), told, Date.parse(deadline) + 1).overdue).toBe(true);
});

/** Section 3.7. */
test.each([
  { on: '2020-04-04', expected: ['isolation 3000000 won, ends support'] },
  { on: '2020-04-05', expected: ['isolation 10000000 won, 12 months, ends support'] },
  { on: '2020-06-30', expected: ['isolation 10000000 won, 12 months, ends support'] },
  {
    on: '2020-07-01',
    expected: ['isolation 10000000 won, 12 months, ends support', 'venue-entry-log 3000000 won'],
  },
  {
    on: '2023-05-31',
    expected: ['isolation 10000000 won, 12 months, ends support', 'venue-entry-log 3000000 won'],
  },
  { on: '2023-06-01', expected: ['isolation 0 won, 0 months, ends support', 'venue-entry-log 3000000 won'] },
])('sanctions on $on', ({ on, expected }) => {
  const found = rule(korea(on), 'sanctions').sanctions.map((one) => {
    const months = one.maximumImprisonmentMonths;
    const parts = [`${one.maximumFineWon} won`, ...(months === undefined ? [] : [`${months} months`])];
    return `${one.violation} ${[...parts, ...(one.endsLivingSupport ? ['ends support'] : [])].join(', ')}`;
  });
  expect(found).toEqual(expected);
});

test('section 3.8: relief supplies are set by the city or gu', () => {
  const { budgetWonPerPerson, cashInsteadOfGoods, items } = rule(korea('2020-02-04'), 'supplies');
  expect({ budgetWonPerPerson, cashInsteadOfGoods }).toEqual({
    budgetWonPerPerson: 100_000,
    cashInsteadOfGoods: false,
  });
  expect(items.filter((one) => one.of === 'food').map(({ code }) => code)).toEqual([
    'rice',
    'ramen',
    'instant-food',
    'canned-food',
  ]);
  expect(items.filter((one) => one.of === 'hygiene')).toHaveLength(7);
  const changed = rule(
    korea('2020-02-04', { budgetWonPerPerson: 80_000, cashInsteadOfGoods: true }),
    'supplies',
  );
  expect(changed).toMatchObject({ budgetWonPerPerson: 80_000, cashInsteadOfGoods: true });
});

/** Section 3.10. */
test.each([
  { on: '2020-03-25', expected: ['cardHistory, 28 days', 'location, 28 days'] },
  { on: '2020-03-26', expected: ['cardHistory, 28 days', 'location: police, 28 days'] },
  { on: '2020-06-10', expected: ['cardHistory, 28 days', 'location: police, 28 days', 'entryLog, 28 days'] },
  {
    on: '2021-03-01',
    expected: [
      'cardHistory: kdca-approver, 28 days',
      'location: kdca-approver, police, 28 days',
      'entryLog, 28 days',
    ],
  },
  {
    on: '2022-02-18',
    expected: [
      'cardHistory: kdca-approver, 28 days',
      'location: kdca-approver, police, 28 days',
      'entryLog, 28 days',
    ],
  },
  {
    on: '2022-02-19',
    expected: ['cardHistory: kdca-approver, 28 days', 'location: kdca-approver, police, 28 days'],
  },
])('look-ups on $on', ({ on, expected }) => {
  const found = rule(korea(on), 'lookUps').lookUps.map(({ kind, approvalBy, destroyAfterDays }) => {
    const by = approvalBy.length === 0 ? '' : `: ${approvalBy.join(', ')}`;
    return `${kind}${by}${destroyAfterDays === undefined ? '' : `, ${destroyAfterDays} days`}`;
  });
  expect(found).toEqual(expected);
});

test('every look-up names article 76-2 and until when the person is told', () => {
  for (const on of ['2020-02-04', '2020-06-10', '2023-08-31']) {
    for (const { legalBasis, notifyPersonWithinDays } of rule(korea(on), 'lookUps').lookUps) {
      expect({ legalBasis, notifyPersonWithinDays }).toEqual({
        legalBasis: 'idcpa-76-2',
        notifyPersonWithinDays: 30,
      });
    }
  }
});

test('section 3.11: places only, from two days before onset or specimen until isolation, for 14 days', () => {
  expect(korea('2020-12-29').rules.routeDisclosure).toBeUndefined();
  const { window, ...routes } = rule(korea('2020-12-30'), 'routeDisclosure');
  expect(routes).toMatchObject({
    form: 'placesOnly',
    neverDisclosed: ['sex', 'age', 'nationality', 'address-below-town'],
    shownForDays: 14,
    omittedWhenAllContactsFound: true,
  });
  const told = aCase({
    dateOfSymptomOnset: '2024-03-01',
    specimenCollectedOn: '2024-03-03',
    isolationStartedOn: '2024-03-04',
  });
  const now = at('2024-03-05 12:00');
  expect(spelt(daysOf(window.symptomatic, told, now))).toEqual({ from: '2024-02-28', until: '2024-03-04' });
  expect(spelt(daysOf(window.asymptomatic, told, now))).toEqual({ from: '2024-03-01', until: '2024-03-04' });
});

test('the n-day check and the hours for questions carry over from the first version to the last', () => {
  for (const on of ['2020-02-04', '2020-06-25', '2023-08-31']) {
    expect(rule(korea(on), 'releaseCheck')).toMatchObject({
      maximumRetests: 3,
      maximumDiagnosticTests: 2,
      daysToNextCheck: { afterPositive: 3, afterNegative: 1, afterDecision: 3 },
      resultWithinHours: 48,
    });
    expect(rule(korea(on), 'contactHours')).toMatchObject({
      from: 9,
      to: 20,
      questionsPerCheck: 2,
      answerWithinHours: 6,
    });
  }
});
