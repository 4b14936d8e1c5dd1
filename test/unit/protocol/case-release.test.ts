import { expect, test } from '@jest/globals';
import type { CaseState } from '../../../domain/patient-management/case/case.state.ts';
import {
  feverFreeHoursAsked,
  judge,
  nextContactMoment,
  noonAfter,
  planCheck,
} from '../../../domain/patient-management/case/release-criteria.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { aCase, atHome } from '../../support/case-fixtures.ts';
import { byTests, daysFrom, rule, rulesWith } from '../../support/case-rules.ts';

const atHomeNow = (() => {
  const one = aCase();
  for (const command of atHome) one.execute(command);
  return one.state;
})();
const state = (more: Partial<CaseState> = {}): CaseState => ({
  ...atHomeNow,
  symptomatic: true,
  onset: { entered: '2026-03-01' },
  confirmedAt: '2026-03-02T01:00:00Z',
  reports: [],
  releaseTests: [],
  ...more,
});
const at = (moment: string): Instant => Instant.of(moment);
const OVER = '2026-03-11T15:00:00Z';
const told = (course: 'symptomFree' | 'notImproved', reportedAt = '2026-03-11T14:00:00Z') => [
  { reportedAt, course },
];
const plan = (rules: typeof rule, more: Partial<CaseState>, moment: string) => {
  const { dueAt, ...counted } = planCheck(rules, state(more), at(moment));
  return { dueAt: dueAt.toString(), ...counted };
};
const ONSET = { countedFrom: 'onset', anchorDay: '2026-03-01' };
const NOTHING = { countedFrom: null, anchorDay: null };

test.each([
  { what: 'the period runs', more: {}, now: '2026-03-05T00:00:00Z', dueAt: OVER, counted: ONSET },
  {
    what: 'it is over, nobody knows how the patient is',
    more: {},
    now: '2026-03-13T00:00:00Z',
    dueAt: OVER,
    counted: ONSET,
  },
  {
    what: 'it is over and the patient is well',
    more: { reports: told('symptomFree') },
    now: OVER,
    dueAt: OVER,
    counted: ONSET,
  },
  {
    what: 'the next check is put off',
    more: { nextCheckNotBefore: '2026-03-14T03:00:00Z' },
    now: '2026-03-13T00:00:00Z',
    dueAt: '2026-03-14T03:00:00Z',
    counted: ONSET,
  },
  {
    what: 'put off to a day that the period outlasts',
    more: { nextCheckNotBefore: '2026-03-04T03:00:00Z' },
    now: '2026-03-13T00:00:00Z',
    dueAt: OVER,
    counted: ONSET,
  },
  {
    what: 'put off, but well already',
    more: { nextCheckNotBefore: '2026-03-14T03:00:00Z', reports: told('symptomFree') },
    now: OVER,
    dueAt: OVER,
    counted: ONSET,
  },
  {
    what: 'counted from the confirmation',
    more: { onset: {} },
    now: '2026-03-05T00:00:00Z',
    dueAt: '2026-03-12T15:00:00Z',
    counted: { countedFrom: 'confirmed', anchorDay: '2026-03-02' },
  },
])('the plan: $what', ({ more, now, dueAt, counted }) => {
  expect(plan(rule, more, now)).toEqual({ dueAt, ...counted });
});

const NOW = '2026-03-05T00:00:00Z';

test('a plan without a period: released at once, waiting for nothing that time brings, or for somebody', () => {
  const well = rulesWith([{ course: 'symptomFree' }]);
  const fresh = { reports: told('symptomFree', '2026-03-04T12:00:00Z') };
  expect(plan(well, fresh, NOW)).toEqual({ dueAt: '2026-03-02T01:00:00Z', ...NOTHING });
  const { confirmedAt: _, ...suspected } = state(fresh);
  const { dueAt } = planCheck(well, { ...suspected, openedAt: '2026-03-01T02:00:00Z' }, at(NOW));
  expect(dueAt.toString()).toBe('2026-03-01T02:00:00Z');
  const tests = rulesWith([{ ...byTests, ordersTests: false }]);
  expect(plan(tests, {}, NOW)).toEqual({ dueAt: '2026-03-06T03:00:00Z', ...NOTHING });
  expect(plan(well, {}, NOW)).toEqual({ dueAt: '2026-03-02T01:00:00Z', ...NOTHING });
});

test('a plan whose anchor nobody knows', () => {
  const unknown = rulesWith([{ minimum: [daysFrom('arrival', 10)] }]);
  expect(plan(unknown, {}, NOW)).toEqual({
    dueAt: '2026-03-02T01:00:00Z',
    countedFrom: null,
    anchorDay: null,
  });
  const none = rulesWith([
    { appliesIf: { fact: 'symptomatic', is: false }, minimum: [daysFrom('onset', 10)] },
  ]);
  expect(plan(none, {}, NOW)).toEqual({ dueAt: '2026-03-02T01:00:00Z', ...NOTHING });
});

