import { expect, test } from '@jest/globals';
import { holds, type FactValue } from '../../../domain/protocol/evaluation/conditions.ts';
import { firstFit } from '../../../domain/protocol/evaluation/first-fit.ts';
import type { Condition } from '../../../domain/protocol/language/condition.ts';
import { dayNumber } from '../../../domain/shared-kernel/calendar.ts';
import { criterionOf, inShort, judged, kst } from '../../support/evaluation-fixtures.ts';

const VALUES: Readonly<Record<string, FactValue>> = {
  yes: true,
  no: false,
  seven: 7,
  code: 'b',
  day: '2020-07-01',
  codes: ['a', 'b'],
};
const answers = { valueOf: (fact: string) => VALUES[fact] };
const ask = (condition: Condition) => holds(condition, answers, new Map(), []);
const is = (fact: string): Condition => ({ fact, is: true });
const [T, F, U] = [is('yes'), is('no'), is('unknown')];

test.each<[Condition, Condition, boolean | undefined, boolean | undefined]>([
  [T, T, true, true],
  [T, F, false, true],
  [T, U, undefined, true],
  [F, T, false, true],
  [F, F, false, false],
  [F, U, false, undefined],
  [U, T, undefined, true],
  [U, F, false, undefined],
  [U, U, undefined, undefined],
])("Kleene's tables: %j and %j", (one, other, and, or) => {
  expect(ask({ all: [one, other] })).toBe(and);
  expect(ask({ any: [one, other] })).toBe(or);
});

test('not turns true and false, and leaves unknown unknown', () => {
  expect([T, F, U].map((one) => ask({ not: one }))).toEqual([false, true, undefined]);
});

test.each<[Condition, boolean | undefined]>([
  [{ fact: 'no', is: false }, true],
  [{ fact: 'seven', equals: 7 }, true],
  [{ fact: 'seven', equals: 8 }, false],
  [{ fact: 'seven', atLeast: 7 }, true],
  [{ fact: 'seven', atLeast: 8 }, false],
  [{ fact: 'seven', atMost: 7 }, true],
  [{ fact: 'seven', atMost: 6 }, false],
  [{ fact: 'seven', atLeast: 6, atMost: 8 }, true],
  [{ fact: 'seven', atLeast: 8, atMost: 9 }, false],
  [{ fact: 'seven', atLeast: 5, atMost: 6 }, false],
  [{ fact: 'code', is: 'b' }, true],
  [{ fact: 'code', is: 'a' }, false],
  [{ fact: 'code', in: ['a', 'b'] }, true],
  [{ fact: 'code', in: ['a', 'c'] }, false],
  [{ fact: 'code', is: 'b', in: ['a'] }, false],
  [{ fact: 'codes', includes: 'b' }, true],
  [{ fact: 'codes', includes: 'c' }, false],
  [{ fact: 'day', before: '2020-07-02' }, true],
  [{ fact: 'day', before: '2020-07-01' }, false],
  [{ fact: 'day', onOrAfter: '2020-07-01' }, true],
  [{ fact: 'day', onOrAfter: '2020-07-02' }, false],
  [{ fact: 'day', onOrAfter: '2020-06-01', before: '2020-06-30' }, false],
  [{ fact: 'seven', before: '2020-07-02' }, undefined],
  [{ fact: 'seven', onOrAfter: '2020-07-02' }, undefined],
  [{ fact: 'unknown', includes: 'c' }, undefined],
  [{ fact: 'unknown', atLeast: 0 }, undefined],
])('operator %j is %s', (condition, expected) => {
  expect(ask(condition)).toBe(expected);
});

test('every fact is looked at, also after the answer is clear', () => {
  const looked = new Map<string, FactValue | undefined>();
  const turnsAt: number[] = [];
  const counted = {
    ...answers,
    countedFrom: (fact: string) => (fact === 'seven' ? dayNumber('2020-07-01') : undefined),
  };
  const condition: Condition = {
    any: [
      T,
      { not: U },
      { all: [F, { fact: 'seven', atLeast: 3, atMost: 4 }, { fact: 'seven', equals: 9 }] },
    ],
  };
  expect(holds(condition, counted, looked, turnsAt)).toBe(true);
  expect(looked).toEqual(
    new Map<string, FactValue | undefined>([
      ['yes', true],
      ['unknown', undefined],
      ['no', false],
      ['seven', 7],
    ]),
  );
  const days = ['2020-07-04', '2020-07-06', '2020-07-10', '2020-07-11'];
  expect(turnsAt).toEqual(days.map((day) => kst(day)));
});

test('the first that fits; one that nobody can judge stops the search', () => {
  const entries: readonly { id: string; when?: Condition }[] = [
    { id: 'no', when: F },
    { id: 'both', when: { all: [U, T, is('other')] } },
    { id: 'always' },
  ];
  const fitOf = (from: number, until?: number) =>
    firstFit(entries.slice(from, until), ({ when }) => when, answers);
  expect(fitOf(0)).toEqual({ missing: ['unknown', 'other'] });
  expect(fitOf(2)).toEqual({ found: entries[2] });
  expect(fitOf(0, 1)).toEqual({ missing: [] });
  expect(firstFit([{ id: 'yes', when: T }], ({ when }) => when, answers)).toEqual({
    found: { id: 'yes', when: T },
  });
});

