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
  type Told,
} from '../../support/protocols.ts';

/** Section 3.1 up to the 9th edition: what is known, and the exact verdict at moments in Seoul. */
const EDITIONS: readonly ReleaseRow[] = [
  {
    row: 'February 2020: two negatives 24 hours apart once the symptoms are gone',
    from: '2020-02-04',
    told: {
      ...ill('2020-02-10', symptomFree('2020-02-29 09:00')),
      tests: [negative('2020-02-28 23:30'), negative('2020-02-29 23:30')],
    },
    expected: {
      '2020-02-29 23:29': 'keep tests-missing tests',
      '2020-02-29 23:30': 'release track-met tests',
    },
  },
  {
    row: 'February 2020: symptoms not gone',
    from: '2020-02-04',
    told: {
      ...ill('2020-02-10', better('2020-02-29 09:00')),
      tests: [negative('2020-02-27 09:00'), negative('2020-02-28 09:00')],
    },
    expected: { '2020-02-29 10:00': 'retest not-improving tests' },
  },
  {
    row: 'February 2020: the process orders the tests',
    from: '2020-02-04',
    told: { ...ill('2020-02-10', symptomFree('2020-02-29 09:00')), tests: [] },
    expected: { '2020-02-29 10:00': 'retest tests-missing tests' },
  },
  {
    row: 'May 2020, with symptoms: 7 days from onset and two negatives',
    from: '2020-05-11',
    told: {
      ...ill('2020-05-26', better('2020-06-02 20:00')),
      tests: [negative('2020-05-31 09:00'), negative('2020-06-01 09:00')],
    },
    expected: {
      '2020-06-02 23:59': 'keep period-running symptomatic-test',
      '2020-06-03 00:00': 'release track-met symptomatic-test',
    },
  },
  {
    row: 'May 2020, with symptoms: no time track, the tests are ordered',
    from: '2020-05-11',
    told: { ...ill('2020-05-11', better('2020-06-20 08:00')), tests: [] },
    expected: { '2020-06-20 09:00': 'retest tests-missing symptomatic-test' },
  },
  {
    row: 'May 2020, without symptoms: day 7 from confirmation and two negatives',
    from: '2020-05-11',
    told: {
      ...well('2020-05-26', symptomFree('2020-06-02 20:00')),
      tests: [negative('2020-05-31 09:00'), negative('2020-06-01 09:00')],
    },
    expected: {
      '2020-06-02 23:59': 'keep period-running asymptomatic-test',
      '2020-06-03 00:00': 'release track-met asymptomatic-test',
    },
  },
  {
    row: '9th edition, without symptoms: 10 days from confirmation',
    from: '2020-06-25',
    told: well('2020-06-25', symptomFree('2020-07-05 20:00')),
    expected: {
      '2020-06-25 23:59': 'keep period-running asymptomatic-time',
      '2020-07-05 23:59': 'keep period-running asymptomatic-time',
      '2020-07-06 00:00': 'release track-met asymptomatic-time',
    },
  },
  {
    row: '9th edition, without symptoms: 7 days and two negatives',
    from: '2020-06-25',
    told: {
      ...well('2020-06-25', symptomFree('2020-07-02 20:00')),
      tests: [negative('2020-07-01 08:00'), negative('2020-07-02 08:00')],
    },
    expected: {
      '2020-07-02 23:59': 'keep period-running asymptomatic-time',
      '2020-07-03 00:00': 'release track-met asymptomatic-test',
    },
  },
  {
    row: '9th edition, with symptoms: 10 days from onset, across 29 February',
    from: '2020-06-25',
    told: ill('2020-02-20', better('2020-03-01 20:00')),
    expected: {
      '2020-03-01 23:59': 'keep period-running symptomatic-time',
      '2020-03-02 00:00': 'release track-met symptomatic-time',
    },
  },
  {
    row: '9th edition, with symptoms: the period ends on 29 February',
    from: '2020-06-25',
    told: ill('2020-02-19', better('2020-02-29 20:00')),
    expected: {
      '2020-02-29 23:59': 'keep period-running symptomatic-time',
      '2020-03-01 00:00': 'release track-met symptomatic-time',
    },
  },
  {
    row: '9th edition, with symptoms: the day of onset counted as day 1',
    from: '2020-06-25',
    chosen: { anchorDayIs: 1 },
    told: ill('2020-02-20', better('2020-02-29 20:00')),
    expected: {
      '2020-02-29 23:59': 'keep period-running symptomatic-time',
      '2020-03-01 00:00': 'release track-met symptomatic-time',
    },
  },
  {
    row: '9th edition, with symptoms: 7 days, no fever, improving and two negatives',
    from: '2020-06-25',
    told: {
      ...ill('2020-06-28', better('2020-07-05 20:00')),
      tests: [negative('2020-07-04 08:00'), negative('2020-07-05 08:00')],
    },
    expected: {
      '2020-07-05 23:59': 'keep period-running symptomatic-time',
      '2020-07-06 00:00': 'release track-met symptomatic-test',
    },
  },
  {
    row: '9th edition: 72 hours without fever',
    from: '2020-06-25',
    told: ill('2020-06-25', feverish('2020-07-04 12:00'), better('2020-07-07 11:00')),
    expected: {
      '2020-07-07 11:59': 'keep fever symptomatic-time',
      '2020-07-07 12:00': 'release track-met symptomatic-time',
    },
  },
  {
    row: '9th edition: 72 hours without a fever reducer',
    from: '2020-06-25',
    told: ill('2020-06-25', better('2020-07-04 12:00', { antipyretic: true }), better('2020-07-07 11:00')),
    expected: {
      '2020-07-07 11:59': 'keep fever symptomatic-time',
      '2020-07-07 12:00': 'release track-met symptomatic-time',
    },
  },
  {
    row: '9th edition: onset not known, counted from confirmation',
    from: '2020-06-25',
    told: {
      symptomatic: true,
      confirmedAt: seoul('2020-06-27 23:59'),
      reports: [better('2020-07-07 20:00')],
    },
    expected: {
      '2020-07-07 23:59': 'keep period-running symptomatic-time',
      '2020-07-08 00:00': 'release track-met symptomatic-time',
    },
  },
  {
    row: '9th edition: not improving after 10 days',
    from: '2020-06-25',
    told: ill('2020-06-25', better('2020-07-06 08:00', { course: 'notImproved' })),
    expected: { '2020-07-06 09:00': 'retest not-improving symptomatic-time' },
  },
  {
    row: '9th edition: not improving after three rounds',
    from: '2020-06-25',
    told: { ...ill('2020-06-25', better('2020-07-20 08:00', { course: 'notImproved' })), retests: 3 },
    expected: { '2020-07-20 09:00': 'decideByPerson rounds-used-up symptomatic-time' },
  },
  {
    row: '9th edition: nobody asked within a day',
    from: '2020-06-25',
    told: ill('2020-06-25', better('2020-07-05 08:00')),
    expected: {
      '2020-07-06 08:00': 'release track-met symptomatic-time',
      '2020-07-06 08:01': 'decideByPerson facts-missing symptomatic-time',
    },
  },
];

test.each(EDITIONS)('$row', (row) => expect(verdictsOf(row)).toEqual(row.expected));

test('a case without symptoms that develops them is counted from onset', () => {
  const before = well('2020-06-25', symptomFree('2020-06-29 08:00'));
  const after = { ...before, dateOfSymptomOnset: '2020-06-30', reports: [better('2020-07-10 20:00')] };
  const say = (told: Told, moment: string): string => inShort(releaseOf(korea('2020-06-25'), told, moment));
  expect(say(after, '2020-07-06 00:00')).toBe('keep period-running symptomatic-time');
  expect(say(after, '2020-07-10 23:59')).toBe('keep period-running symptomatic-time');
  expect(say(after, '2020-07-11 00:00')).toBe('release track-met symptomatic-time');
});
