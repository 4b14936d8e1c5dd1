import { expect, test } from '@jest/globals';
import type { HistoryInput } from '../../../domain/protocol/evaluation/history.schema.ts';
import {
  criterionOf,
  hour,
  HOUR,
  inShort,
  judged,
  kst,
  type Json,
} from '../../support/evaluation-fixtures.ts';

type Test = NonNullable<HistoryInput['tests']>[number];
const at = (hours: number): number => kst('2020-07-01') + hours * HOUR;
const one = (result: Test['result'], hours: number, more: Partial<Test> = {}): Test => ({
  collectedAt: hour(hours),
  result,
  ...more,
});
const N = (hours: number, more: Partial<Test> = {}): Test => one('negative', hours, more);
const P = (hours: number, more: Partial<Test> = {}): Test => one('positive', hours, more);
const I = (hours: number): Test => one('indeterminate', hours);
const track = (more: Json = {}, own: Json = {}) => ({
  kind: 'test',
  negatives: { count: 2, minGapHours: 24, indeterminate: 'ignored', ...more },
  ...own,
});
const RELEASED = 'release track-met track-0';
const WAITS = 'keep tests-missing track-0';

test.each<{ what: string; tests: readonly Test[]; says: string; more?: Json }>([
  { what: 'N 0 h, N 12 h', tests: [N(0), N(12)], says: WAITS },
  { what: 'N 0 h, N a millisecond under 24 h', tests: [N(0), N(24 - 1 / HOUR)], says: WAITS },
  { what: 'N 0 h, N 24 h', tests: [N(0), N(24)], says: RELEASED },
  { what: 'the same in another order', tests: [N(24), N(0)], says: RELEASED },
  { what: 'N 0 h, N 12 h, N 24 h', tests: [N(0), N(12), N(24)], says: RELEASED },
  { what: 'N 0 h, P 24 h, N 48 h', tests: [N(0), P(24), N(48)], says: WAITS },
  { what: 'N, P, N, N + 24 h', tests: [N(0), P(12), N(24), N(48)], says: RELEASED },
  { what: 'P, N, N arriving as N, N, P', tests: [N(48), N(24), P(12)], says: RELEASED },
  { what: 'N and P of the same moment, N', tests: [P(24), N(24), N(48)], says: WAITS },
  { what: 'N, N, P', tests: [N(0), N(24), P(48)], says: WAITS },
  { what: 'one', tests: [N(0)], says: WAITS },
  { what: 'none', tests: [], says: WAITS },
  { what: 'N, indeterminate, N', tests: [N(0), I(12), N(24)], says: RELEASED },
  {
    what: 'N, indeterminate that resets, N',
    tests: [N(0), I(12), N(24)],
    says: WAITS,
    more: { indeterminate: 'resets' },
  },
  {
    what: 'indeterminate that resets, N, N',
    tests: [I(12), N(24), N(48)],
    says: RELEASED,
    more: { indeterminate: 'resets' },
  },
  {
    what: 'a negative of another type',
    tests: [N(0, { testType: 'rapidAntigen' }), N(24)],
    says: WAITS,
    more: { testTypes: ['pcr'] },
  },
  {
    what: 'a positive of another type resets',
    tests: [N(0), P(12, { testType: 'rapidAntigen' }), N(24)],
    says: WAITS,
    more: { testTypes: ['pcr'] },
  },
  {
    what: 'both types named',
    tests: [N(0, { testType: 'rapidAntigen' }), N(24)],
    says: RELEASED,
    more: { testTypes: ['pcr', 'rapidAntigen'] },
  },
  {
    what: 'a high cycle threshold counts as negative',
    tests: [P(0, { cycleThreshold: 33 }), N(24)],
    says: RELEASED,
    more: { cycleThresholdAtLeast: 33 },
  },
  {
    what: 'a cycle threshold just below',
    tests: [N(0), P(12, { cycleThreshold: 32.9 }), N(24)],
    says: WAITS,
    more: { cycleThresholdAtLeast: 33 },
  },
  {
    what: 'a positive without a cycle threshold',
    tests: [N(0), P(12), N(24)],
    says: WAITS,
    more: { cycleThresholdAtLeast: 33 },
  },
  {
    what: 'a high cycle threshold where the rule names none',
    tests: [N(0), P(12, { cycleThreshold: 60 }), N(24)],
    says: WAITS,
  },
  {
    what: 'a high and a low positive of the same moment, N',
    tests: [P(0, { cycleThreshold: 20 }), P(0, { cycleThreshold: 40 }), N(24)],
    says: WAITS,
    more: { cycleThresholdAtLeast: 33 },
  },
  {
    what: 'an indeterminate is none, whatever its cycle threshold',
    tests: [{ ...I(0), cycleThreshold: 40 }, N(24)],
    says: WAITS,
    more: { cycleThresholdAtLeast: 33 },
  },
  { what: 'an indeterminate is no negative', tests: [I(0), N(24)], says: WAITS },
  { what: 'gap of zero', tests: [N(0), N(1)], says: RELEASED, more: { minGapHours: 0 } },
  { what: 'three wanted, two there', tests: [N(0), N(24)], says: WAITS, more: { count: 3 } },
])('$what: $says', ({ tests, says, more = {} }) => {
  expect(inShort(judged(track(more), { tests: [...tests] }, at(100)))).toBe(says);
});

