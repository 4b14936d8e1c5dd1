import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TestCommand } from '../../../domain/diagnostic-testing/test/test.commands.ts';
import type { TestEvent } from '../../../domain/diagnostic-testing/test/test.events.ts';
import { evolveTest, type TestState } from '../../../domain/diagnostic-testing/test/test.state.ts';
import { specimenId } from '../../../domain/shared-kernel/specimen-id.ts';
import { day } from '../../support/case-fixtures.ts';
import { refusal } from '../../support/refusal.ts';
import {
  aTest,
  cancelled,
  collected,
  corrected,
  ordered,
  orderedForContact,
  received,
  rejected,
  resulted,
} from '../../support/test-fixtures.ts';

/** Commands of day `count`; `past` moves the times that they tell back. */
const COMMANDS: readonly ((count: number, past: number) => TestCommand)[] = [
  () => ordered(),
  () => ordered('release'),
  () => orderedForContact(),
  (count, past) => collected({ collectedAt: day(count - past), at: day(count) }),
  (count, past) =>
    collected({
      specimenId: specimenId(`S-${count % 3}`),
      collectedAt: day(count - past),
      at: day(count),
    }),
  (count, past) => received({ receivedAt: day(count - past), at: day(count) }),
  (count) => rejected({ at: day(count) }),
  (count, past) =>
    resulted({
      result: count % 3 === 0 ? 'negative' : 'positive',
      testedAt: day(count - past),
      resultedAt: day(count - 1),
      at: day(count),
    }),
  (count, past) => resulted({ specimenCollectedAt: day(count - past), at: day(count) }),
  (count) => corrected(count % 2 === 0 ? 'negative' : 'positive', day(count)),
  (count, past) =>
    past === 4 ? cancelled(day(count)) : received({ receivedAt: day(count), at: day(count) }),
];
const step = fc.tuple(fc.nat(COMMANDS.length - 1), fc.integer({ min: -1, max: 4 }));
type Step = readonly [choice: number, past: number];
/** Ways into a later stage, so that every stage is seen often. */
const beginnings = fc.constantFrom<readonly Step[]>(
  [],
  [[0, 0]],
  [
    [0, 0],
    [3, 0],
    [5, 0],
    [6, 0],
  ],
  [
    [2, 0],
    [3, 0],
    [8, 0],
  ],
);
const lives = fc
  .tuple(beginnings, fc.array(step, { minLength: 1, maxLength: 25 }))
  .map(([beginning, rest]): readonly Step[] => [...beginning, ...rest]);

/** One command a day. `seen` is told after each that was taken. */
const live = (choices: readonly (readonly [number, number])[], seen: (state: TestState) => void) => {
  const one = aTest();
  choices.forEach(([choice, past], count) => {
    const command = COMMANDS[choice]?.(count + 3, past) as TestCommand;
    if (refusal(one, command) === undefined) seen(one.state);
    const after = one.version;
    refusal(one, command);
    expect(one.version).toBe(after);
  });
  return one;
};

const evermore = (check: (state: TestState, events: readonly TestEvent[]) => void) =>
  fc.assert(
    fc.property(lives, (choices) => {
      const states: TestState[] = [];
      const one = live(choices, (state) => states.push(state));
      expect(one.version).toBe(one.news.length);
      for (const state of states) check(state, one.news);
      const folded = one.news.reduce<TestState | undefined>(evolveTest, undefined);
      if (folded !== undefined) expect(one.state).toEqual(folded);
    }),
    { numRuns: 400 },
  );

test('whatever is asked: times lie in order, and a test is a case’s or a contact’s', () =>
  evermore((state) => {
    const { collectedAt, receivedAt, testedAt, resultedAt } = state;
    const times = [collectedAt, receivedAt, testedAt, resultedAt].filter((time) => time !== undefined);
    expect([...times].sort()).toEqual(times);
    expect(state.purpose === 'quarantine').toBe(state.caseId === undefined);
    expect(state.purpose === 'quarantine').toBe(state.contactId !== undefined);
  }));

test('whatever is asked: one result, then corrections that start from the result before them', () =>
  evermore((state, events) => {
    const results = events.filter(({ type }) => /(?:Established|TestResulted)$/.test(type));
    expect(results.length).toBeLessThanOrEqual(1);
    let present = results[0] !== undefined && 'result' in results[0] ? results[0].result : undefined;
    const first = present;
    events.forEach((event) => {
      if (event.type !== 'TestResultCorrected') return;
      expect(event.from).toBe(present);
      present = event.to;
    });
    if (state.stage === 'corrected') expect(state.earlierResults?.[0]?.result).toBe(first);
    if (state.stage === 'cancelled') expect(results).toEqual([]);
  }));

test('whatever is asked: a rejected specimen never gives a result', () =>
  evermore(({ stage, specimenId: specimen, rejectedSpecimenIds = [] }) => {
    if (stage === 'resulted' || stage === 'corrected') expect(rejectedSpecimenIds).not.toContain(specimen);
  }));
