import { dayNumber, dayOf, dayText } from '../../shared-kernel/calendar.ts';
import { z } from '../../shared-kernel/schema.ts';
import { SETTINGS } from '../language/condition.ts';
import type { DaySpan } from '../language/day-count.schema.ts';
import type { ContactDefinitionRule } from '../language/protocol.schema.ts';
import { anchorDay } from './anchors.ts';
import { firstFit } from './first-fit.ts';
import type { History } from './history.schema.ts';
import { knownAt } from './known.ts';

/** One meeting of a case and another person, without either's name. */
export const exposureSchema = z.strictObject({
  on: z.iso.date(),
  distanceMetres: z.number().min(0).max(1_000).optional(),
  minutes: z.number().min(0).max(100_000).optional(),
  setting: z.enum(SETTINGS).optional(),
  exposedMasked: z.boolean().optional(),
  caseMasked: z.boolean().optional(),
  caseSymptomatic: z.boolean().optional(),
  caseCoughing: z.boolean().optional(),
  faceToFace: z.boolean().optional(),
  talking: z.boolean().optional(),
  touched: z.boolean().optional(),
  sameClosedSpace: z.boolean().optional(),
  careWithoutProtection: z.boolean().optional(),
  attributes: z.record(z.string().max(64), z.union([z.boolean(), z.number(), z.string().max(64)])).optional(),
});
export type ExposureFacts = z.infer<typeof exposureSchema>;

export type ContactAnswer = Readonly<{
  /** Null when no grade fits or a fact is missing. */
  grade: string | null;
  because: 'grade-fits' | 'no-grade-fits' | 'facts-missing' | 'outside-window';
  next: 'follow' | 'noContact' | 'decideByPerson';
  missing: readonly string[];
  window: Readonly<{ from: string | null; until: string | null }> | null;
}>;

/** The grade of one exposure to a case, by the case's own history. */
export function gradeContact(
  rule: ContactDefinitionRule,
  source: History,
  exposure: ExposureFacts,
  at: number,
): ContactAnswer {
  const window = infectiousWindow(rule, source, at);
  const on = dayNumber(exposure.on);
  if (
    window !== null &&
    ((window.from !== undefined && on < window.from) || (window.until !== undefined && on > window.until))
  ) {
    return { grade: null, because: 'outside-window', next: 'noContact', missing: [], window: spelt(window) };
  }
  const facts: Readonly<Record<string, unknown>> = { ...exposure.attributes, ...exposure };
  const fit = firstFit(rule.grades, ({ when }) => when, {
    valueOf: (fact) => (Object.hasOwn(facts, fact) ? (facts[fact] as string | number | boolean) : undefined),
  });
  const spoken = window === null ? null : spelt(window);
  if (fit.found !== undefined) {
    return { grade: fit.found.grade, because: 'grade-fits', next: 'follow', missing: [], window: spoken };
  }
  if (fit.missing.length > 0) {
    return {
      grade: null,
      because: 'facts-missing',
      next: 'decideByPerson',
      missing: fit.missing,
      window: spoken,
    };
  }
  return { grade: null, because: 'no-grade-fits', next: rule.otherwise, missing: [], window: spoken };
}

type Days = Readonly<{ from: number | undefined; until: number | undefined }>;

/** The days of a case on which others may have caught it; null where the rule names none. */
export function infectiousWindow(
  rule: Pick<ContactDefinitionRule, 'window'>,
  source: History,
  at: number,
): Days | null {
  if (rule.window === undefined) return null;
  const known = knownAt(source, at);
  const { symptomatic, asymptomatic } = rule.window;
  if (known.symptomatic === undefined)
    return widest(daysOf(symptomatic, source, at), daysOf(asymptomatic, source, at));
  return daysOf(known.symptomatic ? symptomatic : asymptomatic, source, at);
}

/** While nobody knows whether the case had symptoms, nobody is left out by it. */
const widest = (one: Days, other: Days): Days => ({
  from: one.from === undefined || other.from === undefined ? undefined : Math.min(one.from, other.from),
  until: one.until === undefined || other.until === undefined ? undefined : Math.max(one.until, other.until),
});

/** The days of a span, both included; undefined where an anchor is not known. `released` is the end of the case's isolation. */
export function daysOf(span: DaySpan, source: History, at: number): Days {
  const known = knownAt(source, at);
  const edge = ({ anchor, days }: DaySpan['from']): number | undefined => {
    const day = anchor === 'released' ? dayOf(at) : anchorDay(anchor, known);
    return day === undefined ? undefined : day + days;
  };
  return { from: edge(span.from), until: span.until === undefined ? undefined : edge(span.until) };
}

export const spelt = ({ from, until }: Days): Readonly<{ from: string | null; until: string | null }> => ({
  from: from === undefined ? null : dayText(from),
  until: until === undefined ? null : dayText(until),
});
