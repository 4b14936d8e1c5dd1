import { decideRelease, judgeRelease, type Verdict } from '../../protocol/evaluation/release.ts';
import type { Criterion } from '../../protocol/evaluation/criteria.ts';
import { dayText } from '../../shared-kernel/calendar.ts';
import { Instant } from '../../shared-kernel/instant.ts';
import type { CaseRules } from './case-rules.ts';
import type { CaseState } from './case.state.ts';
import { historyOfCase } from './history-of-case.ts';

/** When a case is looked at next, and the day that decides it, where a day does. */
export type CheckPlan = Readonly<{ dueAt: Instant; countedFrom: string | null; anchorDay: string | null }>;

/** The next moment at which something is to be done for a case, by its protocol. */
export function planCheck(rules: CaseRules, state: CaseState, moment: Instant): CheckPlan {
  const at = notBeforeItsFacts(state, moment);
  const { decision, judged, nextAt } = decideRelease(
    rules.release,
    historyOfCase(state),
    at.epochMilliseconds,
  );
  const deciding = judged.find(({ track }) => track.id === decision.track);
  const period = deciding?.criteria.find(({ criterion }) => criterion === 'minimum');
  const counted = {
    countedFrom: (period?.facts['anchor'] as string | undefined) ?? null,
    anchorDay: dayOfPeriod(period),
  };
  if (decision.outcome === 'release') return { dueAt: periodEnd(period) ?? confirmedAt(state), ...counted };
  if (decision.outcome === 'keep') {
    return {
      dueAt:
        nextAt === undefined
          ? noonAfter(at, rules.check.daysToNextCheck.afterNegative)
          : Instant.ofEpochMilliseconds(nextAt),
      ...counted,
    };
  }
  const due = periodEnd(period) ?? confirmedAt(state);
  const notBefore = state.nextCheckNotBefore === undefined ? due : Instant.of(state.nextCheckNotBefore);
  return { dueAt: notBefore.isAfter(due) ? notBefore : due, ...counted };
}

/**
 * A process may read its clock just before somebody else's report or result is stored, and meet it in the case: what
 * the case knows counts, or a patient who has answered would be asked again.
 */
function notBeforeItsFacts({ reports, releaseTests }: CaseState, at: Instant): Instant {
  const known = [reports.at(-1)?.reportedAt, releaseTests.at(-1)?.resultedAt];
  return known
    .flatMap((moment) => (moment === undefined ? [] : [Instant.of(moment)]))
    .reduce((latest, moment) => (moment.isAfter(latest) ? moment : latest), at);
}

const dayOfPeriod = (period: Criterion | undefined): string | null => {
  const day = period?.days?.['anchorDay'];
  return day === undefined ? null : dayText(day);
};
const periodEnd = (period: Criterion | undefined): Instant | undefined => {
  const endsAt = period?.moments?.['endsAt'];
  return endsAt === undefined ? undefined : Instant.ofEpochMilliseconds(endsAt);
};
const confirmedAt = (state: CaseState): Instant => Instant.of(state.confirmedAt ?? state.openedAt);

/** What the criteria say at one moment, in the process's words. `ask`: the patient can tell what is missing. */
export type Judgement = Readonly<{
  next: 'wait' | 'ask' | 'release' | 'retest' | 'test-due' | 'clinician' | 'undecided';
  verdict: Verdict;
}>;

/** What a patient can be asked by message. */
const ASKABLE = ['course', 'temperature'];

/** Judges a case's release criteria at a moment. Pure and total. */
export function judge(rules: CaseRules, state: CaseState, moment: Instant): Judgement {
  const at = notBeforeItsFacts(state, moment);
  const verdict = judgeRelease(rules.release, historyOfCase(state), at.epochMilliseconds);
  return { verdict, next: nextOf(verdict, state, at) };
}

function nextOf({ verdict, because, missing }: Verdict, state: CaseState, at: Instant): Judgement['next'] {
  if (verdict === 'release') return 'release';
  const notBefore = state.nextCheckNotBefore;
  if (verdict === 'keep' || (notBefore !== undefined && at.isBefore(Instant.of(notBefore)))) return 'wait';
  if (verdict === 'retest') return because === 'tests-missing' ? 'test-due' : 'retest';
  if (because === 'facts-missing')
    return missing.every((fact) => ASKABLE.includes(fact)) ? 'ask' : 'undecided';
  return because === 'not-improving' || because === 'rounds-used-up' ? 'clinician' : 'undecided';
}

/** Whether the criteria were met at a moment that has passed, by what was known then. */
export const wasFreeAt = (rules: CaseRules, state: CaseState, moment: Instant): boolean =>
  (state.undatedFactsAt === undefined || !moment.isBefore(Instant.of(state.undatedFactsAt))) &&
  decideRelease(rules.release, historyOfCase(state), moment.epochMilliseconds).decision.outcome === 'release';

/** The first moment from `at` on at which the patient may be asked. */
export function nextContactMoment({ contactHours }: Pick<CaseRules, 'contactHours'>, at: Instant): Instant {
  const today = at.dateInSeoul();
  const opens = Instant.onDayInSeoul(today, contactHours.from);
  if (at.isBefore(opens)) return opens;
  if (at.isBefore(Instant.onDayInSeoul(today, contactHours.to))) return at;
  return Instant.onDayInSeoul(today.plusDays(1), contactHours.from);
}

/** Noon of the day so many days later, in Seoul. */
export const noonAfter = (at: Instant, days: number): Instant =>
  Instant.onDayInSeoul(at.dateInSeoul().plusDays(days), 12);

/** The longest time without fever that a patient may be asked for; nothing where the protocol asks for none. */
export function feverFreeHoursAsked({ release }: Pick<CaseRules, 'release'>): number | undefined {
  const asked = release.ways.tracks.flatMap(({ feverFreeHours }) =>
    feverFreeHours === undefined ? [] : [feverFreeHours],
  );
  return asked.length === 0 ? undefined : Math.max(...asked);
}
