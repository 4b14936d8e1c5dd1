import { Instant } from '../../shared-kernel/instant.ts';
import { confidenceOf, EVIDENCE_SOURCES, type Confidence, type EvidenceSource } from './evidence.ts';
import type { RejectionReason } from './route.commands.ts';
import { Stay } from './stay.ts';

type Times = Readonly<{ from: string; to: string }>;

/** One source's word that the case was at a place. `corrected`: the times that staff put in place of the source's. */
export type Sighting = Times &
  Readonly<{
    sightingId: string;
    source: EvidenceSource;
    placeId: string;
    district: string;
    corrected?: Times;
    established?: true;
    /** The visit as which it was rejected. */
    rejected?: Readonly<{ visitId: string; because: RejectionReason }>;
  }>;

/** Derived from its sightings. Its id is the smallest of theirs; each of theirs names it too. */
export type Visit = Times &
  Readonly<{
    visitId: string;
    placeId: string;
    district: string;
    evidence: readonly EvidenceSource[];
    confidence: Confidence;
    standing: 'undecided' | 'established' | 'rejected';
    rejectedBecause?: RejectionReason;
    sightings: readonly Sighting[];
  }>;

export const stayOf = ({ from, to }: Times): Stay => Stay.of(Instant.of(from), Instant.of(to));

export const sightingsOf = (visits: readonly Visit[]): readonly Sighting[] =>
  visits.flatMap(({ sightings }) => sightings);

export const visitNamed = (visits: readonly Visit[], id: string): Visit | undefined =>
  visits.find(({ sightings }) => sightings.some(({ sightingId }) => sightingId === id));

/**
 * The visits behind sightings, earliest first, in whatever order they came: sightings of one place at overlapping times
 * are one visit. What was rejected takes no part, so new evidence of it is a new visit to decide on.
 */
export function visitsFrom(sightings: readonly Sighting[]): readonly Visit[] {
  const timed = sightings.map((sighting) => ({ sighting, stay: stayOf(sighting.corrected ?? sighting) }));
  timed.sort((one, other) => compare(one.stay, other.stay));
  const groups = new Map<string, Timed[]>();
  for (const one of timed) {
    const { placeId, rejected } = one.sighting;
    const key = rejected === undefined ? `at ${placeId}` : `rejected ${rejected.visitId}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .flatMap(([key, group]) => (key.startsWith('rejected') ? [group] : visitsAmong(group)))
    .map(visitOf)
    .sort((one, other) => compare(one.stay, other.stay) || (one.visit.visitId < other.visit.visitId ? -1 : 1))
    .map(({ visit }) => visit);
}

type Timed = Readonly<{ sighting: Sighting; stay: Stay }>;

/** A list tells the day alone: where another source tells times of that day, the visit has theirs. */
const isVague = ({ sighting }: Timed): boolean =>
  sighting.source === 'list' && sighting.corrected === undefined;

function visitsAmong(timed: readonly Timed[]): readonly (readonly Timed[])[] {
  const runs = runsOf(timed.filter((one) => !isVague(one)));
  const alone = timed.filter(isVague).filter((one) => {
    const known = runs.find((run) => run.some(({ stay }) => stay.overlaps(one.stay)));
    known?.push(one);
    return known === undefined;
  });
  return [...runs, ...runsOf(alone)];
}

/** Cuts a place's sightings, earliest first, wherever nobody saw the case for a while. */
function runsOf(timed: readonly Timed[]): Timed[][] {
  const runs: { stay: Stay; members: Timed[] }[] = [];
  for (const one of timed) {
    const last = runs.at(-1);
    if (last?.stay.overlaps(one.stay)) {
      last.members.push(one);
      last.stay = last.stay.joinedWith(one.stay);
    } else runs.push({ stay: one.stay, members: [one] });
  }
  return runs.map(({ members }) => members);
}

function visitOf(group: readonly Timed[]): Readonly<{ stay: Stay; visit: Visit }> {
  const sightings = group.map(({ sighting }) => sighting);
  sightings.sort((one, other) => (one.sightingId < other.sightingId ? -1 : 1));
  const [first] = sightings as [Sighting];
  const telling = group.some((one) => !isVague(one)) ? group.filter((one) => !isVague(one)) : group;
  const stay = telling.map((one) => one.stay).reduce((whole, part) => whole.joinedWith(part));
  const evidence = EVIDENCE_SOURCES.filter((source) => sightings.some((one) => one.source === source));
  const undecided = sightings.some(({ established }) => established) ? 'established' : 'undecided';
  const visit: Visit = {
    visitId: first.sightingId,
    placeId: first.placeId,
    district: first.district,
    from: stay.from.toString(),
    to: stay.to.toString(),
    evidence,
    confidence: confidenceOf(evidence),
    standing: first.rejected === undefined ? undecided : 'rejected',
    ...(first.rejected === undefined ? {} : { rejectedBecause: first.rejected.because }),
    sightings,
  };
  return { stay, visit };
}

const compare = (one: Stay, other: Stay): number =>
  one.from.epochMilliseconds - other.from.epochMilliseconds ||
  one.to.epochMilliseconds - other.to.epochMilliseconds;
