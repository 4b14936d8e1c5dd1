import { expect, test } from '@jest/globals';
import { korea, rule, seoul, verdictsOf, type ReleaseRow } from '../../support/protocols.ts';

const dayOfSpecimen = (specimenCollectedOn: string) => ({ specimenCollectedOn });
const inHospital = { stays: [{ from: seoul('2023-06-02 10:00') }] };

const ROWS: readonly ReleaseRow[] = [
  {
    row: 'June 2023: whoever was confirmed before is free when the rule takes effect',
    from: '2023-06-01',
    told: { ...dayOfSpecimen('2023-05-30'), confirmedAt: seoul('2023-05-30 18:00'), stays: [] },
    expected: { '2023-06-01 00:00': 'release track-met freed-at-the-change' },
  },
  {
    row: 'June 2023: 5 days advised',
    from: '2023-06-01',
    told: { ...dayOfSpecimen('2023-06-28'), confirmedAt: seoul('2023-06-28 18:00'), stays: [] },
    expected: {
      '2023-07-02 23:59': 'keep period-running outside-hospital',
      '2023-07-03 00:00': 'release track-met outside-hospital',
    },
  },
  {
    row: 'June 2023: in-patients 7 days',
    from: '2023-06-01',
    told: { ...dayOfSpecimen('2023-06-01'), confirmedAt: seoul('2023-06-01 18:00'), ...inHospital },
    expected: {
      '2023-06-06 00:00': 'keep period-running in-patient',
      '2023-06-07 23:59': 'keep period-running in-patient',
      '2023-06-08 00:00': 'release track-met in-patient',
    },
  },
];

test.each(ROWS)('$row', (row) => expect(verdictsOf(row)).toEqual(row.expected));

test('advice, not duty, from June 2023', () => {
  expect(rule(korea('2023-05-31'), 'caseRelease').binding).toBe('duty');
  expect(rule(korea('2023-06-01'), 'caseRelease').binding).toBe('advice');
});
