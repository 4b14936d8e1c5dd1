import type { ClinicEvent } from '../../domain/diagnostic-testing/clinic/clinic.events.ts';
import type { LivingSupportEvent } from '../../domain/diagnostic-testing/living-support/living-support.events.ts';
import type { SurveyEvent } from '../../domain/diagnostic-testing/survey/survey.events.ts';
import type { TestEvent } from '../../domain/diagnostic-testing/test/test.events.ts';
import { tell, type Reactions } from './reaction.ts';

type EventType = (ClinicEvent | LivingSupportEvent | SurveyEvent | TestEvent)['type'];

export const diagnosticTestingPolicies: Readonly<Record<EventType, Reactions>> = {
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
  TestCancelled: 'none',
};
