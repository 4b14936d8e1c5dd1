import { dayOf, dayText, startOfDay } from '../../shared-kernel/calendar.ts';
import type { Measure, ScheduledTest } from '../language/contacts.schema.ts';
import type { QuarantineRule } from '../language/protocol.schema.ts';
import { anchorDay } from './anchors.ts';
import { holds } from './conditions.ts';
import { FactsAt } from './facts.ts';
import { firstFit } from './first-fit.ts';
import type { History } from './history.schema.ts';
import { knownAt, type Known } from './known.ts';
import { judgeRelease, type Verdict } from './release.ts';

/** A test that a measure asks for, and where it stands. Days `YYYY-MM-DD`, both included; null while the anchor is not known. */
export type DueTest = Readonly<{
  test: string;
  testType: string;
  from: string | null;
  until: string | null;
  state: 'notYet' | 'due' | 'overdue' | 'done' | 'unknown';
}>;

/** What happens to a contact, when it ends, and which tests fall due. */
export type QuarantineVerdict = Readonly<{
  measure: string;
  kind: Measure['measure'];
  contactAttempts?: number;
  end?: Verdict;
  tests: readonly DueTest[];
}>;

/** `undecided`: facts that select the measure are missing; a person decides. `noMeasure`: none fits. */
export type QuarantineAnswer =
  QuarantineVerdict | Readonly<{ undecided: 'facts-missing' | 'noMeasure'; missing: readonly string[] }>;

/** The first measure that fits, its end and its tests. Pure and total. */
export function judgeQuarantine(rule: QuarantineRule, history: History, at: number): QuarantineAnswer {
  const known = knownAt(history, at);
  const fit = firstFit(rule.measures, ({ appliesIf }) => appliesIf, new FactsAt(known, dayOf(at)));
  if (fit.found !== undefined) return verdictOf(fit.found, history, known, at);
  return { undecided: fit.missing.length > 0 ? 'facts-missing' : 'noMeasure', missing: fit.missing };
}

function verdictOf(measure: Measure, history: History, known: Known, at: number): QuarantineVerdict {
  return {
    measure: measure.id,
    kind: measure.measure,
    ...(measure.contactAttempts === undefined ? {} : { contactAttempts: measure.contactAttempts }),
    ...(measure.end === undefined ? {} : { end: judgeRelease({ ways: measure.end }, history, at) }),
    tests: (measure.tests ?? []).flatMap((test) => dueTest(test, known, at)),
  };
}

function dueTest(test: ScheduledTest, known: Known, at: number): readonly DueTest[] {
  const { when, id, testType } = test;
  if (
    test.appliesIf !== undefined &&
    holds(test.appliesIf, new FactsAt(known, dayOf(at)), new Map(), []) === false
  )
    return [];
  const day =
    anchorDay(when.anchor, known) ?? (when.orElse === undefined ? undefined : anchorDay(when.orElse, known));
  if (day === undefined) return [{ test: id, testType, from: null, until: null, state: 'unknown' }];
  const from = day + when.fromDay - when.anchorDayIs;
  const until = day + when.untilDay - when.anchorDayIs;
  const opens = startOfDay(from);
  const done = known.tests?.some(
    (one) => one.testType === testType && one.collectedAt >= opens && one.collectedAt < startOfDay(until + 1),
  );
  const state =
    done === true ? 'done' : at < opens ? 'notYet' : at < startOfDay(until + 1) ? 'due' : 'overdue';
  return [{ test: id, testType, from: dayText(from), until: dayText(until), state }];
}
