import { expect, test } from '@jest/globals';
import {
  dueTestsOf,
  korea,
  measureOf,
  measuresOf,
  negative,
  quarantineOf,
  type QuarantineRow,
  type Told,
} from '../../support/protocols.ts';

const met = (
  lastContact: string,
  setting: 'household' | 'vulnerableFacility' | 'workplace' = 'workplace',
) => ({
  exposures: [{ lastContact, setting }],
});
const NONE = { vaccinations: [] };
const FULL = { vaccinations: [{ on: '2021-02-01' }, { on: '2021-03-01' }] };
const BOOSTED = { vaccinations: [...FULL.vaccinations, { on: '2021-12-01' }] };
const clear = { tests: [], symptomatic: false };
const MORE_DAYS = 'ten-days-after-negative';

/** Ends that hang on a test, at noon, and the measures of March 2022. */
const ROWS: readonly QuarantineRow[] = [
  {
    row: 'November 2021, arrival with a negative on day 9: noon of day 11',
    from: '2021-11-01',
    told: { arrivedOn: '2021-11-20', tests: [negative('2021-11-29 09:00')] },
    expected: {
      '2021-12-01 11:59': `arrival quarantine: keep period-running ${MORE_DAYS}`,
      '2021-12-01 12:00': `arrival quarantine: release track-met ${MORE_DAYS}`,
    },
  },
  {
    row: 'November 2021, the day of arrival as day 1',
    from: '2021-11-01',
    chosen: { arrivalDayIs: 1 },
    told: { arrivedOn: '2021-11-20', tests: [negative('2021-11-29 09:00')] },
    expected: {
      '2021-11-30 11:59': `arrival quarantine: keep period-running ${MORE_DAYS}`,
      '2021-11-30 12:00': `arrival quarantine: release track-met ${MORE_DAYS}`,
    },
  },
  {
    row: 'November 2021, arrival without a test: 14 days',
    from: '2021-11-01',
    told: { arrivedOn: '2021-11-20', tests: [] },
    expected: {
      '2021-12-01 12:00': 'arrival quarantine: keep period-running fourteen-days',
      '2021-12-04 23:59': 'arrival quarantine: keep period-running fourteen-days',
      '2021-12-05 00:00': 'arrival quarantine: release track-met fourteen-days',
    },
  },
  {
    row: 'November 2021, arrival with a negative before day 9 only: 14 days',
    from: '2021-11-01',
    told: { arrivedOn: '2021-11-20', tests: [negative('2021-11-28 23:59')] },
    expected: { '2021-12-01 12:00': 'arrival quarantine: keep period-running fourteen-days' },
  },
  {
    row: 'November 2021, arrival who met a case later: from the later of the two',
    from: '2021-11-01',
    told: { arrivedOn: '2021-11-20', ...met('2021-11-22'), tests: [negative('2021-11-30 09:00')] },
    expected: {
      '2021-12-03 11:59': `arrival quarantine: keep period-running ${MORE_DAYS}`,
      '2021-12-03 12:00': `arrival quarantine: release track-met ${MORE_DAYS}`,
    },
  },
  {
    row: 'November 2021, contact with a negative on day 9: noon of day 11',
    from: '2021-11-01',
    told: { ...met('2021-11-20'), ...NONE, tests: [negative('2021-11-29 00:00')] },
    expected: {
      '2021-12-01 11:59': `contact quarantine: keep period-running ${MORE_DAYS}`,
      '2021-12-01 12:00': `contact quarantine: release track-met ${MORE_DAYS}`,
    },
  },
  {
    row: 'November 2021, contact without a test: 14 days',
    from: '2021-11-01',
    told: { ...met('2021-11-20'), ...NONE, tests: [] },
    expected: {
      '2021-12-04 23:59': 'contact quarantine: keep period-running fourteen-days',
      '2021-12-05 00:00': 'contact quarantine: release track-met fourteen-days',
    },
  },
  {
    row: 'November 2021, vaccinated: still 14 days of passive surveillance',
    from: '2021-11-01',
    told: { ...met('2021-11-20'), ...FULL, ...clear },
    expected: {
      '2021-12-04 23:59': 'vaccinated passiveSurveillance: keep period-running surveillance',
      '2021-12-05 00:00': 'vaccinated passiveSurveillance: release track-met surveillance',
    },
  },
  {
    row: 'March 2022, household, whatever vaccination: passive surveillance for 10 days',
    from: '2022-03-01',
    told: { ...met('2022-03-25', 'household'), ...NONE, attributes: { attendsSchool: false } },
    expected: {
      '2022-04-04 23:59': 'household passiveSurveillance: keep period-running surveillance',
      '2022-04-05 00:00': 'household passiveSurveillance: release track-met surveillance',
    },
  },
  {
    row: 'March 2022, vaccinated household of a school: passive surveillance',
    from: '2022-03-01',
    told: { ...met('2022-03-02', 'household'), ...BOOSTED, attributes: { attendsSchool: true } },
    expected: { '2022-03-03 09:00': 'household passiveSurveillance: keep period-running surveillance' },
  },
  {
    row: 'March 2022, unvaccinated household of a school: quarantine until the 14th',
    from: '2022-03-01',
    told: { ...met('2022-03-02', 'household'), ...NONE, attributes: { attendsSchool: true } },
    expected: { '2022-03-03 09:00': 'school-household quarantine: keep period-running at-the-latest' },
  },
  {
    row: '14 March 2022, schools too',
    from: '2022-03-14',
    told: { ...met('2022-03-14', 'household'), ...NONE, attributes: { attendsSchool: true } },
    expected: { '2022-03-15 09:00': 'household passiveSurveillance: keep period-running surveillance' },
  },
  {
    row: 'March 2022, vulnerable facility: as before',
    from: '2022-03-14',
    told: { ...met('2022-03-14', 'vulnerableFacility'), ...NONE },
    expected: { '2022-03-15 09:00': 'facility quarantine: keep period-running quarantine-days' },
  },
];

