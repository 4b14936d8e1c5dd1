import { startOfDay } from '../../shared-kernel/calendar.ts';
import type { Condition, FactCondition } from '../language/condition.ts';
import type { Anchor } from '../language/day-count.schema.ts';

/** Unknown while a fact that decides is missing. */
export type Truth = boolean | undefined;
export type FactValue = boolean | number | string | readonly string[];

/** What a condition came to; `turnsAt` collects the moments at which time alone may turn it. */
export type Answers = Readonly<{
  /** The value of a fact at the moment; undefined when nobody knows it. */
  valueOf: (fact: string, asOf?: Anchor) => FactValue | undefined;
  /** For facts that count days: the day from which they count. */
  countedFrom?: (fact: string) => number | undefined;
}>;

/** Facts that a condition has looked at, for the explanation. */
export type Looked = Map<string, FactValue | undefined>;

/** Kleene's three-valued logic over the facts. */
export function holds(condition: Condition, answers: Answers, looked: Looked, turnsAt: number[]): Truth {
  if ('all' in condition) {
    return condition.all.reduce<Truth>(
      (sofar, one) => and(sofar, holds(one, answers, looked, turnsAt)),
      true,
    );
  }
  if ('any' in condition) {
    return condition.any.reduce<Truth>(
      (sofar, one) => or(sofar, holds(one, answers, looked, turnsAt)),
      false,
    );
  }
  if ('not' in condition) {
    const inner = holds(condition.not, answers, looked, turnsAt);
    return inner === undefined ? undefined : !inner;
  }
  return factHolds(condition, answers, looked, turnsAt);
}

/** Facts for lack of which a condition is unknown; none when it is not. */
export function missingFacts(condition: Condition, answers: Answers): readonly string[] {
  if (holds(condition, answers, new Map(), []) !== undefined) return [];
  if ('all' in condition) return [...new Set(condition.all.flatMap((one) => missingFacts(one, answers)))];
  if ('any' in condition) return [...new Set(condition.any.flatMap((one) => missingFacts(one, answers)))];
  return 'not' in condition ? missingFacts(condition.not, answers) : [condition.fact];
}

const and = (one: Truth, other: Truth): Truth =>
  one === false || other === false ? false : one === undefined || other === undefined ? undefined : true;
const or = (one: Truth, other: Truth): Truth =>
  one === true || other === true ? true : one === undefined || other === undefined ? undefined : false;

function factHolds(condition: FactCondition, answers: Answers, looked: Looked, turnsAt: number[]): Truth {
  const { fact } = condition;
  const value = answers.valueOf(fact, condition.asOf);
  looked.set(fact, value);
  const from = condition.asOf === undefined ? answers.countedFrom?.(fact) : undefined;
  if (from !== undefined) turnsAt.push(...thresholds(condition).map((days) => startOfDay(from + days)));
  return value === undefined ? undefined : fits(condition, value);
}

/** Unknown too where the value is of another kind than the condition asks about. */
function fits(condition: FactCondition, value: FactValue): Truth {
  const { is, in: any, includes, equals, atLeast, atMost, before, onOrAfter } = condition;
  if (equals !== undefined || atLeast !== undefined || atMost !== undefined) {
    if (typeof value !== 'number') return undefined;
    return (
      (equals === undefined || value === equals) &&
      (atLeast === undefined || value >= atLeast) &&
      (atMost === undefined || value <= atMost)
    );
  }
  if (before !== undefined || onOrAfter !== undefined) {
    if (typeof value !== 'string') return undefined;
    return (before === undefined || value < before) && (onOrAfter === undefined || value >= onOrAfter);
  }
  if (includes !== undefined) return Array.isArray(value) ? value.includes(includes) : undefined;
  if (is !== undefined && typeof is !== typeof value) return undefined;
  if (any !== undefined && typeof value !== 'string') return undefined;
  return (is === undefined || value === is) && (any === undefined || any.includes(value as string));
}

/** The counts of days at which the condition may turn. */
function thresholds({ equals, atLeast, atMost }: FactCondition): number[] {
  return [
    ...(equals === undefined ? [] : [equals, equals + 1]),
    ...(atLeast === undefined ? [] : [atLeast]),
    ...(atMost === undefined ? [] : [atMost + 1]),
  ];
}
