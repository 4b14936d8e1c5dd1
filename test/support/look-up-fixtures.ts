import {
  legalBasis,
  reference,
  requester,
  type ApproverRole,
} from '../../domain/epidemiological-investigation/information-request/codes.ts';
import type {
  InformationRequestCommand,
  LookUpKind,
  RequestInformation,
} from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import { InformationRequest } from '../../domain/epidemiological-investigation/information-request/information-request.ts';
import { Period } from '../../domain/epidemiological-investigation/information-request/period.ts';
import { TimeLimit } from '../../domain/epidemiological-investigation/information-request/time-limit.ts';
import { placeId } from '../../domain/epidemiological-investigation/place-id.ts';
import { Stay } from '../../domain/epidemiological-investigation/route/stay.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { informationRequestId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { CASE, day, idEnding } from './investigation-fixtures.ts';

export const aLookUp = (): InformationRequest =>
  InformationRequest.unrequested(informationRequestId(idEnding(50)));
export const requested = (kind: LookUpKind = 'entryLog', to = '2026-03-10'): RequestInformation => ({
  type: 'RequestInformation',
  caseId: CASE,
  district: District.of('11110'),
  kind,
  legalBasis: legalBasis('idcpa-76-2'),
  period: Period.of(LocalDate.of('2026-03-01'), LocalDate.of(to)),
  requestedBy: requester('investigator'),
  protocolVersion: 'v1',
  by: 'clerk',
  at: day(10),
});
/** An hour at a restaurant, in place of a person. */
export const atVenue = (kind: LookUpKind = 'entryLog'): InformationRequestCommand => ({
  ...requested(kind),
  venue: {
    placeId: placeId('P-REST-1'),
    stay: Stay.of(Instant.of('2026-03-05T12:00:00+09:00'), Instant.of('2026-03-05T13:00:00+09:00')),
  },
});
export const approved = (
  by = 'lead',
  role: ApproverRole = 'investigation-lead',
  approvers: readonly string[] = [],
): InformationRequestCommand => ({
  type: 'ApproveRequest',
  role,
  approvers,
  protocolVersion: 'v1',
  by,
  at: day(10),
});
export const refused = (
  reason: Extract<InformationRequestCommand, { type: 'RejectRequest' }>['reason'] = 'not-necessary',
  by = 'lead',
): InformationRequestCommand => ({ type: 'RejectRequest', reason, by, at: day(10) });
export const submitted = (providerReference = 'KI-77'): InformationRequestCommand => ({
  type: 'RecordSubmission',
  providerReference: reference(providerReference),
  by: 'process',
  at: day(11),
});
/** Found on 2026-03-12; the law of these tests lets records be kept for 28 days, to 2026-04-09. */
export const resulted = (
  recordCount = 12,
  destroyBy = '2026-04-09',
  resultReference = 'R-12',
): InformationRequestCommand => ({
  type: 'RecordResult',
  recordCount,
  resultReference: reference(resultReference),
  destroyBy: LocalDate.of(destroyBy),
  keptAtMost: TimeLimit.ofDays(28),
  notifyWithin: TimeLimit.ofDays(7),
  protocolVersion: 'v1',
  by: 'process',
  at: day(11),
});
export const nothingFound = (): InformationRequestCommand => ({
  type: 'RecordNoFinding',
  protocolVersion: 'v1',
  notifyWithin: TimeLimit.ofDays(7),
  by: 'process',
  at: day(11),
});
export const consulted = (at = day(12), by = 'investigator'): InformationRequestCommand => ({
  type: 'ConsultRecords',
  purpose: 'route',
  by,
  at,
});
export const visitsDrawn = (at = day(12)): InformationRequestCommand => ({
  type: 'RecordVisitsDrawn',
  visits: 11,
  leftOut: 1,
  by: 'process',
  at,
});
export const told = (at = day(13)): InformationRequestCommand => ({
  type: 'NotifyPerson',
  channel: 'sms',
  by: 'process',
  at,
});
export const destroyed = (certificateId = 'C-1', at = day(14)): InformationRequestCommand => ({
  type: 'RecordDestruction',
  certificateId: reference(certificateId),
  by: 'process',
  at,
});
