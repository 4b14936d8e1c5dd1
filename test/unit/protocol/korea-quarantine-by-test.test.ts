import { expect, test } from '@jest/globals';
import { measuresOf, negative } from '../../support/protocols.ts';
import type { QuarantineRow } from '../../support/protocols.ts';

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
    row: 'March 2022, unvaccinated household of a school: freed with the case',
    from: '2022-03-01',
    told: {
      exposures: [
        {
          lastContact: '2022-03-02',
          setting: 'household',
          sourceCaseReleasedAt: '2022-03-09T00:00:00+09:00',
        },
      ],
      ...NONE,
      attributes: { attendsSchool: true },
    },
    expected: {
      '2022-03-08 23:59': 'school-household quarantine: keep period-running at-the-latest',
      '2022-03-09 00:00': 'school-household quarantine: release track-met with-the-case',
    },
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
