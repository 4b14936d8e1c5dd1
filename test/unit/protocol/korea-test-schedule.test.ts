import { expect, test } from '@jest/globals';
import { dueTestsOf, korea, measureOf, negative, quarantineOf } from '../../support/protocols.ts';
import type { Told } from '../../support/protocols.ts';

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
    row: 'July 2021, vaccinated: as in May',
    from: '2021-07-05',
    told: { ...met('2021-07-05'), ...FULL, ...clear, attributes: { contactOfVariant: false } },
    moment: '2021-07-12 23:59',
    due: ['pcr-at-once pcr 2021-07-05..2021-07-06 overdue', 'pcr-second pcr 2021-07-11..2021-07-12 due'],
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
