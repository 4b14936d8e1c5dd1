import { expect, test } from '@jest/globals';
import {
  claimSchema,
  judgeLivingSupport,
  type Claim,
} from '../../../domain/protocol/evaluation/living-support.ts';
import { aCase, at, korea, rule, type Told } from '../../support/protocols.ts';

type Asked = Partial<Omit<Claim, 'dateOfIsolationNotice'>>;
const KEPT = { paidLeave: false, rulesKept: true };

/** The amount in won, or why there is none, under the version of a day. */
const say = (notice: string, asked: Asked, version = notice, told: Told = {}): number | string => {
  const claim = claimSchema.parse({ dateOfIsolationNotice: notice, householdSize: 1, ...KEPT, ...asked });
  const answer = judgeLivingSupport(
    rule(korea(version), 'livingSupport'),
    claim,
    aCase(told),
    at(`${version} 12:00`),
  );
  return answer.eligible === true
    ? answer.won
    : [answer.because, ...('missing' in answer ? answer.missing : [])].join(' ');
};
const NOT_STATED = 'amount-not-stated';
const household = (...won: (number | string)[]) => won.map((one, index) => [index + 1, one] as const);

/** Section 3.9: the day before, the first day, and each size of a household. */
const ROWS: readonly Readonly<{
  row: string;
  notice: string;
  asked: Asked;
  of: 'householdSize' | 'isolatedPeople';
  sizes: readonly (readonly [number, number | string])[];
}>[] = [
  {
    row: 'February 2020, 14 days',
    notice: '2020-02-17',
    asked: { isolatedDays: 14 },
    of: 'householdSize',
    sizes: household(454_900, 774_700, 1_002_400, 1_230_000, NOT_STATED),
  },
  {
    row: 'December 2021, the day before',
    notice: '2021-12-07',
    asked: { isolatedDays: 14, homeTreatment: true, vaccinatedOrRecovered: true },
    of: 'householdSize',
    sizes: household(454_900, 774_700, 1_002_400, 1_230_000, NOT_STATED),
  },
  {
    row: 'December 2021, home treatment with the add-on',
    notice: '2021-12-08',
    asked: { homeTreatment: true, vaccinatedOrRecovered: true },
    of: 'householdSize',
    sizes: household(559_000, 872_850, 1_129_280, 1_364_920, 1_549_070, 1_549_070),
  },
  {
    row: 'December 2021, home treatment without the add-on',
    notice: '2021-12-08',
    asked: { homeTreatment: true, vaccinatedOrRecovered: false },
    of: 'householdSize',
    sizes: household(NOT_STATED, NOT_STATED, NOT_STATED, 904_920, NOT_STATED),
  },
  {
    row: 'February 2022, 7 days, by the people isolated',
    notice: '2022-02-14',
    asked: { isolatedDays: 7, householdSize: 4 },
    of: 'isolatedPeople',
    sizes: household(244_000, 413_000, NOT_STATED, NOT_STATED, NOT_STATED),
  },
  {
    row: 'March 2022, the day before',
    notice: '2022-03-15',
    asked: { isolatedDays: 7 },
    of: 'isolatedPeople',
    sizes: household(244_000, 413_000, NOT_STATED),
  },
  {
    row: 'March 2022, flat',
    notice: '2022-03-16',
    asked: { isolatedDays: 7 },
    of: 'isolatedPeople',
    sizes: household(100_000, 150_000, 150_000, 150_000, 150_000, 150_000),
  },
  {
    row: 'July 2022, flat up to the median income',
    notice: '2022-07-11',
    asked: { isolatedDays: 7, incomePercent: 100 },
    of: 'isolatedPeople',
    sizes: household(100_000, 150_000, 150_000, 150_000, 150_000),
  },
  {
    row: 'July 2022, flat above the median income',
    notice: '2022-07-11',
    asked: { isolatedDays: 7, incomePercent: 100.1 },
    of: 'isolatedPeople',
    sizes: household('no-period', 'no-period'),
  },
];
test.each(ROWS)('$row', ({ notice, asked, of, sizes }) => {
  const age = { age: 40 };
  expect(sizes.map(([size]) => [size, say(notice, { ...asked, [of]: size }, notice, age)])).toEqual(sizes);
});

