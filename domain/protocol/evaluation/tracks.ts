import { dayOf } from '../../shared-kernel/calendar.ts';
import type { CaseReleaseRule } from '../language/protocol.schema.ts';
import type { ReleaseTrack } from '../language/release.schema.ts';
import { holds, missingFacts, type Answers, type Looked, type Truth } from './conditions.ts';
import { FactsAt } from './facts.ts';
import type { Condition } from '../language/condition.ts';
import {
  courseOf,
  criterion,
  feverFree,
  minimum,
  symptomFree,
  type Criterion,
  type Situation,
} from './criteria.ts';
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
  const situation = { known, at, turnsAt };
  const facts = new FactsAt(known, dayOf(at));
  return ways.tracks.map((track) => judgeTrack(track, ways, situation, facts));
}

function judgeTrack(track: ReleaseTrack, ways: WaysOut, situation: Situation, facts: Answers): JudgedTrack {
  const criteria: Criterion[] = [];
  const { turnsAt } = situation;
  if (track.appliesIf !== undefined) criteria.push(conditionOf('appliesIf', track.appliesIf, facts, turnsAt));
  const applies = track.appliesIf === undefined ? true : criteria[0]?.met;
  for (const count of track.minimum ?? []) criteria.push(minimum(count, situation));
  if (track.feverFreeHours !== undefined) criteria.push(feverFree(track, ways, situation));
  if (track.course !== undefined && track.course !== 'any')
    criteria.push(courseOf(track.course, ways, situation));
  if (track.symptomFreeHours !== undefined)
    criteria.push(symptomFree(track.symptomFreeHours, ways, situation));
  if (track.negatives !== undefined) criteria.push(negatives(track.negatives, situation));
  if (track.requires !== undefined) criteria.push(conditionOf('requires', track.requires, facts, turnsAt));
  return { track, applies, criteria };
}

function conditionOf(
  name: 'appliesIf' | 'requires',
  stated: Condition,
  facts: Answers,
  turnsAt: number[],
): Criterion {
  const looked: Looked = new Map();
  const met = holds(stated, facts, looked, turnsAt);
  const missing = met === undefined ? missingFacts(stated, facts) : undefined;
  return criterion(name, met, 'fact', { facts: Object.fromEntries(looked) }, missing);
}

export const isMet = ({ applies, criteria }: JudgedTrack): boolean =>
  applies === true && criteria.every(hasMet);
const hasMet = ({ met }: Criterion): boolean => met === true;
