import type { ClinicEvent } from '../domain/diagnostic-testing/clinic/clinic.events.ts';
import type { LivingSupportEvent } from '../domain/diagnostic-testing/living-support/living-support.events.ts';
import type { SurveyEvent } from '../domain/diagnostic-testing/survey/survey.events.ts';
import type { TestEvent } from '../domain/diagnostic-testing/test/test.events.ts';
import type { ContactEvent } from '../domain/epidemiological-investigation/infection-network/contact.events.ts';
import type { InformationRequestEvent } from '../domain/epidemiological-investigation/information-request/information-request.events.ts';
import type { RouteEvent } from '../domain/epidemiological-investigation/route/route.events.ts';
import type { IsolationEvent } from '../domain/isolation-management/isolation/isolation.events.ts';
import type { SuppliesEvent } from '../domain/isolation-management/supplies/supplies.events.ts';
import type { CaseEvent } from '../domain/patient-management/case/case.events.ts';
import type { PersonEvent } from '../domain/patient-management/person/person.events.ts';
import type { ProtocolEvent } from '../domain/protocol/protocol.ts';
import type { TaskEvent } from '../domain/worklist/task.events.ts';

type AnyEvent =
  | CaseEvent
  | ClinicEvent
  | ContactEvent
  | InformationRequestEvent
  | IsolationEvent
  | LivingSupportEvent
  | PersonEvent
  | ProtocolEvent
  | RouteEvent
  | SuppliesEvent
  | SurveyEvent
  | TaskEvent
  | TestEvent;
export type EventType = AnyEvent['type'];

/** What follows when something has happened. The sentence stands in the documents. */
export type Reaction = Readonly<{ process: 'caseLifecycle'; by: 'start' | 'signal'; whenever: string }>;

const start = (whenever: string): Reaction => ({ process: 'caseLifecycle', by: 'start', whenever });
const tell = (whenever: string): Reaction => ({ process: 'caseLifecycle', by: 'signal', whenever });

/**
 * Whenever X, then Y, for every event type there is. `none`: nobody waits for it, mostly because the process itself
 * caused it. A new event type does not compile until it is listed here.
 */
export const policies: Readonly<Record<EventType, Reaction | 'none'>> = {
  ClinicEstablished: 'none',
  FacilityManaged: 'none',
  KitsRestocked: 'none',
  KitsUsed: 'none',
  StaffingManaged: 'none',
  ShiftLeftUncovered: 'none',
  ShiftCovered: 'none',
  ClinicOpened: 'none',
  ThroughputRecorded: 'none',
  ClinicClosed: 'none',
  ClinicClosedForGood: 'none',

  LivingSupportAppliedFor: 'none',
  LivingSupportAssessed: 'none',
  LivingSupportAmountDetermined: 'none',
  LivingSupportApproved: 'none',
  LivingSupportPaid: 'none',
  LivingSupportPaymentFailed: 'none',
  LivingSupportPaymentRetried: 'none',
  LivingSupportRejected: 'none',
  LivingSupportReversed: 'none',
  LivingSupportRecovered: 'none',

  SurveyOffered: 'none',
  SurveyAnswered: 'none',
  SurveyRefused: 'none',
  SurveyExpired: 'none',
  SurveyCorrected: 'none',

  TestOrdered: 'none',
  SpecimenCollected: 'none',
  SpecimenReceived: 'none',
  SpecimenRejected: 'none',
  InfectionStatusEstablished: tell(
    'whenever a diagnostic test has a result: confirm the infection or rule it out',
  ),
  ReleaseTestResulted: tell('whenever a release test has a result: go round to the next check'),
  QuarantineTestResulted: 'none',
  TestResultCorrected: 'none',
  TestCancelled: 'none',

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

  IsolationOrdered: 'none',
  IsolationNotified: 'none',
  IsolationStarted: 'none',
  IsolationExtended: 'none',
  IsolationShortened: 'none',
  QuarantineExposureRecorded: 'none',
  InIsolationConfirmed: 'none',
  IsolationCheckMissed: 'none',
  ViolationReported: 'none',
  IsolationViolationEstablished: 'none',
  ViolationWithdrawn: 'none',
  IsolationOfficerAssigned: 'none',
  WorkBanImposed: 'none',
  WorkBanLifted: 'none',
  IsolationEnded: 'none',
  ReleaseNotified: 'none',

  SuppliesOpened: 'none',
  EssentialsChecked: 'none',
  EssentialsOrdered: 'none',
  EssentialsPaid: 'none',
  EssentialsPaymentDeclined: 'none',
  EssentialsOrderCompleted: 'none',
  EssentialsShipped: 'none',
  EssentialsDelivered: 'none',
  EssentialsOrderFailed: 'none',
  EssentialsRefunded: 'none',
  SuppliesCancelled: 'none',

  CaseOpened: start('whenever a case is opened: begin its process'),
  SymptomsOccurred: 'none',
  InfectionConfirmed: 'none',
  InfectionRuledOut: 'none',
  DiagnosisLeftOpen: 'none',
  CaseReclassified: 'none',
  ConfirmedCaseRegistered: 'none',
  IdentityDoubted: 'none',
  IdentityResolved: 'none',
  HomeTreatmentStarted: 'none',
  HomeTreatmentEnded: 'none',
  TierAssigned: 'none',
  ReleaseCheckPlanned: 'none',
  SymptomCheckRequested: 'none',
  SymptomsReported: tell('whenever symptoms are reported: look at the release criteria again'),
  ClinicalCourseRecorded: tell(
    'whenever the clinical course has changed: look at the release criteria again',
  ),
  MedicalHistoryRecorded: tell('whenever the medical history is told: look at the release criteria again'),
  ProtocolChosen: tell('whenever an officer chose a protocol: look at the release criteria again'),
  FoundFreeOfSymptoms: 'none',
  FoundSymptomaticNotImproved: 'none',
  ReleaseTestFoundDue: 'none',
  ReleaseLeftToClinician: 'none',
  PcrTestPerformed: 'none',
  ClinicianDecided: 'none',
  ReleasedFromIsolation: 'none',
  OutcomeRecorded: 'none',
  DeathReported: tell('whenever the patient has died: end the isolation and every wait'),
  TransferredToHospital: tell('whenever the patient goes to hospital: end the checks at home'),
  ReturnedFromHospital: tell('whenever the patient comes back from hospital: go on with home treatment'),
  DiagnosisWithdrawn: tell('whenever a diagnosis is withdrawn: end the isolation, tell the person'),

  PersonRegistered: 'none',
  PersonalValuesCorrected: 'none',
  PersonMoved: 'none',
  PreferredChannelChanged: 'none',
  HouseholdJoined: 'none',
  HouseholdLeft: 'none',
  GuardianAppointed: 'none',
  GuardianRemoved: 'none',
  PersonMerged: 'none',
  MergeUndone: 'none',
  PersonErased: 'none',

  ProtocolPublished: 'none',

  TaskOpened: 'none',
  TaskDecided: tell('whenever a person has decided a task: the process that waits for it goes on'),
  TaskCancelled: 'none',
  TaskClaimed: 'none',
  TaskHandedBack: 'none',
  TaskReassigned: 'none',
  TaskEscalated: 'none',
};

/** The reaction to an event type; an unknown one is a defect, told loudly. */
export function reactionTo(eventType: string): Reaction | 'none' {
  const reaction = (policies as Readonly<Record<string, Reaction | 'none'>>)[eventType];
  if (reaction === undefined) throw new TypeError(`no policy for event type ${eventType}`);
  return reaction;
}

export const announces = (eventType: string): boolean => reactionTo(eventType) !== 'none';
