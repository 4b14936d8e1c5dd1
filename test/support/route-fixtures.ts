import { placeId } from '../../domain/epidemiological-investigation/place-id.ts';
import type { EvidenceSource } from '../../domain/epidemiological-investigation/route/evidence.ts';
import type {
  RejectionReason,
  RouteCommand,
} from '../../domain/epidemiological-investigation/route/route.commands.ts';
import { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import { Stay } from '../../domain/epidemiological-investigation/route/stay.ts';
import { visitId } from '../../domain/epidemiological-investigation/route/visit-id.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { routeId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { CASE, day, idEnding } from './investigation-fixtures.ts';

const by = (at = day(20)) => ({ by: 'investigator', at });

/** A moment of 2026-03-05, Korean time, as `hh:mm`. */
export const clock = (time: string): Instant => Instant.of(`2026-03-05T${time}:00+09:00`);
export const stay = (from: string, to = from): Stay => Stay.of(clock(from), clock(to));

export const aRoute = (): Route => Route.unbegun(routeId(idEnding(40)));
export const begun = (): RouteCommand => ({
  type: 'BeginRoute',
  caseId: CASE,
  district: District.of('11110'),
  ...by(),
});
export const seen = (
  id: string,
  source: EvidenceSource,
  at: Stay,
  more: Readonly<{ place?: string; district?: string; maximumVisits?: number }> = {},
): RouteCommand => ({
  type: 'RecordVisit',
  visitId: visitId(id),
  source,
  placeId: placeId(more.place ?? 'CAFE'),
  district: District.of(more.district ?? '11110'),
  stay: at,
  maximumVisits: more.maximumVisits ?? 100,
  ...by(),
});
export const established = (id: string): RouteCommand => ({
  type: 'EstablishVisit',
  visitId: visitId(id),
  ...by(),
});
export const rejected = (id: string, reason: RejectionReason = 'elsewhere'): RouteCommand => ({
  type: 'RejectVisit',
  visitId: visitId(id),
  reason,
  ...by(),
});
export const corrected = (id: string, at: Stay): RouteCommand => ({
  type: 'CorrectVisitTimes',
  visitId: visitId(id),
  stay: at,
  ...by(),
});
export const contactsFound = (place = 'CAFE'): RouteCommand => ({
  type: 'DeclareAllContactsFound',
  placeId: placeId(place),
  ...by(),
});
export const contactsNotFound = (place = 'CAFE'): RouteCommand => ({
  type: 'WithdrawAllContactsFound',
  placeId: placeId(place),
  ...by(),
});
export const finished = (): RouteCommand => ({ type: 'FinishRoute', ...by() });
export const reopened = (): RouteCommand => ({ type: 'ReopenRoute', reason: 'new-evidence', ...by() });
export const destroyed = (): RouteCommand => ({ type: 'DestroyVisits', isNoCase: false, ...by() });