test('a plan of two periods, of one of which nobody knows the day', () => {
  const rules = rulesWith([{ minimum: [daysFrom('arrival', 3), daysFrom('onset', 10)] }]);
  expect(plan(rules, {}, NOW)).toEqual({ dueAt: OVER, countedFrom: 'arrival', anchorDay: null });
});

test('a plan whose track has other criteria before the period', () => {
  const rules = rulesWith([
    { appliesIf: { fact: 'symptomatic', is: true }, minimum: [daysFrom('onset', 10)], feverFreeHours: 24 },
  ]);
  expect(plan(rules, {}, NOW)).toEqual({ dueAt: OVER, ...ONSET });
});

const next = (rules: typeof rule, more: Partial<CaseState>, moment: string) =>
  judge(rules, state(more), at(moment)).next;

test.each([
  { what: 'period runs', more: {}, now: '2026-03-11T14:59:59.999Z', says: 'wait' },
  { what: 'nobody knows the course', more: {}, now: OVER, says: 'ask' },
  { what: 'well', more: { reports: told('symptomFree') }, now: OVER, says: 'release' },
  { what: 'no better', more: { reports: told('notImproved') }, now: OVER, says: 'retest' },
  {
    what: 'rounds used up',
    more: { reports: told('notImproved'), retests: 3 },
    now: OVER,
    says: 'clinician',
  },
  {
    what: 'no better, put off',
    more: { reports: told('notImproved'), nextCheckNotBefore: '2026-03-11T15:00:00.001Z' },
    now: OVER,
    says: 'wait',
  },
  {
    what: 'no better, put off to now',
    more: { reports: told('notImproved'), nextCheckNotBefore: OVER },
    now: OVER,
    says: 'retest',
  },
  {
    what: 'well, although put off',
    more: { reports: told('symptomFree'), nextCheckNotBefore: '2026-03-12T15:00:00Z' },
    now: OVER,
    says: 'release',
  },
])('what follows: $what', ({ more, now, says }) => {
  expect(next(rule, more, now)).toBe(says);
});

test('what follows from what is missing: what a patient can tell is asked, the rest is for a person', () => {
  expect(next(rulesWith([{ feverFreeHours: 24 }]), {}, NOW)).toBe('ask');
  expect(next(rulesWith([{ minimum: [daysFrom('arrival', 10)] }]), {}, NOW)).toBe('undecided');
  const both = rulesWith([{ course: 'improving', requires: { fact: 'doses', atLeast: 2 } }]);
  expect(next(both, {}, NOW)).toBe('undecided');
  const none = rulesWith([{ appliesIf: { fact: 'symptomatic', is: false }, course: 'any' }]);
  expect(next(none, {}, NOW)).toBe('undecided');
  expect(next(rulesWith([byTests]), {}, NOW)).toBe('test-due');
  expect(judge(rulesWith([byTests]), state(), at(NOW)).verdict).toMatchObject({ because: 'tests-missing' });
});

test('what follows without rounds: a clinician, who is no better; once all tests are used up, a person', () => {
  const { ways } = rule.release;
  const more = { reports: told('notImproved') };
  expect(next({ ...rule, release: { ways } }, more, OVER)).toBe('clinician');
  expect(next(rulesWith([byTests]), { retests: 3 }, NOW)).toBe('undecided');
});

test.each([
  ['2026-03-11T23:59:59.999Z', '2026-03-12T00:00:00Z'],
  ['2026-03-12T00:00:00Z', '2026-03-12T00:00:00Z'],
  ['2026-03-12T10:59:59.999Z', '2026-03-12T10:59:59.999Z'],
  ['2026-03-12T11:00:00Z', '2026-03-13T00:00:00Z'],
])('a patient may be asked from %s on at %s', (moment, expected) => {
  expect(nextContactMoment(rule, at(moment)).equals(at(expected))).toBe(true);
});

test('noon of a later day in Seoul', () => {
  expect(noonAfter(at('2026-03-11T14:59:59Z'), 1).toString()).toBe('2026-03-12T03:00:00Z');
  expect(noonAfter(at('2026-03-11T15:00:00Z'), 3).toString()).toBe('2026-03-15T03:00:00Z');
});

test('the longest time without fever of any track is asked for', () => {
  const hours = (...lengths: number[]) => lengths.map((feverFreeHours) => ({ feverFreeHours }));
  expect(feverFreeHoursAsked(rulesWith([...hours(24, 72, 48), { course: 'any' }]))).toBe(72);
  expect(feverFreeHoursAsked(rule)).toBeUndefined();
});
