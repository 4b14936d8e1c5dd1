import { expect, test } from '@jest/globals';
import { judgeMonitoring, underMeasure } from '../../../domain/protocol/evaluation/monitoring.ts';
import { judgeQuarantine } from '../../../domain/protocol/evaluation/quarantine.ts';
import { aHistory, kst, ruleOf, type Json } from '../../support/evaluation-fixtures.ts';

const AT = kst('2020-07-20');
const DOSED = { fact: 'doses', atLeast: 2 };
const quarantine = (measures: readonly Json[]) => ruleOf('quarantine', { binding: 'duty', measures });
const END = {
  tracks: [
    {
      id: 'ten-days',
      kind: 'time',
      minimum: [{ anchor: 'lastContact', anchorDayIs: 0, endDay: 10, endTime: '12:00' }],
    },
  ],
};
const RULE = quarantine([
  { id: 'watch', measure: 'passiveSurveillance', appliesIf: DOSED, end: END, contactAttempts: 5 },
  { id: 'home', measure: 'quarantine', appliesIf: { not: DOSED }, end: END },
]);
const EXPOSED = { of: 'contact' as const, exposures: [{ lastContact: '2020-07-01' }] };
const contact = (known: object = {}) => aHistory({ ...EXPOSED, ...known });

test('the measure that fits, with its end', () => {
  const watch = contact({ vaccinations: [{ on: '2020-01-01' }, { on: '2020-02-01' }] });
  const noon = kst('2020-07-11 12:00:00');
  expect(judgeQuarantine(RULE, watch, noon - 1)).toMatchObject({
    measure: 'watch',
    kind: 'passiveSurveillance',
    contactAttempts: 5,
    end: { verdict: 'keep', track: 'ten-days', nextAt: '2020-07-11T03:00:00Z' },
    tests: [],
  });
  const home = judgeQuarantine(RULE, contact({ vaccinations: [] }), noon);
  expect(home).toMatchObject({ measure: 'home', kind: 'quarantine', end: { verdict: 'release' } });
  expect(Object.keys(home)).toEqual(['measure', 'kind', 'end', 'tests']);
  const none = quarantine([{ id: 'nothing', measure: 'none' }]);
  expect(judgeQuarantine(none, contact(), noon)).toEqual({ measure: 'nothing', kind: 'none', tests: [] });
});

test('no measure: nobody knows, or none fits', () => {
  expect(judgeQuarantine(RULE, contact(), AT)).toEqual({ undecided: 'facts-missing', missing: ['doses'] });
  const narrow = quarantine([{ id: 'watch', measure: 'none', appliesIf: DOSED }]);
  expect(judgeQuarantine(narrow, contact({ vaccinations: [] }), AT)).toEqual({
    undecided: 'noMeasure',
    missing: [],
  });
});

const scheduled = (more: Json = {}, when: Json = {}) =>
  quarantine([
    {
      id: 'home',
      measure: 'none',
      tests: [
        {
          id: 'day-6',
          testType: 'pcr',
          when: { anchor: 'lastContact', anchorDayIs: 0, fromDay: 6, untilDay: 7, ...when },
          ...more,
        },
      ],
    },
  ]);
const testOf = (rule: ReturnType<typeof scheduled>, known: object, at: number) => {
  const answer = judgeQuarantine(rule, contact(known), at);
  return 'tests' in answer ? answer.tests : undefined;
};
const DUE = { test: 'day-6', testType: 'pcr', from: '2020-07-07', until: '2020-07-08' };

test.each([
  { now: '2020-07-06 23:59:59.999', state: 'notYet' },
  { now: '2020-07-07 00:00:00', state: 'due' },
  { now: '2020-07-08 23:59:59.999', state: 'due' },
  { now: '2020-07-09 00:00:00', state: 'overdue' },
])('a test on days 6 and 7, on $now: $state', ({ now, state }) => {
  expect(testOf(scheduled(), {}, kst(now))).toEqual([{ ...DUE, state }]);
});

test.each([
  { collected: '2020-07-06T23:59:59.999+09:00', testType: 'pcr', state: 'overdue' },
  { collected: '2020-07-07T00:00:00+09:00', testType: 'pcr', state: 'done' },
  { collected: '2020-07-08T23:59:59.999+09:00', testType: 'pcr', state: 'done' },
  { collected: '2020-07-09T00:00:00+09:00', testType: 'pcr', state: 'overdue' },
  { collected: '2020-07-07T00:00:00+09:00', testType: 'rapidAntigen', state: 'overdue' },
])('a $testType specimen of $collected: $state', ({ collected, testType, state }) => {
  const tests = [{ collectedAt: collected, testType, result: 'negative' }];
  expect(testOf(scheduled(), { tests }, AT)).toEqual([{ ...DUE, state }]);
});

