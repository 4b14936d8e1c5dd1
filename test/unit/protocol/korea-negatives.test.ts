import { expect, test } from '@jest/globals';
import { inShort } from '../../support/evaluation-fixtures.ts';
import {
  better,
  ill,
  korea,
  negative,
  positive,
  releaseOf,
  symptomFree,
  type Told,
} from '../../support/protocols.ts';

/** Section 5: consecutive negatives by the time of collection. The first specimen is of 10 July 2020, 08:00. */
const N = (hours: number) => negative(after(hours));
const P = (hours: number) => positive(after(hours));
const after = (hours: number): string => {
  const day = 10 + Math.floor((8 + hours) / 24);
  const hour = (8 + hours) % 24;
  return `2020-07-${String(day)} ${String(hour).padStart(2, '0')}:00`;
};
const onlyTests = (tests: NonNullable<Told['tests']>): Told => ({
  ...ill('2020-07-06', better('2020-07-13 19:00')),
  tests,
});
const KEPT = 'keep period-running symptomatic-time';
const FREE = 'release track-met symptomatic-test';

test.each([
  { tests: 'N0 N12', told: [N(0), N(12)], expected: KEPT },
  { tests: 'N0 N23', told: [N(0), N(23)], expected: KEPT },
  { tests: 'N0 N24', told: [N(0), N(24)], expected: FREE },
  { tests: 'N0 N12 N24', told: [N(0), N(12), N(24)], expected: FREE },
  { tests: 'N0 P24 N48', told: [N(0), P(24), N(48)], expected: KEPT },
  { tests: 'N0 N24 P48', told: [N(0), N(24), P(48)], expected: KEPT },
  { tests: 'N0 P12 N24 N48', told: [N(0), P(12), N(24), N(48)], expected: FREE },
  { tests: 'N0 P12 N24 N36', told: [N(0), P(12), N(24), N(36)], expected: KEPT },
  { tests: 'none', told: [], expected: KEPT },
])('$tests: $expected', ({ told, expected }) => {
  const arrived = [told, [...told].reverse(), [...told.slice(1), ...told.slice(0, 1)]];
  for (const tests of arrived) {
    expect(inShort(releaseOf(korea('2020-06-25'), onlyTests(tests), '2020-07-14 00:00'))).toBe(expected);
  }
});

test('a result that came later than the specimen after it counts where it was collected', () => {
  const late = { ...P(12), resultedAt: '2020-07-13T20:00:00+09:00' };
  const told = onlyTests([N(0), late, N(24)]);
  expect(inShort(releaseOf(korea('2020-06-25'), told, '2020-07-13 19:30'))).toBe(KEPT);
  expect(inShort(releaseOf(korea('2020-06-25'), told, '2020-07-14 00:00'))).toBe(KEPT);
});

test('an indeterminate specimen is passed over, unless the publisher lets it begin anew', () => {
  const told = onlyTests([N(0), { ...N(12), result: 'indeterminate' }, N(24)]);
  expect(inShort(releaseOf(korea('2020-06-25'), told, '2020-07-14 00:00'))).toBe(FREE);
  const strict = korea('2020-06-25', { indeterminateResult: 'resets' });
  expect(inShort(releaseOf(strict, told, '2020-07-14 00:00'))).toBe(KEPT);
});

test('a rapid test is not the PCR test that is asked for', () => {
  const told = onlyTests([N(0), { ...N(24), testType: 'rapidAntigen' }]);
  expect(inShort(releaseOf(korea('2020-06-25'), told, '2020-07-14 00:00'))).toBe(KEPT);
});

test('test-only editions order the missing test when it may be taken, later ones never', () => {
  const told: Told = {
    ...ill('2020-02-10', symptomFree('2020-02-29 07:00')),
    tests: [negative('2020-02-28 08:00')],
  };
  const say = (from: string, moment: string): string => inShort(releaseOf(korea(from), told, moment));
  expect(say('2020-02-04', '2020-02-29 07:59')).toBe('keep tests-missing tests');
  expect(say('2020-02-04', '2020-02-29 08:00')).toBe('retest tests-missing tests');
  const waiting = { ...told, dateOfSymptomOnset: '2020-02-20' };
  expect(inShort(releaseOf(korea('2020-06-25'), waiting, '2020-02-29 08:00'))).toBe(KEPT);
});
