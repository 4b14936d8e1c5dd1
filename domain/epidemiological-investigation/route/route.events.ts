import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { Confidence, EvidenceSource } from './evidence.ts';
import type { RejectionReason, ReopeningReason } from './route.commands.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; caseId: string } & Payload>;
type Sighted = {
  source: EvidenceSource;
  placeId: string;
  district: string;
  from: string;
  to: string;
};

export type RouteBegun = Fact<'RouteBegun', { district: string }>;
/** 동선 기록됨: by a list; its visits follow. */
export type RouteRecorded = Fact<'RouteRecorded', { district: string }>;
export type VisitRecorded = Fact<'VisitRecorded', Sighted & { visitId: string; confidence: Confidence }>;
/**
 * Another sighting of a visit. `from` and `to` are the sighting's; `visitFrom` and `visitTo` the visit's from now on.
 * `mergedVisitIds`: visits that turned out to be this one.
 */
export type VisitEvidenceAdded = Fact<
  'VisitEvidenceAdded',
  Sighted & {
    visitId: string;
    sightingId: string;
    visitFrom: string;
    visitTo: string;
    confidence: Confidence;
    mergedVisitIds: readonly string[];
  }
>;
/** 확진자 방문 여부. Established after a rejection, it may be one with another visit from now on: times are of both. */
export type VisitEstablished = Fact<
  'VisitEstablished',
  {
    visitId: string;
    placeId: string;
    district: string;
    from: string;
    to: string;
    evidence: readonly EvidenceSource[];
    confidence: Confidence;
  }
>;
export type VisitRejected = Fact<
  'VisitRejected',
  { visitId: string; placeId: string; reason: RejectionReason }
>;
export type VisitTimesCorrected = Fact<
  'VisitTimesCorrected',
  { visitId: string; placeId: string; from: string; to: string }
>;
/** 환자 동선 조사 */
export type RouteInvestigated = Fact<
  'RouteInvestigated',
  { establishedVisits: number; rejectedVisits: number }
>;
/** 공개 제외: whoever was at the place with the case is found. */
export type AllContactsFound = Fact<'AllContactsFound', { placeId: string }>;
/** By an investigator, or because another stay there came to light. */
export type AllContactsFoundWithdrawn = Fact<'AllContactsFoundWithdrawn', { placeId: string }>;
export type RouteReopened = Fact<'RouteReopened', { reason: ReopeningReason }>;
/** What the earlier events told of places and times is blanked in the store. */
export type VisitsDestroyed = Fact<'VisitsDestroyed', { visits: number }>;
/** Named apart from the times of a visit, which are blanked in the store one day. */
export type RouteRelocated = Fact<'RouteRelocated', { responsibleFrom: string; responsibleTo: string }>;

export type RouteEvent =
  | RouteBegun
  | RouteRecorded
  | VisitRecorded
  | VisitEvidenceAdded
  | VisitEstablished
  | VisitRejected
  | VisitTimesCorrected
  | RouteInvestigated
  | AllContactsFound
  | AllContactsFoundWithdrawn
  | RouteReopened
  | VisitsDestroyed
  | RouteRelocated;