test('one specimen in the window is enough, and no specimen is none', () => {
  const specimen = (collectedAt: string) => ({ collectedAt, testType: 'pcr', result: 'negative' });
  const tests = [specimen('2020-07-02T00:00:00+09:00'), specimen('2020-07-07T00:00:00+09:00')];
  expect(testOf(scheduled(), { tests }, AT)).toEqual([{ ...DUE, state: 'done' }]);
  expect(testOf(scheduled(), { tests: [] }, AT)).toEqual([{ ...DUE, state: 'overdue' }]);
});

test('the day counts from 1 where the rule says so, or from another anchor, or is not known', () => {
  expect(testOf(scheduled({}, { anchorDayIs: 1 }), {}, AT)).toMatchObject([
    { from: '2020-07-06', until: '2020-07-07' },
  ]);
  const orElse = scheduled({}, { anchor: 'arrival', orElse: 'lastContact' });
  expect(testOf(orElse, {}, AT)).toMatchObject([{ from: '2020-07-07' }]);
  expect(testOf(orElse, { arrivedOn: '2020-07-11' }, AT)).toMatchObject([{ from: '2020-07-17' }]);
  const arrival = scheduled({}, { anchor: 'arrival' });
  expect(testOf(arrival, {}, AT)).toEqual([{ ...DUE, from: null, until: null, state: 'unknown' }]);
});

test('a test that is not meant for the person is not asked for; one that may be is', () => {
  const rule = scheduled({ appliesIf: DOSED });
  expect(testOf(rule, { vaccinations: [] }, AT)).toEqual([]);
  expect(testOf(rule, {}, AT)).toHaveLength(1);
  expect(testOf(rule, { vaccinations: [{ on: '2020-01-01' }, { on: '2020-02-01' }] }, AT)).toHaveLength(1);
});

const TIERS = ruleOf('monitoring', {
  tiers: [
    {
      id: 'focus',
      of: 'case',
      appliesIf: { fact: 'age', atLeast: 60 },
      checksPerDay: 2,
      times: ['09:00', '18:00'],
      channel: 'telephone',
      forDays: 7,
    },
    { id: 'general', of: 'case', appliesIf: { fact: 'age', atLeast: 12 }, checksPerDay: 0, channel: 'none' },
    { id: 'contacts', of: 'contact', checksPerDay: 1, channel: 'app' },
  ],
});

test('a tier of contacts is of those in quarantine and actively watched, unless it names their measures', () => {
  const tiers = ruleOf('monitoring', {
    tiers: [
      { id: 'officer', of: 'contact', under: ['activeSurveillance'], checksPerDay: 1, channel: 'telephone' },
      { id: 'app', of: 'contact', checksPerDay: 2, channel: 'app' },
      { id: 'home', of: 'case', checksPerDay: 2, channel: 'app' },
    ],
  });
  const tier = (measure: string) => judgeMonitoring(underMeasure(tiers, measure), { of: 'contact' }, AT);
  expect(tier('activeSurveillance')).toMatchObject({ tier: 'officer' });
  expect(tier('quarantine')).toMatchObject({ tier: 'app' });
  expect(tier('passiveSurveillance')).toEqual({ undecided: 'noTier', missing: [] });
  const ofCase = [{ id: 'a', of: 'case', under: ['quarantine'], checksPerDay: 1, channel: 'app' }];
  expect(() => ruleOf('monitoring', { tiers: ofCase })).toThrow();
});

test('the first tier that fits, of a case or of a contact', () => {
  const tier = (known: object) => judgeMonitoring(TIERS, aHistory(known), AT);
  expect(tier({ age: 60 })).toEqual({
    tier: 'focus',
    checksPerDay: 2,
    times: ['09:00', '18:00'],
    channel: 'telephone',
    forDays: 7,
  });
  expect(tier({ age: 59 })).toStrictEqual({ tier: 'general', checksPerDay: 0, times: [], channel: 'none' });
  expect(tier({ age: 11 })).toEqual({ undecided: 'noTier', missing: [] });
  expect(tier({})).toEqual({ undecided: 'facts-missing', missing: ['age'] });
  expect(tier({ of: 'contact', age: 80 })).toEqual({
    tier: 'contacts',
    checksPerDay: 1,
    times: [],
    channel: 'app',
  });
});
