import { expect, test } from '@jest/globals';
import { claimSchema, judgeLivingSupport } from '../../../domain/protocol/evaluation/living-support.ts';
import { aHistory, kst, ruleOf, type Json } from '../../support/evaluation-fixtures.ts';

const AT = kst('2022-08-01');
const UNTIL_MARCH = {
  noticeFrom: '2022-02-14',
  noticeUntil: '2022-03-15',
  counts: 'isolatedPeople',
  amounts: [
    { size: 1, won: 244_000 },
    { size: 2, won: 413_000 },
  ],
};
const FROM_MARCH = {
  noticeFrom: '2022-03-16',
  counts: 'household',
  amounts: [
    { size: 1, won: 100_000 },
    { size: 2, orMore: true, won: 150_000 },
  ],
  maximumDays: 5,
  wonPerDay: 20_000,
};
const REFUSED = {
  any: [
    { fact: 'paidLeave', is: true },
    { fact: 'rulesKept', is: false },
  ],
};
const rule = (periods: readonly Json[], more: Json = {}) => ruleOf('livingSupport', { periods, ...more });
const RULE = rule([UNTIL_MARCH, FROM_MARCH], { refusedIf: REFUSED });
const ENTITLED = { paidLeave: false, rulesKept: true, householdSize: 1 };
const judge = (given: Json, of = RULE, known: object = {}) =>
  judgeLivingSupport(
    of,
    claimSchema.parse({ dateOfIsolationNotice: '2022-03-16', ...ENTITLED, ...given }),
    aHistory(known),
    AT,
  );

test.each([
  { notice: '2022-02-13', answer: { eligible: false, because: 'no-period', won: 0 } },
  { notice: '2022-02-14', answer: { eligible: true, won: 244_000, noticeFrom: '2022-02-14' } },
  { notice: '2022-03-15', answer: { eligible: true, won: 244_000, noticeFrom: '2022-02-14' } },
  { notice: '2022-03-16', answer: { eligible: true, won: 100_000, noticeFrom: '2022-03-16' } },
  { notice: '2030-01-01', answer: { eligible: true, won: 100_000, noticeFrom: '2022-03-16' } },
])('notice of $notice', ({ notice, answer }) => {
  expect(judge({ dateOfIsolationNotice: notice, isolatedPeople: 1 })).toEqual(answer);
});

test.each([
  { size: 1, days: undefined, won: 100_000 },
  { size: 1, days: 5, won: 100_000 },
  { size: 1, days: 4, won: 80_000 },
  { size: 1, days: 0, won: 0 },
  { size: 1, days: 9, won: 100_000 },
  { size: 2, days: undefined, won: 100_000 },
  { size: 3, days: 2, won: 40_000 },
])('a household of $size, $days days', ({ size, days, won }) => {
  const given = { householdSize: size, ...(days === undefined ? {} : { isolatedDays: days }) };
  expect(judge(given)).toMatchObject({ eligible: true, won });
});

test.each([
  { size: 1, won: 100_000 },
  { size: 2, won: 150_000 },
  { size: 50, won: 150_000 },
])('flat amounts: a household of $size', ({ size, won }) => {
  for (const without of ['maximumDays', 'wonPerDay']) {
    const period = Object.fromEntries(Object.entries(FROM_MARCH).filter(([key]) => key !== without));
    expect(judge({ householdSize: size, isolatedDays: 1 }, rule([period]))).toMatchObject({ won });
  }
});

test('an amount that is not stated is for a person to set, never zero', () => {
  const notice = { dateOfIsolationNotice: '2022-03-01' };
  const answer = { eligible: 'decideByPerson', because: 'amount-not-stated', missing: [] };
  expect(judge({ ...notice, isolatedPeople: 3 })).toEqual(answer);
  expect(judge({ ...notice, householdSize: 2 })).toEqual(answer);
  expect(judge({ ...notice, householdSize: 9, isolatedPeople: 2 })).toMatchObject({ won: 413_000 });
});

test('no amount below the smallest household, nor where days are paid and none is stated', () => {
  const answer = { eligible: 'decideByPerson', because: 'amount-not-stated', missing: [] };
  const large = { ...FROM_MARCH, amounts: [{ size: 2, orMore: true, won: 150_000 }] };
  expect(judge({ householdSize: 1 }, rule([large]))).toEqual(answer);
  const small = { ...FROM_MARCH, amounts: [{ size: 1, won: 100_000 }] };
  expect(judge({ householdSize: 2 }, rule([small]))).toEqual(answer);
});

test('a fact that the period hangs on comes before one that refuses', () => {
  const poor = { ...FROM_MARCH, appliesIf: { fact: 'incomePercent', atMost: 100 } };
  const both = rule([poor], { refusedIf: REFUSED });
  const missing = (given: Json): unknown => judge(given, both);
  expect(missing({})).toMatchObject({ because: 'facts-missing', missing: ['incomePercent'] });
  expect(missing({ paidLeave: undefined })).toMatchObject({ missing: ['incomePercent'] });
  expect(missing({ paidLeave: undefined, incomePercent: 3 })).toMatchObject({ missing: ['paidLeave'] });
});

test.each([
  { claim: { paidLeave: true }, eligible: false },
  { claim: { rulesKept: false }, eligible: false },
  { claim: { paidLeave: true, rulesKept: undefined }, eligible: false },
  { claim: {}, eligible: true },
])('paid leave or broken rules refuse: $claim', ({ claim, eligible }) => {
  expect(judge(claim)).toEqual(
    eligible
      ? { eligible: true, won: 100_000, noticeFrom: '2022-03-16' }
      : { eligible: false, because: 'refused', won: 0 },
  );
});

test.each([{ without: ['paidLeave'] }, { without: ['rulesKept'] }, { without: ['paidLeave', 'rulesKept'] }])(
  'nobody knows whether the claim is refused: without $without',
  ({ without }) => {
    const claim = Object.fromEntries(without.map((fact) => [fact, undefined]));
    expect(judge(claim)).toEqual({ eligible: 'decideByPerson', because: 'facts-missing', missing: without });
  },
);

test('a period for some: by facts of the claim and of the case', () => {
  const poor = { ...FROM_MARCH, appliesIf: { fact: 'incomePercent', atMost: 100 } };
  expect(judge({ incomePercent: 100 }, rule([poor]))).toMatchObject({ eligible: true });
  expect(judge({ incomePercent: 101 }, rule([poor]))).toEqual({
    eligible: false,
    because: 'no-period',
    won: 0,
  });
  expect(judge({}, rule([poor]))).toEqual({
    eligible: 'decideByPerson',
    because: 'facts-missing',
    missing: ['incomePercent'],
  });
  const old = rule([{ ...FROM_MARCH, appliesIf: { fact: 'age', atLeast: 65 } }]);
  expect(judge({}, old, { age: 65 })).toMatchObject({ eligible: true });
  expect(judge({}, old)).toMatchObject({ missing: ['age'] });
  const dosed = rule([{ ...FROM_MARCH, appliesIf: { fact: 'daysSinceLastDose', atMost: 90 } }]);
  expect(judge({}, dosed, { vaccinations: [{ on: '2022-07-01' }] })).toMatchObject({ eligible: true });
});
