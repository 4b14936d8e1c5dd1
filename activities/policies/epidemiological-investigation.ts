import type { ContactEvent } from '../../domain/epidemiological-investigation/infection-network/contact.events.ts';
import type { InformationRequestEvent } from '../../domain/epidemiological-investigation/information-request/information-request.events.ts';
import type { RouteEvent } from '../../domain/epidemiological-investigation/route/route.events.ts';
import { start, tell, type Reactions } from './reaction.ts';

type EventType = (ContactEvent | InformationRequestEvent | RouteEvent)['type'];

const WITH_RESULT =
  'whenever a look-up has a result: draw its visits, tell the person, destroy the raw records on their day';

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

  InformationRequested: [
    start('informationRequest', 'whenever a look-up is asked for: ask somebody else to approve it'),
  ],
  RequestApproved: [tell('informationRequest', 'itself', 'whenever a look-up is approved: submit it')],
  RequestRejected: [tell('informationRequest', 'itself', 'whenever a look-up is rejected: it is over')],
  RequestSubmitted: 'none',
  EntryLogChecked: [tell('informationRequest', 'itself', WITH_RESULT)],
  CardApprovalsChecked: [tell('informationRequest', 'itself', WITH_RESULT)],
  RawRecordsConsulted: 'none',
  VisitsDerived: 'none',
  PersonNotified: [
    tell('informationRequest', 'itself', 'whenever the person was told of a look-up: what is left goes on'),
  ],
  RawRecordsDestroyed: [
    tell(
      'informationRequest',
      'itself',
      'whenever raw records are destroyed: nothing is left to destroy on their day',
    ),
  ],

  RouteBegun: 'none',
  VisitRecorded: 'none',
  VisitEvidenceAdded: 'none',
  VisitEstablished: 'none',
  VisitRejected: 'none',
  VisitTimesCorrected: 'none',
  RouteInvestigated: 'none',
  RouteReopened: 'none',
};