test('what was found, and when the next specimen counts', () => {
  const verdict = judged(track(), { tests: [P(0), N(10), N(11)] }, at(12));
  expect(verdict).toMatchObject({ missing: [], because: 'tests-missing' });
  expect(criterionOf(verdict, 'negatives')).toEqual({
    criterion: 'negatives',
    met: 'notMet',
    facts: {
      wanted: 2,
      found: 1,
      minGapHours: 24,
      lastPositiveAt: '2020-06-30T15:00:00Z',
      nextTestFrom: '2020-07-02T01:00:00Z',
    },
  });
  const met = criterionOf(judged(track(), { tests: [N(0), N(24), N(48)] }, at(50)), 'negatives');
  expect(met).toEqual({
    criterion: 'negatives',
    met: 'met',
    facts: { wanted: 2, found: 2, minGapHours: 24, lastPositiveAt: null, nextTestFrom: null },
  });
  const none = criterionOf(judged(track(), {}, at(50)), 'negatives');
  expect(none?.facts).toMatchObject({ found: 0, lastPositiveAt: null, nextTestFrom: null });
});

test('a result counts from the moment it is there, and with the time of its specimen', () => {
  const tests = [N(0, { resultedAt: hour(40) }), N(24, { resultedAt: hour(30) })];
  expect(inShort(judged(track(), { tests }, at(40) - 1))).toBe(WAITS);
  expect(inShort(judged(track(), { tests }, at(40)))).toBe(RELEASED);
  const resultBeforeSpecimen = [N(0), N(24, { resultedAt: hour(1) })];
  expect(inShort(judged(track(), { tests: resultBeforeSpecimen }, at(24) - 1))).toBe(WAITS);
});

const NOT_BEFORE = {
  notBefore: { anchor: 'confirmed', anchorDayIs: 0, endDay: 1, endTime: '12:00' },
};
const CONFIRMED = { confirmedAt: '2020-07-01T00:00:00+09:00' };

test('specimens before a day do not count', () => {
  const says = (first: number): string =>
    inShort(judged(track(NOT_BEFORE), { ...CONFIRMED, tests: [N(first), N(100)] }, at(120)));
  expect(says(36)).toBe(RELEASED);
  expect(says(36 - 1 / HOUR)).toBe(WAITS);
  const waiting = judged(track(NOT_BEFORE), { ...CONFIRMED, tests: [] }, at(1));
  expect(criterionOf(waiting, 'negatives')?.facts).toMatchObject({ nextTestFrom: '2020-07-02T03:00:00Z' });
});

