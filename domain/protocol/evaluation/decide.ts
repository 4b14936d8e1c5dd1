import type { Criterion } from './criteria.ts';
import type { Known } from './known.ts';
import { isMet, judgeTracks, type JudgedTrack, type WaysOut } from './tracks.ts';

/** What follows: leave, another PCR test, stay until something changes, or a person has to decide. */
export type Outcome = 'release' | 'retest' | 'keep' | 'decideByPerson';
export type Because =
  | 'track-met'
  | 'not-improving'
  | 'tests-missing'
  | 'period-running'
  | 'fever'
  | 'symptoms'
  | 'facts-missing'
  | 'rounds-used-up'
  | 'tests-used-up'
  | 'no-track-applies'
  | 'tested-positive';

export type Decision = Readonly<{
  outcome: Outcome;
  because: Because;
  /** The track that decided. */
  track?: string;
  /** Facts without which nothing can be said. */
  missing: readonly string[];
}>;

export type Rounds = Readonly<{ done: number; maximum: number }>;

/** Pure and total: any facts, any moment. `rounds` is absent where the protocol knows no retests. */
export function decide(
  ways: WaysOut,
  rounds: Rounds | undefined,
  known: Known,
  at: number,
  turnsAt: number[],
): Readonly<{ decision: Decision; judged: readonly JudgedTrack[] }> {
  const judged = judgeTracks(ways, known, at, turnsAt);
  return { judged, decision: decision(judged, rounds, known, at) };
}

function decision(
  judged: readonly JudgedTrack[],
  rounds: Rounds | undefined,
  known: Known,
  at: number,
): Decision {
  if (known.history.of === 'contact' && known.tests?.some(({ result }) => result === 'positive') === true) {
    return { outcome: 'decideByPerson', because: 'tested-positive', missing: [] };
  }
  const met = judged.find(isMet);
  if (met !== undefined)
    return { outcome: 'release', because: 'track-met', track: met.track.id, missing: [] };
  const open = judged.filter((one) => one.applies !== false && !isDead(one));
  if (open.length === 0) return { outcome: 'decideByPerson', because: 'no-track-applies', missing: [] };
  for (const ripe of open.filter(isRipe)) {
    const found = ofRipe(ripe, rounds, at);
    if (found !== undefined) return found;
  }
  const unsure = open.find((one) => hangsOnFacts(one));
  if (unsure !== undefined) {
    return {
      outcome: 'decideByPerson',
      because: 'facts-missing',
      track: unsure.track.id,
      missing: missingOf(unmet(unsure)),
    };
  }
  const waiting = open.find((one) => one.applies === true && waitsForTime(one)) ?? open.find(waitsForTime);
  if (waiting !== undefined) {
    const [first] = unmet(waiting);
    return {
      outcome: 'keep',
      because: first?.criterion === 'feverFreeHours' ? 'fever' : 'period-running',
      track: waiting.track.id,
      missing: [],
    };
  }
  const missing = [...new Set(open.flatMap((one) => missingOf(unmet(one))))];
  if (missing.length > 0) return { outcome: 'decideByPerson', because: 'facts-missing', missing };
  const [first] = open;
  const because = unmet(first as JudgedTrack).some(({ waitsFor }) => waitsFor === 'change')
    ? 'symptoms'
    : 'tests-missing';
  return { outcome: 'keep', because, ...(first === undefined ? {} : { track: first.track.id }), missing: [] };
}

const of = (outcome: Outcome, because: Because, track: string): Decision => ({
  outcome,
  because,
  track,
  missing: [],
});

const unmet = ({ criteria }: JudgedTrack): readonly Criterion[] => criteria.filter(({ met }) => met !== true);
const missingOf = (criteria: readonly Criterion[]): string[] => [
  ...new Set(criteria.flatMap(({ missing }) => missing)),
];

/** Only facts are missing, such as whether it is meant for this person: nobody stays longer because nobody asked. */
const hangsOnFacts = (one: JudgedTrack): boolean => {
  const open = unmet(one);
  return (
    open.length > 0 && isRipe(one) && open.every(({ met }) => met === undefined) && missingOf(open).length > 0
  );
};

/** A fact rules it out: only another fact could open it again. */
const isDead = ({ criteria }: JudgedTrack): boolean =>
  criteria.some(({ criterion, met }) => criterion === 'requires' && met === false);

/** Its period is over. */
const isRipe = ({ criteria }: JudgedTrack): boolean =>
  criteria.every(({ criterion, met }) => criterion !== 'minimum' || met === true);

const waitsForTime = (one: JudgedTrack): boolean =>
  unmet(one).some(({ waitsFor, met }) => waitsFor === 'time' && met === false);

/** What a track whose period is over comes to; nothing while it simply waits for something. */
function ofRipe(one: JudgedTrack, rounds: Rounds | undefined, at: number): Decision | undefined {
  const { track, applies } = one;
  if (applies !== true) return undefined;
  const open = unmet(one);
  const asksForTests = track.kind === 'time' || track.ordersTests === true;
  if (asksForTests && open.some(({ waitsFor, met }) => waitsFor === 'change' && met === false)) {
    if (rounds === undefined) return of('decideByPerson', 'not-improving', track.id);
    return rounds.done < rounds.maximum
      ? of('retest', 'not-improving', track.id)
      : of('decideByPerson', 'rounds-used-up', track.id);
  }
  const missing = missingOf(open);
  const onlyTests = open.every(({ criterion }) => criterion === 'negatives');
  if (onlyTests && track.ordersTests === true && missing.length === 0) {
    const from = open[0]?.moments?.['nextTestFrom'];
    if (from !== undefined && at < from) return of('keep', 'tests-missing', track.id);
    return rounds === undefined || rounds.done < rounds.maximum
      ? of('retest', 'tests-missing', track.id)
      : of('decideByPerson', 'tests-used-up', track.id);
  }
  const onlyFacts = open.every(
    ({ met, criterion }) => met === undefined || (criterion === 'negatives' && track.ordersTests === true),
  );
  return onlyFacts && missing.length > 0
    ? { outcome: 'decideByPerson', because: 'facts-missing', track: track.id, missing }
    : undefined;
}
