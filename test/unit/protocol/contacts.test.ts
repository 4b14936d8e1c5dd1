import { expect, test } from '@jest/globals';
import { daysOf, gradeContact } from '../../../domain/protocol/evaluation/contact-grade.ts';
import { judgeMonitoring } from '../../../domain/protocol/evaluation/monitoring.ts';
import { judgeQuarantine } from '../../../domain/protocol/evaluation/quarantine.ts';
import { aHistory, kst, ruleOf, type Json } from '../../support/evaluation-fixtures.ts';

const CLOSE = {
  all: [
    { fact: 'distanceMetres', atMost: 2 },
    { fact: 'minutes', atLeast: 15 },
  ],
};
const definition = (more: Json = {}, own: Json = {}) =>
  ruleOf(
    'contactDefinition',
    {
      grades: [
        { grade: 'close', when: { any: [{ fact: 'touched', is: true }, CLOSE] } },
        { grade: 'casual', when: { fact: 'distanceMetres', atMost: 10 } },
      ],
      otherwise: 'noContact',
      ...more,
    },
    own,
  );
const WINDOW = {
  symptomatic: { from: { anchor: 'onset', days: -2 }, until: { anchor: 'onset', days: 14 } },
  asymptomatic: { from: { anchor: 'specimen', days: -2 } },
};
const ILL = aHistory({ dateOfSymptomOnset: '2020-07-10' });
const WELL = aHistory({ symptomatic: false, specimenCollectedOn: '2020-07-10' });
const AT = kst('2020-07-20');

test.each([
  { facts: { touched: true }, grade: 'close', because: 'grade-fits', next: 'follow', missing: [] },
  {
    facts: { touched: false, distanceMetres: 2, minutes: 15 },
    grade: 'close',
    because: 'grade-fits',
    next: 'follow',
    missing: [],
  },
  {
    facts: { touched: false, distanceMetres: 2.1 },
    grade: 'casual',
    because: 'grade-fits',
    next: 'follow',
    missing: [],
  },
  {
    facts: { touched: false, distanceMetres: 10.1 },
    grade: null,
    because: 'no-grade-fits',
    next: 'noContact',
    missing: [],
  },
  {
    facts: { distanceMetres: 2 },
    grade: null,
    because: 'facts-missing',
    next: 'decideByPerson',
    missing: ['touched', 'minutes'],
  },
])('grade of $facts', ({ facts, ...answer }) => {
  expect(gradeContact(definition(), ILL, { on: '2020-07-10', ...facts }, AT)).toEqual({
    ...answer,
    window: null,
  });
});

test('without a grade that fits, what the protocol says follows', () => {
  const rule = definition({ otherwise: 'decideByPerson' });
  const exposure = { on: '2020-07-10', touched: false, distanceMetres: 11 };
  expect(gradeContact(rule, ILL, exposure, AT)).toMatchObject({
    because: 'no-grade-fits',
    next: 'decideByPerson',
  });
});

test.each([
  { who: 'ill', on: '2020-07-07', inside: false },
  { who: 'ill', on: '2020-07-08', inside: true },
  { who: 'ill', on: '2020-07-24', inside: true },
  { who: 'ill', on: '2020-07-25', inside: false },
  { who: 'well', on: '2020-07-07', inside: false },
  { who: 'well', on: '2020-07-08', inside: true },
  { who: 'well', on: '2020-12-31', inside: true },
])('$who case, met on $on: inside the window $inside', ({ who, on, inside }) => {
  const answer = gradeContact(
    definition({ window: WINDOW }),
    who === 'ill' ? ILL : WELL,
    { on, touched: true },
    AT,
  );
  const window = { from: '2020-07-08', until: who === 'ill' ? '2020-07-24' : null };
  expect(answer).toEqual(
    inside
      ? { grade: 'close', because: 'grade-fits', next: 'follow', missing: [], window }
      : { grade: null, because: 'outside-window', next: 'noContact', missing: [], window },
  );
});

test('days of the window that are not known shut nobody out; the answer names the window it used', () => {
  const rule = definition({ window: WINDOW });
  const unknown = aHistory({});
  const window = { from: null, until: null };
  const on = '2019-01-01';
  expect(gradeContact(rule, unknown, { on, touched: true }, AT)).toMatchObject({ grade: 'close', window });
  expect(gradeContact(rule, unknown, { on }, AT)).toMatchObject({ because: 'facts-missing', window });
  const far = { on, touched: false, distanceMetres: 50 };
  expect(gradeContact(rule, unknown, far, AT)).toMatchObject({ because: 'no-grade-fits', window });
});

test('a window to the release of the case ends, while it is isolated, on the present day', () => {
  const span = { from: { anchor: 'onset', days: 0 }, until: { anchor: 'released', days: 1 } } as const;
  const days = daysOf(span, ILL, kst('2020-07-21') - 1);
  const from = daysOf(span, ILL, kst('2020-07-10')).until;
  expect(days.until).toBe((from ?? 0) + 10);
  expect(days.from).toBe((from ?? 0) - 1);
});

test("a protocol's own facts of an exposure", () => {
  const rule = definition(
    { grades: [{ grade: 'ward', when: { fact: 'sameWard', is: true } }] },
    { exposureFacts: { sameWard: { type: 'truth' } } },
  );
  const exposure = { on: '2020-07-10', attributes: { sameWard: true } };
  expect(gradeContact(rule, ILL, exposure, AT).grade).toBe('ward');
  expect(gradeContact(rule, ILL, { on: '2020-07-10' }, AT)).toMatchObject({ missing: ['sameWard'] });
});

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

test('the first tier that fits, of a case or of a contact', () => {
  const tier = (known: object) => judgeMonitoring(TIERS, aHistory(known), AT);
  expect(tier({ age: 60 })).toEqual({
    tier: 'focus',
    checksPerDay: 2,
    times: ['09:00', '18:00'],
    channel: 'telephone',
    forDays: 7,
  });
  expect(tier({ age: 59 })).toEqual({ tier: 'general', checksPerDay: 0, times: [], channel: 'none' });
  expect(tier({ age: 11 })).toEqual({ undecided: 'noTier', missing: [] });
  expect(tier({})).toEqual({ undecided: 'facts-missing', missing: ['age'] });
  expect(tier({ of: 'contact', age: 80 })).toEqual({
    tier: 'contacts',
    checksPerDay: 1,
    times: [],
    channel: 'app',
  });
});