test('the day from which specimens count is not known', () => {
  const verdict = judged(track(NOT_BEFORE), { tests: [N(0), N(24)] }, at(120));
  expect(verdict).toMatchObject({
    verdict: 'decideByPerson',
    because: 'facts-missing',
    missing: ['confirmed'],
  });
  expect(criterionOf(verdict, 'negatives')).toMatchObject({
    met: 'notMet',
    facts: { found: 0, nextTestFrom: null },
  });
  const ordered = judged(track(NOT_BEFORE, { ordersTests: true }), { tests: [] }, at(120));
  expect(ordered).toMatchObject({
    verdict: 'decideByPerson',
    because: 'facts-missing',
    track: 'track-0',
    missing: ['confirmed'],
  });
});

test('a track that orders its tests says retest once the next specimen counts', () => {
  const orders = track({}, { ordersTests: true });
  const tests = [N(0)];
  const before = judged(orders, { tests }, at(24) - 1);
  expect(before).toMatchObject({ verdict: 'keep', because: 'tests-missing', track: 'track-0', missing: [] });
  expect(before.nextAt).toBe('2020-07-01T15:00:00Z');
  const after = judged(orders, { tests }, at(24));
  expect(after).toMatchObject({ verdict: 'retest', because: 'tests-missing', track: 'track-0', missing: [] });
  expect(inShort(judged(orders, {}, at(0)))).toBe('retest tests-missing track-0');
  expect(inShort(judged(track({}, { ordersTests: false }), {}, at(0)))).toBe(WAITS);
});

test('tests that the process orders are rounds too', () => {
  const orders = track({}, { ordersTests: true });
  const says = (retests: number): string =>
    inShort(judged(orders, { tests: [], retests }, at(0), { maximumRetests: 2 }));
  expect(says(1)).toBe('retest tests-missing track-0');
  expect(says(2)).toBe('decideByPerson tests-used-up track-0');
  const waiting = judged(orders, { tests: [N(0)], retests: 2 }, at(1), { maximumRetests: 2 });
  expect(inShort(waiting)).toBe(WAITS);
});

test('no test is ordered before the period is over, nor while something else is missing', () => {
  const period = { minimum: [{ anchor: 'onset', anchorDayIs: 0, endDay: 7, endTime: '24:00' }] };
  const orders = track({}, { ordersTests: true, ...period });
  const onset = { dateOfSymptomOnset: '2020-07-01' };
  expect(inShort(judged(orders, onset, kst('2020-07-09') - 1))).toBe('keep period-running track-0');
  expect(inShort(judged(orders, onset, kst('2020-07-09')))).toBe('retest tests-missing track-0');
  const fever = track({}, { ordersTests: true, feverFreeHours: 24 });
  const hot = { reports: [{ at: hour(0), symptoms: ['fever'] }] };
  expect(inShort(judged(fever, hot, at(23)))).toBe('keep fever track-0');
  const asked = judged(fever, hot, at(24));
  expect(asked).toMatchObject({ because: 'facts-missing', track: 'track-0', missing: ['temperature'] });
});

test('a test track without orders waits for symptoms, and says so', () => {
  const slow = track({}, { course: 'symptomFree' });
  const reports = [{ at: hour(0), course: 'notImproved' as const }];
  const tests = [N(0), N(24)];
  expect(judged(slow, { reports, tests }, at(30))).toMatchObject({
    verdict: 'keep',
    because: 'symptoms',
    track: 'track-0',
  });
  expect(inShort(judged(slow, { reports }, at(30)))).toBe('keep symptoms track-0');
  const orders = track({}, { course: 'symptomFree', ordersTests: true });
  expect(inShort(judged(orders, { reports }, at(30), { maximumRetests: 1 }))).toBe(
    'retest not-improving track-0',
  );
  const unknown = judged(slow, { tests: [] }, at(30));
  expect(unknown).toMatchObject({ because: 'facts-missing', missing: ['course'] });
  expect(unknown.track).toBeUndefined();
});