const DOSE = { vaccinations: [{ on: '2020-05-01' }, { on: '2020-07-01' }, { on: '2020-06-01' }] };

test('facts that are missing are named once, whichever way they are asked for', () => {
  const missing = (when: Condition): readonly string[] | undefined =>
    firstFit([{ when }], (one) => one.when, answers).missing;
  expect(missing({ not: U })).toEqual(['unknown']);
  expect(missing({ all: [U, { not: U }, { any: [F, is('other')] }] })).toEqual(['unknown', 'other']);
  expect(missing({ any: [F, U, { all: [T, U] }] })).toEqual(['unknown']);
  expect(missing({ all: [U, F] })).toEqual([]);
});

test('days since the last dose turn at midnight in Seoul, and nextAt says so', () => {
  const track = { requires: { fact: 'daysSinceLastDose', atLeast: 14 } };
  const at = kst('2020-07-15');
  const before = judged(track, DOSE, at - 1);
  expect(before).toMatchObject({
    verdict: 'decideByPerson',
    because: 'no-track-applies',
    nextAt: '2020-07-14T15:00:00Z',
  });
  expect(criterionOf(before, 'requires')).toEqual({
    criterion: 'requires',
    met: 'notMet',
    facts: { daysSinceLastDose: 13 },
  });
  const after = judged(track, DOSE, at);
  expect(inShort(after)).toBe('release track-met track-0');
  expect(after.nextAt).toBeUndefined();
});

test('a count of days as of another day does not turn by itself', () => {
  const track = { requires: { fact: 'daysSinceLastDose', atLeast: 14, asOf: 'confirmed' } };
  const verdict = judged(
    track,
    { ...DOSE, confirmedAt: '2020-07-14T10:00:00+09:00' },
    kst('2020-07-14 12:00:00'),
  );
  expect(verdict.verdict).toBe('decideByPerson');
  expect(verdict.nextAt).toBeUndefined();
  const now = judged(
    track,
    { ...DOSE, confirmedAt: '2020-07-15T10:00:00+09:00' },
    kst('2020-07-15 12:00:00'),
  );
  expect(now.verdict).toBe('release');
});

test.each([
  { fact: 'daysSinceArrival', known: { arrivedOn: '2020-07-01' } },
  { fact: 'daysSinceLastContact', known: { exposures: [{ lastContact: '2020-07-01' }] } },
])('$fact turns at midnight', ({ fact, known }) => {
  const verdict = judged({ requires: { fact, atLeast: 14 } }, known, kst('2020-07-10'));
  expect(verdict).toMatchObject({ because: 'no-track-applies', nextAt: '2020-07-14T15:00:00Z' });
});

test.each([
  { operator: { atMost: 90 }, turns: '2020-09-30', from: true },
  { operator: { equals: 90 }, turns: '2020-09-29', from: false },
  { operator: { equals: 76 }, turns: '2020-09-16', from: true },
])('a count of days that turns: $operator', ({ operator, turns, from }) => {
  const track = { requires: { fact: 'daysSinceLastDose', ...operator } };
  const start = from ? kst('2020-09-15') : kst('2020-09-20');
  const verdict = judged(track, DOSE, start);
  expect(verdict.verdict).toBe(from ? 'release' : 'decideByPerson');
  expect(verdict.nextAt).toBe(new Date(kst(turns)).toISOString().replace('.000', ''));
});

test('without a dose the days since are not known', () => {
  const track = { requires: { fact: 'daysSinceLastDose', atLeast: 0 } };
  for (const known of [{}, { vaccinations: [] }, { vaccinations: [{ on: '2020-07-16' }] }]) {
    const verdict = judged(track, known, kst('2020-07-16') - 1);
    expect(verdict).toMatchObject({ because: 'facts-missing', missing: ['daysSinceLastDose'] });
    expect(verdict.nextAt).toBeUndefined();
  }
});

test('a track whose appliesIf holds, does not hold, and nobody knows', () => {
  const track = { appliesIf: { fact: 'age', atLeast: 60 }, course: 'any' };
  const at = kst('2020-07-01');
  expect(judged(track, { age: 60 }, at)).toMatchObject({ verdict: 'release', tracks: [{ applies: 'met' }] });
  expect(judged(track, { age: 59 }, at)).toMatchObject({
    verdict: 'decideByPerson',
    because: 'no-track-applies',
    missing: [],
    tracks: [
      {
        applies: 'notMet',
        met: false,
        criteria: [{ criterion: 'appliesIf', met: 'notMet', facts: { age: 59 } }],
      },
    ],
  });
  expect(judged(track, {}, at)).toMatchObject({
    verdict: 'decideByPerson',
    because: 'facts-missing',
    track: 'track-0',
    missing: ['age'],
    tracks: [
      {
        applies: 'unknown',
        met: false,
        criteria: [{ criterion: 'appliesIf', met: 'unknown', facts: { age: null } }],
      },
    ],
  });
});
