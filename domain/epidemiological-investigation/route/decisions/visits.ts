import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { confidenceOf } from '../evidence.ts';
import type {
  CorrectVisitTimes,
  DestroyVisits,
  EstablishVisit,
  RecordVisit,
  RejectVisit,
} from '../route.commands.ts';
import type { RouteEvent } from '../route.events.ts';
import { corrected, established, withSighting, type RouteState } from '../route.state.ts';
import { sightingsOf, stayOf, visitNamed, type Visit } from '../visit.ts';
import { fact, needsOpen, needsVisit, notInTheFuture } from './fact.ts';

/** A new visit, or more evidence of a known one. Quiet when that source has told exactly this. */
export function record(state: RouteState, command: RecordVisit): RouteEvent[] {
  needsOpen(state);
  const { visitId, source, placeId, stay, maximumVisits } = command;
  notInTheFuture(stay, command);
  const told = sightingsOf(state.visits);
  const district = command.district.code;
  const here = told.filter((known) => known.placeId === placeId);
  if (here.some((known) => known.district !== district)) {
    throw new RuleBroken('route/place-in-another-district', { placeId });
  }
  if (here.some((known) => known.source === source && stayOf(known).equals(stay))) return [];
  if (visitNamed(state.visits, visitId) !== undefined) {
    throw new RuleBroken('route/visit-id-reused', { visitId });
  }
  if (told.length >= maximumVisits) throw new RuleBroken('route/too-many-visits', { maximumVisits });

  const sighted = { source, placeId, district, from: stay.from.toString(), to: stay.to.toString() };
  const visits = withSighting(state.visits, { sightingId: visitId, ...sighted });
  const visit = needsVisit(visits, visitId);
  if (visit.sightings.length === 1) {
    const confidence = confidenceOf([source]);
    return [{ ...fact('VisitRecorded', command, state.caseId), ...sighted, visitId, confidence }];
  }
  return [
    {
      ...fact('VisitEvidenceAdded', command, state.caseId),
      ...sighted,
      visitId: visit.visitId,
      sightingId: visitId,
      visitFrom: visit.from,
      visitTo: visit.to,
      confidence: visit.confidence,
      mergedVisitIds: joined(visit, state.visits, visit.visitId),
    },
  ];
}

/** A rejected visit may be established after all. Quiet when it is. */
export function establish(state: RouteState, command: EstablishVisit): RouteEvent[] {
  needsOpen(state);
  const { visitId, standing } = needsVisit(state.visits, command.visitId);
  if (standing === 'established') return [];
  const visit = needsVisit(established(state.visits, visitId), visitId);
  const { placeId, district, from, to, evidence, confidence } = visit;
  const what = { visitId, placeId, district, from, to, evidence, confidence };
  return [{ ...fact('VisitEstablished', command, state.caseId), ...what }];
}

/** An established visit may be rejected after all. Quiet when it is, for that reason. */
export function reject(state: RouteState, command: RejectVisit): RouteEvent[] {
  needsOpen(state);
  const { visitId, placeId, rejectedBecause } = needsVisit(state.visits, command.visitId);
  const { reason } = command;
  if (rejectedBecause === reason) return [];
  return [{ ...fact('VisitRejected', command, state.caseId), visitId, placeId, reason }];
}

/** Afterwards the visit has exactly those times, so they may not run into another visit. Quiet when it has them. */
export function correctTimes(state: RouteState, command: CorrectVisitTimes): RouteEvent[] {
  needsOpen(state);
  const { stay } = command;
  notInTheFuture(stay, command);
  const { visitId, placeId, standing, ...visit } = needsVisit(state.visits, command.visitId);
  if (standing === 'rejected') throw new RuleBroken('route/visit-rejected', { visitId });
  if (stayOf(visit).equals(stay)) return [];
  const times = { from: stay.from.toString(), to: stay.to.toString() };
  const after = needsVisit(corrected(state.visits, visitId, times), visitId);
  const [another] = joined(after, state.visits, visitId);
  if (another !== undefined) throw new RuleBroken('route/visit-overlaps-another', { visitId: another });
  return [{ ...fact('VisitTimesCorrected', command, state.caseId), visitId, placeId, ...times }];
}

/** Other visits of before that are this visit now. */
function joined(visit: Visit, before: readonly Visit[], itself: string): readonly string[] {
  return before
    .map(({ visitId }) => visitId)
    .filter((visitId) => visitId !== itself && visitNamed([visit], visitId) !== undefined);
}

/** Only what nobody investigates any more. Quiet when nothing is left. */
export function destroy(state: RouteState, command: DestroyVisits): RouteEvent[] {
  if (state.stage === 'open' && !command.isNoCase) throw new RuleBroken('route/not-finished');
  const { length } = state.visits;
  if (length === 0 && state.allContactsFoundAt === undefined) return [];
  return [{ ...fact('VisitsDestroyed', command, state.caseId), visits: length }];
}
