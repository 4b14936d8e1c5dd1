import { correctAnswers, expireSurvey, recordAnswers, refuseSurvey } from './answer-survey.ts';
import { applyForLivingSupport } from './apply-for-living-support.ts';
import {
  approveLivingSupport,
  assessLivingSupport,
  setLivingSupportAmount,
} from './assess-living-support.ts';
import { cancelTest } from './cancel-test.ts';
import { doubtSpecimen } from './doubt-specimen.ts';
import { establishClinic } from './establish-clinic.ts';
import { explainClinic } from './explain-clinic.ts';
import { collectSpecimen, receiveSpecimen, rejectSpecimen } from './follow-specimen.ts';
import { manageFacility, restockKits, useKits } from './manage-facility.ts';
import { coverShift, manageStaffing, reportAbsence } from './manage-staffing.ts';
import { offerSurvey } from './offer-survey.ts';
import { orderQuarantineTest } from './order-quarantine-test.ts';
import {
  recordLivingSupportPayment,
  recordLivingSupportPaymentFailure,
  recordLivingSupportRecovery,
  retryLivingSupportPayment,
} from './pay-living-support.ts';
import { recordTestResult } from './record-test-result.ts';
import { reportCorrection } from './report-correction.ts';
import { reverseLivingSupport } from './reverse-living-support.ts';
import { closeClinic, closeClinicForDay, openClinicForDay, recordThroughput } from './run-clinic-day.ts';
import { stateLivingSupportFacts } from './state-living-support-facts.ts';
import type { Uses } from '../uses.ts';

/** Tests, surveys, clinics and living support: what people and machines ask for. */
export const diagnosticTestingRequests = (uses: Uses) => ({
  recordAnswers: recordAnswers(uses),
  refuseSurvey: refuseSurvey(uses),
  expireSurvey: expireSurvey(uses),
  correctAnswers: correctAnswers(uses),
  applyForLivingSupport: applyForLivingSupport(uses),
  stateLivingSupportFacts: stateLivingSupportFacts(uses),
  assessLivingSupport: assessLivingSupport(uses),
  setLivingSupportAmount: setLivingSupportAmount(uses),
  approveLivingSupport: approveLivingSupport(uses),
  cancelTest: cancelTest(uses),
  correctTestResult: reportCorrection(uses),
  doubtSpecimen: doubtSpecimen(uses),
  establishClinic: establishClinic(uses),
  explainClinic: explainClinic(uses),
  collectSpecimen: collectSpecimen(uses),
  receiveSpecimen: receiveSpecimen(uses),
  rejectSpecimen: rejectSpecimen(uses),
  manageFacility: manageFacility(uses),
  restockKits: restockKits(uses),
  useKits: useKits(uses),
  manageStaffing: manageStaffing(uses),
  reportAbsence: reportAbsence(uses),
  coverShift: coverShift(uses),
  offerSurvey: offerSurvey(uses),
  orderQuarantineTest: orderQuarantineTest(uses),
  recordLivingSupportPayment: recordLivingSupportPayment(uses),
  recordLivingSupportPaymentFailure: recordLivingSupportPaymentFailure(uses),
  retryLivingSupportPayment: retryLivingSupportPayment(uses),
  recordLivingSupportRecovery: recordLivingSupportRecovery(uses),
  recordTestResult: recordTestResult(uses),
  reverseLivingSupport: reverseLivingSupport(uses),
  openClinicForDay: openClinicForDay(uses),
  recordThroughput: recordThroughput(uses),
  closeClinicForDay: closeClinicForDay(uses),
  closeClinic: closeClinic(uses),
});
