import { dayOf } from '../../shared-kernel/calendar.ts';
import type { CaseReleaseRule } from '../language/protocol.schema.ts';
import type { ReleaseTrack } from '../language/release.schema.ts';
import { factsOf, holds, missingFacts, type Looked, type Truth } from './conditions.ts';
import { courseOf, criterion, feverFree, minimum, symptomFree, type Criterion } from './criteria.ts';
import { negatives } from './negatives.ts';
import type { Known } from './known.ts';

/** One track at a moment. */
export type JudgedTrack = Readonly<{
  track: ReleaseTrack;
  applies: Truth;
  criteria: readonly Criterion[];
}>;

/** Ways out as a rule states them: those of a case, or of a contact's measure. */
export type WaysOut = Pick<CaseReleaseRule, 'tracks' | 'feverAtCelsius' | 'reportIsFreshForHours'>;

/** Every track at a moment; `turnsAt` collects the moments at which time alone may change something. */
export function judgeTracks(
  ways: WaysOut,
  known: Known,
  at: number,
  turnsAt: number[],
): readonly JudgedTrack[] {
  return ways.tracks.map((track) => judgeTrack(track, ways, known, at, turnsAt));
}

function judgeTrack(
  track: ReleaseTrack,
  ways: WaysOut,
  known: Known,
  at: number,
  turnsAt: number[],
): JudgedTrack {
  const facts = { known, at, turnsAt };
  const criteria: Criterion[] = [];
  const condition = (name: 'appliesIf' | 'requires'): Truth => {
    const stated = track[name];
    if (stated === undefined) return true;
    const looked: Looked = new Map();
    const answers = factsOf(known, dayOf(at));
    const met = holds(stated, answers, looked, turnsAt);
    const seen = { facts: Object.fromEntries(looked) };
    const missing = met === undefined ? missingFacts(stated, answers) : undefined;
    criteria.push(criterion(name, met, 'fact', seen, missing));
    return met;
  };
  const applies = condition('appliesIf');
  for (const count of track.minimum ?? []) criteria.push(minimum(count, facts));
  if (track.feverFreeHours !== undefined) criteria.push(feverFree(track, ways, facts));
  if (track.course !== undefined && track.course !== 'any')
    criteria.push(courseOf(track.course, ways, facts));
  if (track.symptomFreeHours !== undefined) criteria.push(symptomFree(track.symptomFreeHours, ways, facts));
  if (track.negatives !== undefined) criteria.push(negatives(track.negatives, facts));
  condition('requires');
  return { track, applies, criteria };
}

export const isMet = ({ applies, criteria }: JudgedTrack): boolean =>
  applies === true && criteria.every(({ met }) => met === true);
