import { endOf } from '../../shared-kernel/day-count.ts';
import { Instant } from '../../shared-kernel/instant.ts';
import { LocalDate } from '../../shared-kernel/local-date.ts';
import type { ReleaseCheckRule } from '../../protocol/release-check.rule.ts';
import type { CaseState } from './case.state.ts';

/** One criterion with the fact that met or failed it: the answer to "why". */
export type Condition = Readonly<{
  criterion: 'period-over' | 'symptoms-known' | 'free-of-symptoms-or-improving' | 'retests-left';
  met: boolean;
  fact: string;
}>;

export type CheckPlan = Readonly<{
  dueAt: Instant;
  countedFrom: 'onset' | 'confirmed';
  anchorDay: LocalDate;
}>;

/** What the criteria say at one moment. `ask`: nobody knows how the patient is. */
export type Verdict = Readonly<{
  outcome: 'wait' | 'ask' | 'release' | 'retest' | 'clinician';
  conditions: readonly Condition[];
}>;

/** When the next check of a confirmed case is due, and which day it is counted from. */
export function planCheck(rule: ReleaseCheckRule, state: CaseState): CheckPlan {
  const confirmedDay = Instant.of(state.confirmedAt ?? state.openedAt).dateInSeoul();
  const count = state.symptomatic ? rule.symptomatic : rule.asymptomatic;
  const onset = state.dateOfSymptomOnset;
  const fromOnset = count.anchor === 'onset' && onset !== undefined;
  const anchorDay = fromOnset ? LocalDate.of(onset) : confirmedDay;
  const firstCheck = endOf(count, anchorDay);
  const later = state.nextCheckNotBefore === undefined ? firstCheck : Instant.of(state.nextCheckNotBefore);
  return {
    dueAt: later.isAfter(firstCheck) ? later : firstCheck,
    countedFrom: fromOnset ? 'onset' : 'confirmed',
    anchorDay,
  };
}

/** Judges a case's release criteria at a moment. Pure and total. */
export function judge(rule: ReleaseCheckRule, state: CaseState, at: Instant): Verdict {
  const { dueAt } = planCheck(rule, state);
  const periodOver = !at.isBefore(dueAt);
  const period: Condition = { criterion: 'period-over', met: periodOver, fact: dueAt.toString() };
  if (!periodOver) return { outcome: 'wait', conditions: [period] };

  const report = state.latestReport;
  const known = report !== undefined && counts(rule, state, Instant.of(report.reportedAt), at);
  const asked: Condition = {
    criterion: 'symptoms-known',
    met: known,
    fact: report === undefined ? 'no-report' : report.reportedAt,
  };
  if (!known) return { outcome: 'ask', conditions: [period, asked] };

  const well = report.course !== 'notImproved';
  const course: Condition = { criterion: 'free-of-symptoms-or-improving', met: well, fact: report.course };
  if (well) return { outcome: 'release', conditions: [period, asked, course] };

  const retestsLeft = state.retests < rule.maximumRetests;
  const rounds: Condition = {
    criterion: 'retests-left',
    met: retestsLeft,
    fact: `${state.retests}/${rule.maximumRetests}`,
  };
  return { outcome: retestsLeft ? 'retest' : 'clinician', conditions: [period, asked, course, rounds] };
}

/** The first moment from `at` on at which the patient may be asked. */
export function nextContactMoment({ contactHours }: ReleaseCheckRule, at: Instant): Instant {
  const today = at.dateInSeoul();
  const opens = Instant.onDayInSeoul(today, contactHours.from);
  if (at.isBefore(opens)) return opens;
  if (at.isBefore(Instant.onDayInSeoul(today, contactHours.to))) return at;
  return Instant.onDayInSeoul(today.plusDays(1), contactHours.from);
}

/** A report counts when it answers this check's question, or is fresh, and is newer than the last verdict. */
function counts(rule: ReleaseCheckRule, state: CaseState, reportedAt: Instant, at: Instant): boolean {
  if (state.lastVerdictAt !== undefined && !reportedAt.isAfter(Instant.of(state.lastVerdictAt))) return false;
  if (state.question !== undefined && !reportedAt.isBefore(Instant.of(state.question.firstAskedAt)))
    return true;
  return !reportedAt.plusHours(rule.reportIsFreshForHours).isBefore(at);
}
