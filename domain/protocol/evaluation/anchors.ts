import { dayOf } from '../../shared-kernel/calendar.ts';
import type { Anchor } from '../language/day-count.schema.ts';
import type { Known } from './known.ts';

/** The day from which a rule counts, as far as it is known. */
export function anchorDay(anchor: Anchor, known: Known): number | undefined {
  switch (anchor) {
    case 'onset':
      return known.onsetDay;
    case 'confirmed':
      return known.confirmedAt === undefined ? undefined : dayOf(known.confirmedAt);
    case 'specimen':
      return specimenDay(known);
    case 'firstContact':
      return edge(
        known.exposures?.map(({ first }) => first),
        Math.min,
      );
    case 'lastContact':
      return edge(
        known.exposures?.map(({ last }) => last),
        Math.max,
      );
    case 'arrival':
      return known.arrivedDay;
    case 'isolationStarted':
      return known.isolationStartedDay;
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
function specimenDay({ specimenDay: entered, tests, confirmedAt }: Known): number | undefined {
  if (entered !== undefined) return entered;
  const confirming = tests?.findLast(
    ({ result, purpose, collectedAt }) =>
      result === 'positive' &&
      purpose !== 'release' &&
      (confirmedAt === undefined || collectedAt <= confirmedAt),
  );
  return confirming === undefined ? undefined : dayOf(confirming.collectedAt);
}

const edge = (
  days: readonly number[] | undefined,
  pick: (...days: number[]) => number,
): number | undefined => (days === undefined || days.length === 0 ? undefined : pick(...days));

/** The end that was entered, or the day of the first of the latest reports without symptoms. */
function symptomsEnded(known: Known): number | undefined {
  if (known.symptomsEndedDay !== undefined) return known.symptomsEndedDay;
  const since = symptomFreeSince(known.reports);
  return since === undefined ? undefined : dayOf(since);
}

/** The moment of the first of the latest reports without symptoms. */
export function symptomFreeSince(reports: Known['reports']): number | undefined {
  const told = (reports ?? []).filter(({ course }) => course !== undefined);
  const ill = told.findLastIndex(({ course }) => course !== 'symptomFree');
  return told[ill + 1]?.at;
}
