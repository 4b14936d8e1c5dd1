import type { RouteEvent, VisitEvidenceAdded, VisitRecorded } from './route.events.ts';
import { sightingsOf, visitNamed, visitsFrom, type Sighting, type Visit } from './visit.ts';

/** What a route is after its events. Times are RFC 3339. */
export type RouteState = Readonly<{
  /** `recorded`: told by a list, and investigated by nobody. */
  stage: 'open' | 'finished' | 'recorded';
  caseId: string;
  district: string;
  begunAt: string;
  visits: readonly Visit[];
  finishedAt?: string;
  /** Places at which all contacts are found; absent before one was declared. */
  allContactsFoundAt?: readonly string[];
  reopenings: number;
  reopenedAt?: string;
  /** Since when nothing is left of the visits that were recorded until then. */
  visitsDestroyedAt?: string;
}>;

/** Folds one fact into the state. */
export function evolveRoute(state: RouteState | undefined, event: RouteEvent): RouteState {
  if (event.type === 'RouteBegun') {
    const { caseId, district, at } = event;
    return { stage: 'open', caseId, district, begunAt: at, visits: state?.visits ?? [], reopenings: 0 };
  }
  if (event.type === 'RouteRecorded') {
    const { caseId, district, at } = event;
    return { stage: 'recorded', caseId, district, begunAt: at, visits: [], reopenings: 0 };
  }
  if (state === undefined) throw new TypeError(`${event.type} before RouteBegun`);
  switch (event.type) {
    case 'VisitRecorded':
      return { ...state, visits: withSighting(state.visits, sightingIn(event, event.visitId)) };
    case 'VisitEvidenceAdded':
      return { ...state, visits: withSighting(state.visits, sightingIn(event, event.sightingId)) };
    case 'VisitEstablished':
      return { ...state, visits: established(state.visits, event.visitId) };
    case 'VisitRejected': {
      const rejected = { visitId: event.visitId, because: event.reason };
      return {
        ...state,
        visits: rewritten(state.visits, event.visitId, ({ established: _established, ...sighting }) => ({
          ...sighting,
          rejected,
        })),
      };
    }
    case 'VisitTimesCorrected':
      return { ...state, visits: corrected(state.visits, event.visitId, event) };
    case 'RouteInvestigated':
      return { ...state, stage: 'finished', finishedAt: event.at };
    case 'AllContactsFound':
      return { ...state, allContactsFoundAt: [...placesFound(state), event.placeId] };
    case 'AllContactsFoundWithdrawn':
      return {
        ...state,
        allContactsFoundAt: placesFound(state).filter((placeId) => placeId !== event.placeId),
      };
    case 'RouteReopened': {
      const { finishedAt: _finishedAt, ...open } = state;
      return { ...open, stage: 'open', reopenings: state.reopenings + 1, reopenedAt: event.at };
    }
    case 'RouteRelocated':
      return { ...state, district: event.responsibleTo };
    case 'VisitsDestroyed': {
      const { allContactsFoundAt: _places, ...rest } = state;
      return { ...rest, visits: [], visitsDestroyedAt: event.at };
    }
  }
}

export const placesFound = ({ allContactsFoundAt = [] }: RouteState): readonly string[] => allContactsFoundAt;

export const withSighting = (visits: readonly Visit[], sighting: Sighting): readonly Visit[] =>
  visitsFrom([...sightingsOf(visits), sighting]);

export const established = (visits: readonly Visit[], visitId: string): readonly Visit[] =>
  rewritten(visits, visitId, ({ rejected: _rejected, ...sighting }) => ({ ...sighting, established: true }));

export const corrected = (
  visits: readonly Visit[],
  visitId: string,
  { from, to }: Readonly<{ from: string; to: string }>,
): readonly Visit[] => rewritten(visits, visitId, (sighting) => ({ ...sighting, corrected: { from, to } }));

function rewritten(
  visits: readonly Visit[],
  visitId: string,
  rewrite: (sighting: Sighting) => Sighting,
): readonly Visit[] {
  const meant = visitNamed(visits, visitId);
  return visitsFrom(
    visits.flatMap((visit) => (visit === meant ? visit.sightings.map(rewrite) : visit.sightings)),
  );
}

function sightingIn(event: VisitRecorded | VisitEvidenceAdded, sightingId: string): Sighting {
  const { source, placeId, district, from, to } = event;
  return { sightingId, source, placeId, district, from, to };
}
