import { dayNumber, dayOf } from '../../shared-kernel/calendar.ts';
import type { Anchor } from '../language/day-count.schema.ts';
import type { Known } from './known.ts';

/** The day from which a rule counts, as far as it is known. */
export function anchorDay(anchor: Anchor, known: Known): number | undefined {
  const { history } = known;
  switch (anchor) {
    case 'onset':
      return known.onsetDay;
    case 'confirmed':
      return known.confirmedAt === undefined ? undefined : dayOf(known.confirmedAt);
    case 'specimen':
      return specimenDay(known);
    case 'firstContact':
      return edge(
        history.exposures?.map(({ firstContact, lastContact }) => firstContact ?? lastContact),
        Math.min,
      );
    case 'lastContact':
      return edge(
        history.exposures?.map(({ lastContact }) => lastContact),
        Math.max,
      );
    case 'arrival':
      return history.arrivedOn === undefined ? undefined : dayNumber(history.arrivedOn);
    case 'isolationStarted':
      return history.isolationStartedOn === undefined ? undefined : dayNumber(history.isolationStartedOn);
    case 'symptomsEnded':
      return symptomsEnded(known);
    case 'discharged': {
      const stays = known.stays ?? [];
      const ends = stays.map(({ until }) => until ?? Infinity);
      return stays.length === 0 || ends.includes(Infinity) ? undefined : dayOf(Math.max(...ends));
    }
    case 'sourceCaseReleased':
      return known.sourceCaseReleasedAt === undefined ? undefined : dayOf(known.sourceCaseReleasedAt);
  }
}

/** The specimen that confirmed: as entered, or the latest positive one collected before the confirmation. */
function specimenDay({ history, tests, confirmedAt }: Known): number | undefined {
  if (history.specimenCollectedOn !== undefined) return dayNumber(history.specimenCollectedOn);
  const confirming = tests?.findLast(
    ({ result, purpose, collectedAt }) =>
      result === 'positive' &&
      purpose !== 'release' &&
      (confirmedAt === undefined || collectedAt <= confirmedAt),
  );
  return confirming === undefined ? undefined : dayOf(confirming.collectedAt);
}

const edge = (
  dates: readonly string[] | undefined,
  pick: (...days: number[]) => number,
): number | undefined =>
  dates === undefined || dates.length === 0 ? undefined : pick(...dates.map(dayNumber));

/** The end that was entered, or the day of the first of the latest reports without symptoms. */
function symptomsEnded(known: Known): number | undefined {
  const entered = known.history.symptomsEndedOn;
  if (entered !== undefined) return dayNumber(entered);
  const since = symptomFreeSince(known.reports);
  return since === undefined ? undefined : dayOf(since);
}

/** The moment of the first of the latest reports without symptoms. */
export function symptomFreeSince(reports: Known['reports']): number | undefined {
  const told = (reports ?? []).filter(({ course }) => course !== undefined);
  const ill = told.findLastIndex(({ course }) => course !== 'symptomFree');
  return told[ill + 1]?.at;
}
