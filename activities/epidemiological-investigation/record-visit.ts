import { placeId } from '../../domain/epidemiological-investigation/place-id.ts';
import { evidenceSource } from '../../domain/epidemiological-investigation/route/evidence.ts';
import { Stay } from '../../domain/epidemiological-investigation/route/stay.ts';
import { visitId } from '../../domain/epidemiological-investigation/route/visit-id.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Receipt } from '../ports/repository.ts';
import { routeCommand, type RouteRequest, type RouteUses } from './route-command.ts';

export type RecordVisitInput = RouteRequest &
  Readonly<{ source: string; placeId: string; district: string; from: string; to: string }>;

/** A source says that the case was somewhere: a new visit, or more evidence of a known one. */
export const recordVisit =
  (uses: RouteUses & Readonly<{ maximumVisitsPerRoute: number; newId: () => string }>) =>
  (input: RecordVisitInput): Promise<Receipt> =>
    routeCommand<RecordVisitInput>((visit, by) => ({
      type: 'RecordVisit',
      visitId: visitId(uses.newId()),
      source: evidenceSource(visit.source),
      placeId: placeId(visit.placeId),
      district: District.of(visit.district),
      stay: Stay.of(Instant.of(visit.from), Instant.of(visit.to)),
      maximumVisits: uses.maximumVisitsPerRoute,
      ...by,
    }))(uses)(input);