test('the amount follows the notice, not the day of the claim', () => {
  const asked = { isolatedDays: 7, isolatedPeople: 2 };
  expect(say('2022-03-15', asked, '2023-06-01')).toBe(413_000);
  expect(say('2022-03-16', asked, '2023-06-01')).toBe(150_000);
  expect(say('2020-02-17', { isolatedDays: 14 }, '2023-06-01')).toBe(454_900);
  expect(say('2022-07-10', { ...asked, incomePercent: 300 }, '2023-06-01')).toBe(150_000);
});

test('children have the add-on, and so do the recovered', () => {
  const asked = { homeTreatment: true, vaccinatedOrRecovered: false };
  expect(say('2021-12-08', asked, '2021-12-08', { age: 18 })).toBe(559_000);
  expect(say('2021-12-08', asked, '2021-12-08', { age: 19 })).toBe(NOT_STATED);
});

test('outside home treatment the amounts stay as before', () => {
  const sizes = [1, 2, 3, 4, 5].map((householdSize) =>
    say('2021-12-08', { homeTreatment: false, isolatedDays: 14, householdSize }),
  );
  expect(sizes).toEqual([454_900, 774_700, 1_002_400, 1_230_000, NOT_STATED]);
  expect(say('2021-12-08', { homeTreatment: false, isolatedDays: 13 })).toBe(
    'facts-missing shorterIsolationPaidInFull',
  );
});

test('one person has 20,000 won a day, five days at most', () => {
  const days = [1, 4, 5, 6].map((isolatedDays) => say('2022-03-16', { isolatedDays, isolatedPeople: 1 }));
  expect(days).toEqual([20_000, 80_000, 100_000, 100_000]);
});

test('a shorter isolation than the stated one goes to the payment officer, never to zero', () => {
  expect(say('2020-02-17', { isolatedDays: 13 })).toBe('facts-missing shorterIsolationPaidInFull');
  expect(say('2022-02-14', { isolatedDays: 6, isolatedPeople: 1 })).toBe(
    'facts-missing shorterIsolationPaidInFull',
  );
  expect(say('2020-02-17', {})).toBe('facts-missing isolatedDays shorterIsolationPaidInFull');
});

test('paid leave or broken rules refuse, whatever the day; not known, a person decides', () => {
  for (const notice of ['2020-02-17', '2021-12-08', '2022-02-14', '2022-03-16', '2022-07-11']) {
    expect(say(notice, { paidLeave: true })).toBe('refused');
    expect(say(notice, { rulesKept: false })).toBe('refused');
  }
  const claim = claimSchema.parse({
    dateOfIsolationNotice: '2022-03-16',
    householdSize: 1,
    isolatedPeople: 1,
  });
  const answer = judgeLivingSupport(
    rule(korea('2022-03-16'), 'livingSupport'),
    claim,
    aCase({}),
    at('2022-03-20 12:00'),
  );
  expect(answer).toEqual({
    eligible: 'decideByPerson',
    because: 'facts-missing',
    missing: ['paidLeave', 'rulesKept'],
  });
});

test('no support before 17 February 2020; open at the end, until a publisher closes it', () => {
  expect(say('2020-02-16', { isolatedDays: 14 }, '2020-02-17')).toBe('no-period');
  const asked = { isolatedPeople: 1, incomePercent: 50 };
  expect(say('2023-12-31', asked)).toBe(100_000);
  const closed = rule(korea('2023-12-31', { livingSupportUntil: '2023-08-30' }), 'livingSupport');
  const claim = claimSchema.parse({
    dateOfIsolationNotice: '2023-08-31',
    householdSize: 1,
    ...KEPT,
    ...asked,
  });
  expect(judgeLivingSupport(closed, claim, aCase({}), at('2023-12-31 12:00'))).toMatchObject({
    because: 'no-period',
  });
});

test('the longest time that is paid, and the cap of paid leave a day, by the notice', () => {
  const caps = rule(korea('2022-07-11'), 'livingSupport').periods.map(
    ({ noticeFrom, maximumDays = 'no', paidLeaveCapWonPerDay }) =>
      `${noticeFrom} ${maximumDays} days ${paidLeaveCapWonPerDay}`,
  );
  expect(caps).toEqual([
    '2020-02-17 no days 130000',
    '2021-12-08 10 days 130000',
    '2021-12-08 10 days 130000',
    '2021-12-08 no days 130000',
    '2022-02-14 7 days 73000',
    '2022-03-16 5 days 45000',
    '2022-03-16 5 days 45000',
    '2022-07-11 5 days 45000',
    '2022-07-11 5 days 45000',
  ]);
});
