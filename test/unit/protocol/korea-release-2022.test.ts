import { expect, test } from '@jest/globals';
import { inShort } from '../../support/evaluation-fixtures.ts';
import {
  better,
  feverish,
  ill,
  korea,
  negative,
  releaseOf,
  seoul,
  symptomFree,
  verdictsOf,
  well,
  type ReleaseRow,
} from '../../support/protocols.ts';

const critical = { treatments: [{ at: seoul('2022-01-06 09:00'), treatment: 'highFlowOxygen' as const }] };
const second = (on: string) => ({ vaccinations: [{ on: '2021-06-01' }, { on }] });
const third = (on: string) => ({ vaccinations: [{ on: '2021-03-01' }, { on: '2021-06-01' }, { on }] });
const dayOfSpecimen = (specimenCollectedOn: string) => ({ specimenCollectedOn });

const ROWS: readonly ReleaseRow[] = [
  {
    row: 'shorter time without fever: 24 hours where never critical',
    from: '2022-01-01',
    told: ill('2022-01-02', feverish('2022-01-12 12:00'), better('2022-01-13 11:00')),
    expected: {
      '2022-01-13 11:59': 'keep fever never-critical-time',
      '2022-01-13 12:00': 'release track-met never-critical-time',
    },
  },
  {
    row: 'shorter time without fever: 48 hours where ever critical',
    from: '2022-01-01',
    told: { ...ill('2022-01-02', feverish('2022-01-12 12:00'), better('2022-01-14 11:00')), ...critical },
    expected: {
      '2022-01-13 12:00': 'keep fever symptomatic-time',
      '2022-01-14 11:59': 'keep fever symptomatic-time',
      '2022-01-14 12:00': 'release track-met symptomatic-time',
    },
  },
  {
    row: 'shorter time without fever: still 10 days from onset, and the month ends',
    from: '2022-01-01',
    told: ill('2022-01-21', better('2022-01-31 20:00')),
    expected: {
      '2022-01-31 23:59': 'keep period-running never-critical-time',
      '2022-02-01 00:00': 'release track-met never-critical-time',
    },
  },
  {
    row: 'shorter time without fever: two negatives without the 7 days, with symptoms',
    from: '2022-01-01',
    told: {
      ...ill('2022-01-02', better('2022-01-04 08:00')),
      tests: [negative('2022-01-03 09:00'), negative('2022-01-04 09:00')],
    },
    expected: {
      '2022-01-04 08:59': 'keep period-running never-critical-time',
      '2022-01-04 09:00': 'release track-met symptomatic-test',
    },
  },
  {
    row: 'shorter time without fever: two negatives without the 7 days, no symptoms',
    from: '2022-01-01',
    told: {
      ...well('2022-01-02', symptomFree('2022-01-04 08:00')),
      tests: [negative('2022-01-03 09:00'), negative('2022-01-04 09:00')],
    },
    expected: {
      '2022-01-04 08:59': 'keep period-running asymptomatic-time',
      '2022-01-04 09:00': 'release track-met asymptomatic-test',
    },
  },
  {
    row: 'January 2022, third dose: 7 days, improving without fever',
    from: '2022-01-26',
    told: { ...ill('2022-01-26', better('2022-02-02 20:00')), ...third('2022-01-20') },
    expected: {
      '2022-02-02 23:59': 'keep period-running vaccinated-improving',
      '2022-02-03 00:00': 'release track-met vaccinated-improving',
    },
  },
  {
    row: 'January 2022, second dose 14 days ago only on the last day, not when confirmed: 10 days',
    from: '2022-01-26',
    told: { ...ill('2022-01-26', better('2022-02-02 20:00')), ...second('2022-01-20') },
    expected: {
      '2022-02-02 23:59': 'keep period-running improving',
      '2022-02-03 00:00': 'keep period-running improving',
    },
  },
  {
    row: 'January 2022, second dose 86 days before confirmation: 7 days, although more than 90 when they are over',
    from: '2022-01-26',
    told: { ...ill('2022-01-26', better('2022-02-02 20:00')), ...second('2021-11-01') },
    expected: { '2022-02-03 00:00': 'release track-met vaccinated-improving' },
  },
  {
    row: 'January 2022, second dose more than 90 days ago: 10 days',
    from: '2022-01-26',
    told: { ...ill('2022-01-26', better('2022-02-05 20:00')), ...second('2021-10-01') },
    expected: {
      '2022-02-03 00:00': 'keep period-running improving',
      '2022-02-05 23:59': 'keep period-running improving',
      '2022-02-06 00:00': 'release track-met improving',
    },
  },
  {
    row: 'January 2022, vaccinated without symptoms: 7 days from confirmation',
    from: '2022-01-26',
    told: { ...well('2022-01-26', symptomFree('2022-02-02 20:00')), ...third('2022-01-20') },
    expected: {
      '2022-02-02 23:59': 'keep period-running vaccinated-improving',
      '2022-02-03 00:00': 'release track-met vaccinated-symptom-free',
    },
  },
  {
    row: 'January 2022, vaccinated, free of symptoms a few hours after a fever',
    from: '2022-01-26',
    told: {
      ...ill('2022-01-26', feverish('2022-02-02 12:00'), symptomFree('2022-02-02 20:00')),
      ...third('2022-01-20'),
    },
    expected: { '2022-02-03 00:00': 'release track-met vaccinated-symptom-free' },
  },
  {
    row: 'January 2022, vaccinated, improving a few hours after a fever',
    from: '2022-01-26',
    told: {
      ...ill('2022-01-26', feverish('2022-02-03 12:00'), better('2022-02-03 20:00')),
      ...third('2022-01-20'),
    },
    expected: {
      '2022-02-03 21:00': 'keep fever vaccinated-improving',
      '2022-02-04 12:00': 'release track-met vaccinated-improving',
    },
  },
  {
    row: 'January 2022, a fever reducer counts as a fever',
    from: '2022-01-26',
    told: {
      ...ill('2022-01-26', better('2022-02-05 12:00', { antipyretic: true }), better('2022-02-06 11:00')),
      ...second('2021-10-01'),
    },
    expected: {
      '2022-02-06 11:59': 'keep fever improving',
      '2022-02-06 12:00': 'release track-met improving',
    },
  },
  {
    row: 'January 2022, vaccination not known: a person decides, and 10 days release',
    from: '2022-01-26',
    told: ill('2022-01-26', better('2022-02-02 20:00'), better('2022-02-05 20:00')),
    expected: {
      '2022-02-03 00:00': 'decideByPerson facts-missing vaccinated-improving',
      '2022-02-06 00:00': 'release track-met improving',
    },
  },
  {
    row: 'February 2022: day 7 from the specimen, 24:00, whatever the symptoms',
    from: '2022-02-09',
    told: { ...ill('2022-02-05', feverish('2022-02-15 23:00')), ...dayOfSpecimen('2022-02-09') },
    expected: {
      '2022-02-15 23:59': 'keep period-running seven-days',
      '2022-02-16 00:00': 'release track-met seven-days',
    },
  },
  {
    row: 'February 2022: across the end of February',
    from: '2022-02-09',
    told: dayOfSpecimen('2022-02-25'),
    expected: {
      '2022-03-03 23:59': 'keep period-running seven-days',
      '2022-03-04 00:00': 'release track-met seven-days',
    },
  },
  {
    row: 'February 2022: the day of the specimen counted as day 0',
    from: '2022-02-09',
    chosen: { specimenDayIs: 0 },
    told: dayOfSpecimen('2022-02-09'),
    expected: {
      '2022-02-16 23:59': 'keep period-running seven-days',
      '2022-02-17 00:00': 'release track-met seven-days',
    },
  },
];

