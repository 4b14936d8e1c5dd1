import { expect, test } from '@jest/globals';
import { korea, measureOf, measuresOf, positive, quarantineOf } from '../../support/protocols.ts';
import type { QuarantineRow, Told } from '../../support/protocols.ts';

const met = (
  lastContact: string,
  setting: 'household' | 'vulnerableFacility' | 'workplace' = 'workplace',
) => ({
  exposures: [{ lastContact, setting }],
});
const doses = (...days: string[]) => ({ vaccinations: days.map((on) => ({ on })) });
const FULL = doses('2021-02-01', '2021-03-01');
const NONE = doses();
const clear = { tests: [], symptomatic: false };
const variant = (contactOfVariant: boolean) => ({ attributes: { contactOfVariant } });
const freed = (at: string) => ({
  exposures: [
    { lastContact: '2022-02-10', setting: 'household' as const, sourceCaseReleasedAt: `${at}+09:00` },
  ],
});

const HOME = 'home-quarantine quarantine:';
const PASSIVE = 'vaccinated passiveSurveillance:';
const ROWS: readonly QuarantineRow[] = [
  {
    row: 'February 2020: 14 days from the last contact, ending on 29 February',
    from: '2020-02-04',
    told: met('2020-02-15'),
    expected: {
      '2020-02-15 00:00': `${HOME} keep period-running fourteen-days`,
      '2020-02-29 23:59': `${HOME} keep period-running fourteen-days`,
      '2020-03-01 00:00': `${HOME} release track-met fourteen-days`,
    },
  },
  {
    row: 'contact on 1 March, 14 days, the day of the contact as day 0: until 15 March',
    from: '2020-02-04',
    told: met('2020-03-01'),
    expected: {
      '2020-03-15 23:59': `${HOME} keep period-running fourteen-days`,
      '2020-03-16 00:00': `${HOME} release track-met fourteen-days`,
    },
  },
  {
    row: 'contact on 1 March, 14 days, the day of the contact as day 1: until 14 March',
    from: '2020-02-04',
    chosen: { contactDayIs: 1 },
    told: met('2020-03-01'),
    expected: {
      '2020-03-14 23:59': `${HOME} keep period-running fourteen-days`,
      '2020-03-15 00:00': `${HOME} release track-met fourteen-days`,
    },
  },
  {
    row: 'the latest of several contacts counts',
    from: '2020-02-04',
    told: { exposures: [{ lastContact: '2020-03-05' }, { lastContact: '2020-03-01' }] },
    expected: {
      '2020-03-19 23:59': `${HOME} keep period-running fourteen-days`,
      '2020-03-20 00:00': `${HOME} release track-met fourteen-days`,
    },
  },
  {
    row: 'May 2021, vaccinated: active surveillance for 14 days',
    from: '2021-05-05',
    told: { ...met('2021-05-20'), ...FULL, ...clear, ...variant(false) },
    expected: {
      '2021-06-03 23:59': 'vaccinated activeSurveillance: keep period-running surveillance',
      '2021-06-04 00:00': 'vaccinated activeSurveillance: release track-met surveillance',
    },
  },
  {
    row: 'May 2021, vaccinated with symptoms: quarantine',
    from: '2021-05-05',
    told: { ...met('2021-05-20'), ...FULL, tests: [], symptomatic: true, ...variant(false) },
    expected: { '2021-05-21 09:00': `${HOME} keep period-running fourteen-days` },
  },
  {
    row: 'May 2021, second dose 13 days before the contact: quarantine, which waiting does not change',
    from: '2021-05-05',
    told: { ...met('2021-05-23'), ...doses('2021-04-20', '2021-05-10'), ...clear, ...variant(false) },
    expected: { '2021-05-25 09:00': `${HOME} keep period-running fourteen-days` },
  },
  {
    row: 'May 2021, second dose 14 days before the contact: surveillance',
    from: '2021-05-05',
    told: { ...met('2021-05-24'), ...doses('2021-04-20', '2021-05-10'), ...clear, ...variant(false) },
    expected: { '2021-05-24 09:00': 'vaccinated activeSurveillance: keep period-running surveillance' },
  },
  {
    row: 'May 2021, vaccination not known: a person decides',
    from: '2021-05-05',
    told: { ...met('2021-05-20'), ...clear, ...variant(false) },
    expected: { '2021-05-21 09:00': 'facts-missing: doses, daysSinceLastDose' },
  },
  {
    row: 'July 2021, vaccinated: passive surveillance, but not for variants',
    from: '2021-07-05',
    told: { ...met('2021-07-17'), ...FULL, ...clear, ...variant(false) },
    expected: {
      '2021-07-31 23:59': `${PASSIVE} keep period-running surveillance`,
      '2021-08-01 00:00': `${PASSIVE} release track-met surveillance`,
    },
  },
  {
    row: 'July 2021, vaccinated, contact of a variant: quarantine',
    from: '2021-07-05',
    told: { ...met('2021-07-17'), ...FULL, ...clear, ...variant(true) },
    expected: { '2021-07-18 09:00': `${HOME} keep period-running fourteen-days` },
  },
  {
    row: 'September 2021, vaccinated: passive surveillance also for variants',
    from: '2021-09-24',
    told: { ...met('2021-09-24'), ...FULL, ...clear },
    expected: {
      '2021-10-08 23:59': `${PASSIVE} keep period-running surveillance`,
      '2021-10-09 00:00': `${PASSIVE} release track-met surveillance`,
    },
  },
  {
    row: 'September 2021, vaccinated, in a vulnerable facility: quarantine',
    from: '2021-09-24',
    told: { ...met('2021-09-24', 'vulnerableFacility'), ...FULL, ...clear },
    expected: { '2021-09-25 09:00': `${HOME} keep period-running fourteen-days` },
  },
  {
    row: 'December 2021, vaccinated household of a home-treated case: 7 days',
    from: '2021-12-08',
    told: {
      ...met('2021-12-25', 'household'),
      ...FULL,
      ...clear,
      attributes: { sourceCaseTreatedAtHome: true },
    },
    expected: {
      '2022-01-01 23:59': 'vaccinated-household quarantine: keep period-running seven-days',
      '2022-01-02 00:00': 'vaccinated-household quarantine: release track-met seven-days',
    },
  },
  {
    row: 'January 2022, vaccinated: passive surveillance',
    from: '2022-01-26',
    told: { ...met('2022-01-26'), ...doses('2021-03-01', '2021-06-01', '2022-01-20') },
    expected: {
      '2022-02-02 23:59': `${PASSIVE} keep period-running surveillance`,
      '2022-02-03 00:00': `${PASSIVE} release track-met surveillance`,
    },
  },
  {
    row: 'January 2022, others: 7 days',
    from: '2022-01-26',
    told: { ...met('2022-01-26'), ...FULL },
    expected: {
      '2022-02-02 23:59': 'others quarantine: keep period-running seven-days',
      '2022-02-03 00:00': 'others quarantine: release track-met seven-days',
    },
  },
  {
    row: 'February 2022, unvaccinated household: freed with the case, at that moment',
    from: '2022-02-09',
    told: { ...freed('2022-02-17T00:00:00'), ...NONE },
    expected: {
      '2022-02-16 23:59': 'unvaccinated-household quarantine: keep period-running at-the-latest',
      '2022-02-17 00:00': 'unvaccinated-household quarantine: release track-met with-the-case',
    },
  },
  {
    row: 'February 2022, unvaccinated household of a case whose release was never recorded',
    from: '2022-02-09',
    told: { ...met('2022-02-10', 'household'), ...NONE },
    expected: {
      '2022-02-24 23:59': 'unvaccinated-household quarantine: keep period-running at-the-latest',
      '2022-02-25 00:00': 'unvaccinated-household quarantine: release track-met at-the-latest',
    },
  },
  {
    row: 'February 2022, vulnerable facility',
    from: '2022-02-09',
    told: { ...met('2022-02-10', 'vulnerableFacility'), ...NONE },
    expected: {
      '2022-02-17 23:59': 'facility quarantine: keep period-running quarantine-days',
      '2022-02-18 00:00': 'facility quarantine: release track-met quarantine-days',
    },
  },
  {
    row: 'February 2022, vaccinated household: nothing',
    from: '2022-02-09',
    told: { ...met('2022-02-10', 'household'), ...doses('2021-03-01', '2021-06-01', '2021-12-01') },
    expected: { '2022-02-11 09:00': 'others none' },
  },
  {
    row: 'February 2022, everybody else: nothing',
    from: '2022-02-09',
    told: { ...met('2022-02-10'), ...NONE },
    expected: { '2022-02-11 09:00': 'others none' },
  },
];

test.each(ROWS)('$row', (row) => expect(measuresOf(row)).toEqual(row.expected));

test('a period that is over releases without any report of the last day', () => {
  const answer = quarantineOf(korea('2020-02-04'), { ...met('2020-03-01'), reports: [] }, '2020-03-16 00:00');
  expect(measureOf(answer)).toBe(`${HOME} release track-met fourteen-days`);
});

test('a contact with a positive test is no longer released by time', () => {
  const told: Told = { ...met('2020-03-01'), tests: [positive('2020-03-10 09:00')] };
  const answer = quarantineOf(korea('2020-02-04'), told, '2020-03-16 00:00');
  expect(measureOf(answer)).toBe(`${HOME} decideByPerson tested-positive`);
});
