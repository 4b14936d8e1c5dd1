import type { ContactEvent } from '../../domain/epidemiological-investigation/infection-network/contact.events.ts';
import type { InformationRequestEvent } from '../../domain/epidemiological-investigation/information-request/information-request.events.ts';
import type { RouteEvent } from '../../domain/epidemiological-investigation/route/route.events.ts';
import { type Reactions } from './reaction.ts';

type EventType = (ContactEvent | InformationRequestEvent | RouteEvent)['type'];

export const epidemiologicalInvestigationPolicies: Readonly<Record<EventType, Reactions>> = {
  ContactNamed: 'none',
  ExposureRecorded: 'none',
  CloseContactIdentified: 'none',
  ContactGraded: 'none',
  ContactGradeConfirmed: 'none',
  FollowUpBegun: 'none',
  FollowUpEnded: 'none',
  ContactConverted: 'none',
  ConversionReverted: 'none',
  TransmissionEstablished: 'none',
  TransmissionWithdrawn: 'none',
  ContactDropped: 'none',

  InformationRequested: 'none',
  RequestApproved: 'none',
  RequestRejected: 'none',
  RequestSubmitted: 'none',
  EntryLogChecked: 'none',
  CardApprovalsChecked: 'none',
  RawRecordsConsulted: 'none',
  PersonNotified: 'none',
  RawRecordsDestroyed: 'none',

  RouteBegun: 'none',
  VisitRecorded: 'none',
  VisitEvidenceAdded: 'none',
  VisitEstablished: 'none',
  VisitRejected: 'none',
  VisitTimesCorrected: 'none',
  RouteInvestigated: 'none',
  RouteReopened: 'none',
};