test.each(ROWS)('$row', (row) => expect(verdictsOf(row)).toEqual(row.expected));

test('where symptoms do not count, nobody is kept or tested for them', () => {
  const told = { ...ill('2022-02-05', better('2022-02-16 08:00', { course: 'notImproved' })), retests: 3 };
  const say = inShort(
    releaseOf(korea('2022-02-09'), { ...told, ...dayOfSpecimen('2022-02-09') }, '2022-02-16 09:00'),
  );
  expect(say).toBe('release track-met seven-days');
});

test('a moment is the same in Seoul and in UTC', () => {
  const told = (confirmedAt: string, at: string) => ({
    symptomatic: false,
    confirmedAt,
    reports: [{ at, course: 'symptomFree' as const }],
  });
  const inSeoul = told('2020-06-26T00:30:00+09:00', '2020-07-06T20:00:00+09:00');
  const inUtc = told('2020-06-25T15:30:00Z', '2020-07-06T11:00:00Z');
  for (const moment of ['2020-07-06 23:59', '2020-07-07 00:00']) {
    expect(releaseOf(korea('2020-06-25'), inUtc, moment)).toEqual(
      releaseOf(korea('2020-06-25'), inSeoul, moment),
    );
  }
  expect(inShort(releaseOf(korea('2020-06-25'), inUtc, '2020-07-06 23:59'))).toBe(
    'keep period-running asymptomatic-time',
  );
  expect(inShort(releaseOf(korea('2020-06-25'), inUtc, '2020-07-07 00:00'))).toBe(
    'release track-met asymptomatic-time',
  );
});
