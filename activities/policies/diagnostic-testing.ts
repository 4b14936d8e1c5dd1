import type { ClinicEvent } from '../../domain/diagnostic-testing/clinic/clinic.events.ts';
import type { LivingSupportEvent } from '../../domain/diagnostic-testing/living-support/living-support.events.ts';
import type { SurveyEvent } from '../../domain/diagnostic-testing/survey/survey.events.ts';
import type { TestEvent } from '../../domain/diagnostic-testing/test/test.events.ts';
import { start, tell, type Reactions } from './reaction.ts';

type EventType = (ClinicEvent | LivingSupportEvent | SurveyEvent | TestEvent)['type'];

const ANSWERED = 'whenever a survey is answered: its places and times become visits';

export const diagnosticTestingPolicies: Readonly<Record<EventType, Reactions>> = {
  ClinicEstablished: 'none',
  FacilityManaged: [
    tell('clinicOperation', 'clinic’s day', 'whenever hours, booths or kits change: look at the day again'),
  ],
  KitsRestocked: [tell('clinicOperation', 'clinic’s day', 'whenever kits come: see whether they last')],
  KitsUsed: [tell('clinicOperation', 'clinic’s day', 'whenever kits are used: see whether they last')],
  StaffingManaged: [
    tell(
      'clinicOperation',
      'clinic’s day',
      'whenever shifts are planned: see whether every booth has a tester',
    ),
  ],
  ShiftLeftUncovered: [
    tell('clinicOperation', 'clinic’s day', 'whenever a shift is uncovered: ask for cover'),
  ],
  ShiftCovered: [
    tell('clinicOperation', 'clinic’s day', 'whenever a shift is covered: nobody need be found'),
  ],
  ClinicOpened: [start('clinicOperation', 'whenever a clinic opens: watch its day', 'clinic’s day')],
  ThroughputRecorded: [
    tell('clinicOperation', 'clinic’s day', 'whenever an hour is counted: see whether the clinic is full'),
  ],
  ClinicClosed: [
    tell('clinicOperation', 'clinic’s day', 'whenever a clinic has closed: compare the count with the kits'),
  ],
  ClinicClosedForGood: 'none',

  LivingSupportAppliedFor: [
    start('livingSupport', 'whenever living support is applied for: judge it once the isolation is over'),
  ],
  LivingSupportFactsStated: [
    tell('livingSupport', 'itself', 'whenever facts of a claim are stated: judge it again'),
  ],
  LivingSupportAssessed: 'none',
  LivingSupportAmountDetermined: [
    tell('livingSupport', 'itself', 'whenever an amount is determined: ask for its approval'),
  ],
  LivingSupportApproved: [tell('livingSupport', 'itself', 'whenever living support is approved: pay it')],
  LivingSupportPaid: [
    tell('livingSupport', 'itself', 'whenever living support is paid: the claim is settled'),
  ],
  LivingSupportPaymentFailed: [
    tell('livingSupport', 'itself', 'whenever a payment fails: ask the payment officer'),
  ],
  LivingSupportPaymentRetried: [
    tell('livingSupport', 'itself', 'whenever a payment is to be tried again: pay it'),
  ],
  LivingSupportRejected: [tell('livingSupport', 'itself', 'whenever a claim is cancelled: stop its payment')],
  LivingSupportReversed: [
    tell('livingSupport', 'itself', 'whenever living support is reversed: get the money back'),
  ],
  LivingSupportRestored: [tell('livingSupport', 'itself', 'whenever a claim is restored: go on with it')],
  LivingSupportRecovered: [
    tell('livingSupport', 'itself', 'whenever money has come back: see whether all of it has'),
  ],

  SurveyOffered: 'none',
  SurveyAnswered: [tell('routeInvestigation', 'route of the case', ANSWERED)],
  SurveyRefused: [
    tell(
      'routeInvestigation',
      'route of the case',
      'whenever a survey is refused: an investigator telephones',
    ),
  ],
  SurveyExpired: [
    tell('routeInvestigation', 'route of the case', 'whenever nobody answers in time: ask by telephone'),
  ],
  SurveyCorrected: [tell('routeInvestigation', 'route of the case', ANSWERED)],
  AnswersDestroyed: 'none',

  TestOrdered: 'none',
  SpecimenCollected: 'none',
  SpecimenReceived: 'none',
  SpecimenRejected: 'none',
  InfectionStatusEstablished: [
    tell(
      'caseLifecycle',
      'the case',
      'whenever a diagnostic test has a result: confirm the infection or rule it out',
    ),
  ],
  ReleaseTestResulted: [
    tell('caseLifecycle', 'the case', 'whenever a release test has a result: go round to the next check'),
  ],
  QuarantineTestResulted: [
    tell(
      'contactFollowUp',
      'the tested contact',
      'whenever a contact’s test has a result: positive, a case with the link kept; negative, a fact for its end',
    ),
  ],
  TestResultCorrected: [
    tell('contactFollowUp', 'the tested contact', 'whenever a contact’s result is corrected: look again'),
  ],
  TestCancelled: [
    tell('caseLifecycle', 'the case', 'whenever a test is cancelled: it was not done, another is ordered'),
  ],
};
