import { dayText, momentText } from '../../shared-kernel/calendar.ts';
import type { CaseReleaseRule, ReleaseCheckRule } from '../language/protocol.schema.ts';
import type { Truth } from './conditions.ts';
import type { Criterion, CriterionName } from './criteria.ts';
import { decide, type Because, type Decision, type Outcome, type Rounds } from './decide.ts';
import type { History } from './history.schema.ts';
import { knownAt, type Known } from './known.ts';
import { isMet, type JudgedTrack, type WaysOut } from './tracks.ts';

export type Met = 'met' | 'notMet' | 'unknown';

/** One criterion with the facts that met or failed it. Moments are RFC 3339 in UTC, days `YYYY-MM-DD`. */
export type ExplainedCriterion = Readonly<{
  criterion: CriterionName;
  met: Met;
  facts: Readonly<Record<string, boolean | number | string | readonly string[] | null>>;
}>;
export type ExplainedTrack = Readonly<{
  track: string;
  applies: Met;
  met: boolean;
  criteria: readonly ExplainedCriterion[];
}>;

/** What a protocol says of a case or a contact at a moment, and why. */
export type Verdict = Readonly<{
  verdict: Outcome;
  because: Because;
  track?: string;
  missing: readonly string[];
  /** The next moment at which the verdict changes by itself, if nothing new becomes known. */
  nextAt?: string;
  tracks: readonly ExplainedTrack[];
}>;

/** The rules of a release: its ways out, and where the protocol has an n-day check, its rounds. */
export type ReleaseRules = Readonly<{ ways: WaysOut; maximumRetests?: number }>;

export const releaseRules = (
  release: CaseReleaseRule,
  check: ReleaseCheckRule | undefined,
): ReleaseRules => ({
  ways: release,
  ...(check === undefined ? {} : { maximumRetests: check.maximumRetests }),
});

/**
 * (rules, history, moment) → verdict. Pure; total for every history that parses.
 * @throws InvalidValue for a day or moment that does not exist
 */
export function judgeRelease(rules: ReleaseRules, history: History, at: number): Verdict {
  const { decision, judged, nextAt } = decideRelease(rules, history, at);
  return {
    verdict: decision.outcome,
    because: decision.because,
    ...(decision.track === undefined ? {} : { track: decision.track }),
    missing: decision.missing,
    ...(nextAt === undefined ? {} : { nextAt: momentText(nextAt) }),
    tracks: judged.map(explained),
  };
}

/** The same without the explanation's texts: for many cases at once. */
export function decideRelease(
  { ways, maximumRetests }: ReleaseRules,
  history: History,
  at: number,
): Readonly<{ decision: Decision; judged: readonly JudgedTrack[]; nextAt: number | undefined }> {
  const known = knownAt(history, at);
  const rounds =
    maximumRetests === undefined ? undefined : { done: history.retests ?? 0, maximum: maximumRetests };
  const turnsAt: number[] = [];
  const now = decide(ways, rounds, known, at, turnsAt);
  return { ...now, nextAt: nextChange(ways, rounds, known, at, now.decision, turnsAt) };
}

/** Time alone: the first moment at which the same facts come to something else. */
function nextChange(
  ways: WaysOut,
  rounds: Rounds | undefined,
  known: Known,
  at: number,
  now: Decision,
  turnsAt: readonly number[],
): number | undefined {
  const moments = [...new Set(turnsAt)].filter((moment) => moment > at).sort((one, other) => one - other);
  return moments.find((moment) => {
    const then = decide(ways, rounds, known, moment, []).decision;
    return then.outcome !== now.outcome || then.because !== now.because || then.track !== now.track;
  });
}

function explained(judged: JudgedTrack): ExplainedTrack {
  return {
    track: judged.track.id,
    applies: words(judged.applies),
    met: isMet(judged),
    criteria: judged.criteria.map(explainedCriterion),
  };
}

function explainedCriterion(given: Criterion): ExplainedCriterion {
  const facts: Record<string, ExplainedCriterion['facts'][string]> = {};
  for (const name in given.facts) facts[name] = given.facts[name] ?? null;
  for (const name in given.days) facts[name] = textOr(given.days[name], dayText);
  for (const name in given.moments) facts[name] = textOr(given.moments[name], momentText);
  return { criterion: given.criterion, met: words(given.met), facts };
}

const textOr = (value: number | undefined, text: (value: number) => string): string | null =>
  value === undefined ? null : text(value);

const words = (truth: Truth): Met => (truth === undefined ? 'unknown' : truth ? 'met' : 'notMet');
