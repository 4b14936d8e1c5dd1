import type { Condition } from '../language/condition.ts';
import { holds, missingFacts, type Answers } from './conditions.ts';

/** The first entry whose condition holds. An entry before it that nobody can judge stops the search: a person decides. */
export type FirstFit<Entry> =
  | Readonly<{ found: Entry; missing?: undefined }>
  | Readonly<{ found?: undefined; missing: readonly string[] }>;

export function firstFit<Entry>(
  entries: readonly Entry[],
  conditionOf: (entry: Entry) => Condition | undefined,
  answers: Answers,
): FirstFit<Entry> {
  for (const entry of entries) {
    const condition = conditionOf(entry);
    const fits = condition === undefined || holds(condition, answers, new Map(), []);
    if (fits === true) return { found: entry };
    if (condition !== undefined && fits === undefined) return { missing: missingFacts(condition, answers) };
  }
  return { missing: [] };
}
