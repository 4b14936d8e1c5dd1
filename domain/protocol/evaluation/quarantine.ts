import { dayOf, dayText, momentOf, startOfDay } from '../../shared-kernel/calendar.ts';
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
  testType: ScheduledTest['testType'];
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

/** The first measure of one of these kinds that no fact rules out: what a person has chosen where facts are missing. */
export function judgeChosen(
  rule: QuarantineRule,
  kinds: readonly Measure['measure'][],
  history: History,
  at: number,
): QuarantineVerdict | undefined {
  const known = knownAt(history, at);
  const facts = new FactsAt(known, dayOf(at));
  const found = rule.measures.find(
    ({ measure, appliesIf }) =>
      kinds.includes(measure) &&
      (appliesIf === undefined || holds(appliesIf, facts, new Map(), []) !== false),
  );
  return found === undefined ? undefined : verdictOf(found, history, known, at);
}

const TURNS = 20;

/** The moment at which a measure ends if nothing new becomes known; nothing while time alone does not end it. */
export function endOfMeasure(
  rule: QuarantineRule,
  { measure }: QuarantineVerdict,
  history: History,
  at: number,
): number | undefined {
  const ways = rule.measures.find(({ id }) => id === measure)?.end;
  if (ways === undefined) return undefined;
  for (let moment = at, turn = 0; turn < TURNS; turn += 1) {
    const { verdict, nextAt } = judgeRelease({ ways }, history, moment);
    if (verdict === 'release') return moment;
    if (nextAt === undefined) return undefined;
    moment = momentOf(nextAt);
  }
  return undefined;
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
