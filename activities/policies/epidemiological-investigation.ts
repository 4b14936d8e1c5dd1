import type { ContactEvent } from '../../domain/epidemiological-investigation/infection-network/contact.events.ts';
import type { InformationRequestEvent } from '../../domain/epidemiological-investigation/information-request/information-request.events.ts';
import type { RouteEvent } from '../../domain/epidemiological-investigation/route/route.events.ts';
import { start, tell, type Reactions } from './reaction.ts';

type EventType = (ContactEvent | InformationRequestEvent | RouteEvent)['type'];

const WITH_RESULT =
  'whenever a look-up has a result: draw its visits, tell the person, destroy the raw records on their day';

const SETTLED = 'whenever a look-up is settled: the investigation goes on';
const DECIDED = 'whenever a visit is decided: when all are, the route is investigated';

export const epidemiologicalInvestigationPolicies: Readonly<Record<EventType, Reactions>> = {
  ContactNamed: [start('contactFollowUp', 'whenever a contact is named: grade it by the protocol in force')],
  InfectionRecorded: 'none',
  ExposureRecorded: [
    tell('contactFollowUp', 'itself', 'whenever another exposure is known: grade the contact again'),
  ],
  CloseContactIdentified: [
    tell(
      'contactFollowUp',
      'itself',
      'whenever a close contact is identified: notify, quarantine, watch for symptoms',
    ),
  ],
  ContactGraded: [
    tell('contactFollowUp', 'itself', 'whenever a contact is graded otherwise: what follows is planned anew'),
  ],
  ContactGradeConfirmed: [
    tell('contactFollowUp', 'itself', 'whenever a grade stands with another exposure: its dates move'),
  ],
  FollowUpPlanned: [
    tell(
      'contactFollowUp',
      'itself, after an earlier plan',
      'whenever the dates of a follow-up have moved: wait for the new ones, or free whose period is over',
    ),
  ],
  FollowUpLeftOpen: [
    tell(
      'contactFollowUp',
      'itself',
      'whenever new rules leave open what follows for a contact: an investigator is asked',
    ),
  ],
  FollowUpBegun: 'none',
  FollowUpEnded: [
    tell('contactFollowUp', 'itself', 'whenever a follow-up ends: the contact is told, its waits end'),
  ],
  ContactSymptomsReported: [
    tell(
      'contactFollowUp',
      'itself',
      'whenever a quarantined contact develops symptoms: suspected case with the link kept',
    ),
    tell(
      'isolationLifecycle',
      'quarantine of the contact, after missed checks',
      'whenever a quarantined contact answers after missed checks: found, nobody calls or visits any more',
    ),
  ],
  ContactVaccinationsRecorded: [
    tell(
      'contactFollowUp',
      'itself',
      'whenever the vaccinations of a contact become known: what follows is planned anew',
    ),
  ],
  ContactConverted: [
    tell('contactFollowUp', 'itself', 'whenever a contact has become a case: the follow-up gives way to it'),
  ],
  ConversionReverted: [
    tell(
      'contactFollowUp',
      'itself',
      'whenever a suspicion came to nothing: the follow-up goes on to its end',
    ),
  ],
  TransmissionEstablished: 'none',
  TransmissionWithdrawn: 'none',
  ContactDropped: [
    tell('contactFollowUp', 'itself', 'whenever a contact is dropped: no quarantine runs on for it'),
  ],

  InformationRequested: [
    start('informationRequest', 'whenever a look-up is asked for: ask somebody else to approve it'),
  ],
  RequestApproved: [tell('informationRequest', 'itself', 'whenever a look-up is approved: submit it')],
  RequestRejected: [
    tell('informationRequest', 'itself', 'whenever a look-up is rejected: it is over'),
    tell('routeInvestigation', 'route of the case', SETTLED),
  ],
  RequestSubmitted: 'none',
  EntryLogChecked: [
    tell('informationRequest', 'itself', WITH_RESULT),
    tell('routeInvestigation', 'route of the case', SETTLED),
  ],
  CardApprovalsChecked: [
    tell('informationRequest', 'itself', WITH_RESULT),
    tell('routeInvestigation', 'route of the case', SETTLED),
  ],
  RawRecordsConsulted: 'none',
  VisitsDerived: [tell('routeInvestigation', 'route of the case', SETTLED)],
  PersonNotified: [
    tell('informationRequest', 'itself', 'whenever the person was told of a look-up: what is left goes on'),
  ],
  RawRecordsDestroyed: [
    tell(
      'informationRequest',
      'itself',
      'whenever raw records are destroyed: nothing is left to destroy on their day',
    ),
    tell('routeInvestigation', 'route of the case', SETTLED),
  ],

  RouteRecorded: 'none',
  RouteBegun: [
    start('routeInvestigation', 'whenever a route is begun: interview the person, ask for the look-ups'),
  ],
  VisitRecorded: 'none',
  VisitEvidenceAdded: 'none',
  VisitEstablished: [tell('routeInvestigation', 'itself, where it is investigated', DECIDED)],
  VisitRejected: [tell('routeInvestigation', 'itself, where it is investigated', DECIDED)],
  VisitTimesCorrected: 'none',
  AllContactsFound: 'none',
  AllContactsFoundWithdrawn: 'none',
  RouteInvestigated: [
    tell('routeInvestigation', 'itself', 'whenever a route is investigated: nothing is asked any more'),
  ],
  RouteRelocated: 'none',
  LookUpRelocated: 'none',
  VisitsDestroyed: 'none',
  RouteReopened: [
    tell('routeInvestigation', 'itself', 'whenever a route is opened again: it is decided anew'),
  ],
};
