import type { CaseEvent } from '../../domain/patient-management/case/case.events.ts';
import type { HandOverEvent } from '../../domain/patient-management/hand-over/hand-over.events.ts';
import { PEOPLE } from './people.ts';
import { start, tell, type Reactions } from './reaction.ts';

type EventType = (CaseEvent | HandOverEvent)['type'];

const NOBODY_TAKES_OVER = tell(
  'handOver',
  'hand-over of the case',
  'whenever a case is closed: nobody takes it over any more',
);
const LOOK_UPS_END = tell(
  'informationRequest',
  'look-ups of the case',
  'whenever a case turns out to be none: look-ups that no provider has end, what was found is not used',
);

export const patientManagementPolicies: Readonly<Record<EventType, Reactions>> & typeof PEOPLE = {
  CaseOpened: [
    start('caseLifecycle', 'whenever a case is opened: begin its process'),
    tell(
      'contactFollowUp',
      'contacts of the case’s person',
      'whenever somebody under watch becomes a case: each of their contacts keeps the link',
    ),
  ],
  EpisodeRecorded: 'none',
  RecordedEpisodeWithdrawn: [
    tell(
      'contactFollowUp',
      'contact that became the case',
      'whenever an episode was recorded wrongly: who was said to have infected its person did not',
    ),
  ],
  SymptomsOccurred: 'none',
  InfectionConfirmed: 'none',
  InfectionRuledOut: [
    NOBODY_TAKES_OVER,
    LOOK_UPS_END,
    tell(
      'contactFollowUp',
      'contact that became the case',
      'whenever a suspicion is ruled out: a contact again, and the follow-up goes on to its end',
    ),
    tell(
      'contactFollowUp',
      'contacts of the case',
      'whenever a source turns out to be no case: its contacts are freed',
    ),
    tell(
      'isolationLifecycle',
      'quarantine of the case’s person',
      'whenever a suspicion is ruled out: a quarantine that was kept for the result ends',
    ),
  ],
  DiagnosisLeftOpen: 'none',
  CaseReclassified: 'none',
  ConfirmedCaseRegistered: 'none',
  IdentityDoubted: [
    start(
      'identityCheck',
      'whenever identity is in doubt: hold what reaches out until a person resolves it',
      'the case',
    ),
  ],
  IdentityResolved: [
    tell('identityCheck', 'the case', 'whenever an identity is resolved: nobody is asked any more'),
    tell('caseLifecycle', 'the case', 'whenever an identity is resolved: what was held reaches out'),
    tell(
      'isolationLifecycle',
      'isolation of the case',
      'whenever an identity is resolved: its notices go out',
    ),
    tell('supplyDelivery', 'supplies of the case', 'whenever an identity is resolved: what was held goes on'),
    tell('livingSupport', 'claim of the case', 'whenever an identity is resolved: what was held goes on'),
    tell(
      'contactFollowUp',
      'contacts of the case',
      'whenever an identity is resolved: its contacts are told',
    ),
    tell(
      'routeInvestigation',
      'route of the case',
      'whenever an identity is resolved: what was held goes on',
    ),
    tell(
      'informationRequest',
      'look-ups of the case',
      'whenever an identity is resolved: what was held goes on',
    ),
  ],
  HomeTreatmentStarted: 'none',
  HomeTreatmentEnded: 'none',
  TierAssigned: 'none',
  ReleaseCheckPlanned: 'none',
  SymptomCheckRequested: 'none',
  SymptomsReported: [
    tell('caseLifecycle', 'the case', 'whenever symptoms are reported: look at the release criteria again'),
    tell(
      'isolationLifecycle',
      'isolation of the case, after missed checks',
      'whenever a patient answers after missed checks: found, nobody calls or visits any more',
    ),
  ],
  ClinicalCourseRecorded: [
    tell(
      'caseLifecycle',
      'the case',
      'whenever the clinical course has changed: look at the release criteria again',
    ),
  ],
  MedicalHistoryRecorded: [
    tell(
      'caseLifecycle',
      'the case',
      'whenever the medical history is told: look at the release criteria again',
    ),
  ],
  ProtocolApplied: [
    tell(
      'caseLifecycle',
      'the case',
      'whenever a protocol moved the plan: wait for the new date, or release at once when it has passed',
    ),
  ],
  ProtocolChosen: [
    tell(
      'caseLifecycle',
      'the case',
      'whenever an officer chose a protocol: look at the release criteria again',
    ),
  ],
  FoundFreeOfSymptoms: 'none',
  FoundSymptomaticNotImproved: 'none',
  ReleaseTestFoundDue: 'none',
  ReleaseLeftToClinician: 'none',
  PcrTestPerformed: 'none',
  ClinicianDecided: 'none',
  ReleasedFromIsolation: [
    NOBODY_TAKES_OVER,
    tell(
      'contactFollowUp',
      'contacts of the case',
      'whenever a source case is released: what hangs on it is looked at again',
    ),
  ],
  OutcomeRecorded: 'none',
  DeathReported: [
    NOBODY_TAKES_OVER,
    tell('caseLifecycle', 'the case', 'whenever the patient has died: end the isolation and every wait'),
    tell(
      'contactFollowUp',
      'contact that became the case',
      'whenever a contact who became a case has died: the quarantine ends',
    ),
    tell(
      'routeInvestigation',
      'route of the case',
      'whenever the patient has died: nobody is asked by a link any more',
    ),
    tell(
      'isolationLifecycle',
      'quarantine of the case’s person',
      'whenever somebody has died: a quarantine that was kept for a result ends, nobody is told',
    ),
  ],
  TransferredToHospital: [
    tell('caseLifecycle', 'the case', 'whenever the patient goes to hospital: end the checks at home'),
  ],
  ReturnedFromHospital: [
    tell(
      'caseLifecycle',
      'the case',
      'whenever the patient comes back from hospital: go on with home treatment',
    ),
  ],
  DiagnosisWithdrawn: [
    NOBODY_TAKES_OVER,
    LOOK_UPS_END,
    tell(
      'caseLifecycle',
      'the case',
      'whenever a diagnosis is withdrawn: end the isolation, tell the person',
    ),
    tell(
      'contactFollowUp',
      'contact that became the case',
      'whenever a diagnosis is withdrawn: who was a contact is one again',
    ),
    tell(
      'contactFollowUp',
      'contacts of the case',
      'whenever a source turns out to be no case: its contacts are freed',
    ),
    tell(
      'routeInvestigation',
      'route of the case',
      'whenever a diagnosis is withdrawn: the investigation is called off',
    ),
    tell(
      'livingSupport',
      'claim of the case',
      'whenever a diagnosis is withdrawn: end the claim of somebody it never concerned, and reverse one that was paid',
    ),
    tell(
      'isolationLifecycle',
      'quarantine of the case’s person',
      'whenever a diagnosis is withdrawn: a quarantine that was kept for its result ends',
    ),
  ],

  CaseMoved: 'none',

  HandOverOffered: [
    start('handOver', 'whenever a case is offered to another district: ask it, and wait for its answer'),
  ],
  HandOverAccepted: [
    tell('handOver', 'itself', 'whenever a hand-over is accepted: the case and all that belongs to it moves'),
  ],
  HandOverRejected: [
    tell('handOver', 'itself', 'whenever a hand-over is rejected: the district that offered it is told'),
  ],
  HandOverWithdrawn: [
    tell('handOver', 'itself', 'whenever a hand-over is withdrawn: nobody has to answer any more'),
  ],
  HandOverExpired: 'none',
  HandOverCompleted: 'none',

  ...PEOPLE,
};
