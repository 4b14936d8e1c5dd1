import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { CaseId } from '../../shared-kernel/id.ts';
import type { PlaceId } from '../place-id.ts';
import type { EvidenceSource } from './evidence.ts';
import type { Stay } from './stay.ts';
import type { VisitId } from './visit-id.ts';

export type RejectionReason = 'elsewhere' | 'another-person' | 'wrong-place' | 'entered-by-mistake';
export type ReopeningReason = 'new-evidence' | 'error-found' | 'contacts-missing';

export type BeginRoute = By & Readonly<{ type: 'BeginRoute'; caseId: CaseId; district: District }>;
/**
 * 기록된 동선: a list tells on which days the case was where. Nothing is investigated because of it; into a route that is being
 * investigated its visits come like any source's.
 */
export type RecordRoute = By &
  Readonly<{
    type: 'RecordRoute';
    caseId: CaseId;
    district: District;
    visits: readonly ListedVisit[];
    maximumVisits: number;
  }>;
export type ListedVisit = Readonly<{
  visitId: VisitId;
  placeId: PlaceId;
  district: District;
  day: LocalDate;
}>;
/**
 * 확진자 동선 관리: a source says that the case was somewhere. `maximumVisits` bounds what is recorded; what two sources
 * tell counts twice.
 */
export type RecordVisit = By &
  Readonly<{
    type: 'RecordVisit';
    visitId: VisitId;
    source: EvidenceSource;
    placeId: PlaceId;
    district: District;
    stay: Stay;
    maximumVisits: number;
  }>;
export type EstablishVisit = By & Readonly<{ type: 'EstablishVisit'; visitId: VisitId }>;
export type RejectVisit = By & Readonly<{ type: 'RejectVisit'; visitId: VisitId; reason: RejectionReason }>;
/** The given times take the place of every source's. */
export type CorrectVisitTimes = By & Readonly<{ type: 'CorrectVisitTimes'; visitId: VisitId; stay: Stay }>;
export type FinishRoute = By & Readonly<{ type: 'FinishRoute' }>;
/**
 * An investigator vouches that all contacts at a place that this case visited are found: where the protocol says so, it is
 * not disclosed. Of a finished route too, whose list is public.
 */
export type DeclareAllContactsFound = By & Readonly<{ type: 'DeclareAllContactsFound'; placeId: PlaceId }>;
export type WithdrawAllContactsFound = By & Readonly<{ type: 'WithdrawAllContactsFound'; placeId: PlaceId }>;
export type ReopenRoute = By & Readonly<{ type: 'ReopenRoute'; reason: ReopeningReason }>;
/** The time for which visits are kept is over; those of a list are kept as long, counted from their recording. `isNoCase`: the investigation was called off, and nobody finishes it. */
export type DestroyVisits = By & Readonly<{ type: 'DestroyVisits'; isNoCase: boolean }>;
/** 관할 이관: it goes with its case. */
export type RelocateRoute = By & Readonly<{ type: 'RelocateRoute'; to: District }>;

export type RouteCommand =
  | BeginRoute
  | RecordRoute
  | RecordVisit
  | EstablishVisit
  | RejectVisit
  | CorrectVisitTimes
  | DeclareAllContactsFound
  | WithdrawAllContactsFound
  | FinishRoute
  | ReopenRoute
  | DestroyVisits
  | RelocateRoute;