test.each(ROWS)('$row', (row) => expect(measuresOf(row)).toEqual(row.expected));

type Due = Readonly<{ row: string; from: string; told: Told; moment: string; due: readonly string[] }>;
const DUE: readonly Due[] = [
  {
    row: 'February 2020: no tests',
    from: '2020-02-04',
    told: met('2020-02-15'),
    moment: '2020-02-20 09:00',
    due: [],
  },
  {
    row: 'May 2021, vaccinated: two tests',
    from: '2021-05-05',
    told: {
      ...met('2021-05-20'),
      ...FULL,
      ...clear,
      isolationStartedOn: '2021-05-22',
      attributes: { contactOfVariant: false },
    },
    moment: '2021-05-24 00:00',
    due: ['pcr-at-once pcr 2021-05-22..2021-05-23 overdue', 'pcr-second pcr 2021-05-26..2021-05-27 notYet'],
  },
  {
    row: 'September 2021, vaccinated: at once and on day 6 or 7',
    from: '2021-09-24',
    told: {
      ...met('2021-09-24'),
      ...FULL,
      symptomatic: false,
      isolationStartedOn: '2021-09-25',
      tests: [negative('2021-09-26 23:59')],
    },
    moment: '2021-09-30 00:00',
    due: ['pcr-at-once pcr 2021-09-25..2021-09-26 done', 'pcr-day-6-7 pcr 2021-09-30..2021-10-01 due'],
  },
  {
    row: 'November 2021, arrival: day 9',
    from: '2021-11-01',
    told: { arrivedOn: '2021-11-20' },
    moment: '2021-11-28 23:59',
    due: ['pcr-day-9 pcr 2021-11-29..2021-11-29 notYet'],
  },
  {
    row: 'November 2021, contact: day 9',
    from: '2021-11-01',
    told: { ...met('2021-11-20'), ...NONE },
    moment: '2021-11-29 23:59',
    due: ['pcr-day-9 pcr 2021-11-29..2021-11-29 due'],
  },
  {
    row: 'December 2021, vaccinated household: day 6 or 7',
    from: '2021-12-08',
    told: {
      ...met('2021-12-25', 'household'),
      ...FULL,
      ...clear,
      attributes: { sourceCaseTreatedAtHome: true },
    },
    moment: '2022-01-02 00:00',
    due: ['pcr-day-6-7 pcr 2021-12-31..2022-01-01 overdue'],
  },
  {
    row: 'January 2022, others: day 6 or 7',
    from: '2022-01-26',
    told: { ...met('2022-01-26'), ...NONE },
    moment: '2022-02-01 00:00',
    due: ['pcr-day-6-7 pcr 2022-02-01..2022-02-02 due'],
  },
  {
    row: 'January 2022, vaccinated: the same',
    from: '2022-01-26',
    told: { ...met('2022-01-26'), ...BOOSTED },
    moment: '2022-02-01 00:00',
    due: ['pcr-day-6-7 pcr 2022-02-01..2022-02-02 due'],
  },
  {
    row: 'March 2022, household: within 3 days, and a rapid test on day 7',
    from: '2022-03-14',
    told: { ...met('2022-03-25', 'household'), ...NONE, tests: [negative('2022-03-25 18:00')] },
    moment: '2022-04-01 09:00',
    due: [
      'pcr-within-3-days pcr 2022-03-25..2022-03-28 done',
      'rapid-day-7 rapidAntigen 2022-04-01..2022-04-01 due',
    ],
  },
];
test.each(DUE)('$row', ({ from, told, moment, due }) => {
  expect(dueTestsOf(quarantineOf(korea(from), told, moment))).toEqual(due);
});

test('whether the vaccinated are tested in January 2022 is a parameter', () => {
  const version = korea('2022-01-26', { dosesFromWhichVaccinatedAreTested: 99 });
  expect(dueTestsOf(quarantineOf(version, { ...met('2022-01-26'), ...BOOSTED }, '2022-02-01 00:00'))).toEqual(
    [],
  );
  expect(
    dueTestsOf(quarantineOf(version, { ...met('2022-01-26'), ...NONE }, '2022-02-01 00:00')),
  ).toHaveLength(1);
});

test('whether vaccinated contacts in vulnerable facilities are quarantined is a parameter', () => {
  const told = { ...met('2022-02-10', 'vulnerableFacility'), ...BOOSTED };
  const say = (kind: string): string =>
    measureOf(
      quarantineOf(korea('2022-02-09', { measureForVaccinatedInFacilities: kind }), told, '2022-02-11 09:00'),
    );
  expect(say('quarantine')).toBe('vaccinated-facility quarantine: keep period-running quarantine-days');
  expect(say('passiveSurveillance')).toBe(
    'vaccinated-facility passiveSurveillance: keep period-running quarantine-days',
  );
});
