import { bulkActivities } from './bulk-work/bulk-activities.ts';
import type { BulkUses } from './bulk-work/bulk-uses.ts';
import type { Ordering } from './bulk-work/command-terms.ts';
import { bulkWorkRequests } from './bulk-work/requests.ts';
import { orderQuarantineTest } from './diagnostic-testing/order-quarantine-test.ts';
import { askForAnswers } from './diagnostic-testing/ask-for-answers.ts';
import { applyForLivingSupportOf } from './diagnostic-testing/apply-for-living-support.ts';
import {
  decideLivingSupport,
  restoreLivingSupport,
  reverseForViolation,
  reverseForWithdrawal,
} from './diagnostic-testing/decide-living-support.ts';
import { clinicDayStanding, closeClinicDay } from './diagnostic-testing/clinic-day-standing.ts';
import { judgeLivingSupport } from './diagnostic-testing/judge-living-support.ts';
import { livingSupportStanding } from './diagnostic-testing/living-support-standing.ts';
import { orderTest, recordTestOrder } from './diagnostic-testing/order-test.ts';
import { tellOfLivingSupport } from './diagnostic-testing/tell-of-living-support.ts';
import { endIsolation } from './isolation-management/end-isolation.ts';
import { notifyIsolation } from './isolation-management/notify-isolation.ts';
import { notifyRelease } from './isolation-management/notify-release.ts';
import { orderQuarantine } from './isolation-management/order-quarantine.ts';
import { orderIsolation } from './isolation-management/order-isolation.ts';
import { askForSymptoms, sendQuestion } from './patient-management/ask-for-symptoms.ts';
import { closeRegistration } from './patient-management/close-registration.ts';
import { openCase } from './patient-management/open-case.ts';
import { registerPerson } from './patient-management/register-person.ts';
import { registerConfirmedCase } from './patient-management/register-confirmed-case.ts';
import { tellNotACase } from './patient-management/tell-not-a-case.ts';
import { diagnosticTestingRequests } from './diagnostic-testing/requests.ts';
import { destroyRecords } from './epidemiological-investigation/destroy-records.ts';
import { destroyValues } from './destroy-values.ts';
import { contactStanding } from './epidemiological-investigation/contact-standing.ts';
import { gradeByPerson, gradeContact } from './epidemiological-investigation/grade-contact.ts';
import { nameContactOfCase } from './epidemiological-investigation/name-contact-of-case.ts';
import { nameVisitor } from './epidemiological-investigation/name-visitor.ts';
import { planByPerson, planFollowUp } from './epidemiological-investigation/plan-follow-up.ts';
import { quarantineEndOf } from './epidemiological-investigation/quarantine-end.ts';
import { replanFollowUp } from './epidemiological-investigation/replan-follow-up.ts';
import {
  handOverQuarantine,
  leaveQuarantine,
  quarantineContact,
} from './epidemiological-investigation/quarantine-contact.ts';
import { tellContact } from './epidemiological-investigation/tell-contact.ts';
import { testContact } from './epidemiological-investigation/test-contact.ts';
import {
  convertContact,
  endContactFollowUp,
  openCaseOfContact,
  revertToContact,
} from './epidemiological-investigation/turn-contact.ts';
import {
  lookUpActivities,
  routeSmsActivities,
  routeStoreActivities,
  routeSurveyActivities,
} from './epidemiological-investigation/steps.ts';
import { epidemiologicalInvestigationRequests } from './epidemiological-investigation/requests.ts';
import { caseActivities } from './patient-management/case-activities.ts';
import { patientManagementRequests } from './patient-management/requests.ts';
import { webhookStoreActivities } from './exchange/steps.ts';
import { exchangeRequests } from './exchange/requests.ts';
import { messageRequests } from './message-requests.ts';
import { protocolRequests } from './protocol/requests.ts';
import { worklistRequests } from './worklist/requests.ts';
import { isolationManagementRequests } from './isolation-management/requests.ts';
import { readJurisdictions } from './read-jurisdictions.ts';
import { keepingNothing, withoutStoring } from './trial.ts';
import type { Uses } from './uses.ts';
import { assignTier } from './assign-tier.ts';
import { escalateOverdueTask } from './worklist/escalate-task.ts';
import { decisionOf, openTaskAbout } from './open-task-about.ts';
import { cancelTasks } from './cancel-tasks.ts';
import { cancelTasksAbout } from './cancel-tasks-about.ts';
import { openTask } from './open-task.ts';
import { isolationSmsActivities, isolationStoreActivities } from './isolation-management/steps.ts';

export type { ClinicDayStanding } from './diagnostic-testing/clinic-day-standing.ts';
export type { LivingSupportStanding } from './diagnostic-testing/living-support-standing.ts';
export type { OrderTestStep, TestOrderStanding } from './diagnostic-testing/order-test.ts';
export type { ContactStanding } from './epidemiological-investigation/contact-standing.ts';
export type { IsolationStanding } from './isolation-management/isolation-standing.ts';
export type { HandOverStanding } from './patient-management/hand-over-standing.ts';
export type { IdentityStanding } from './patient-management/settle-identity.ts';
export type { SuppliesStanding } from './isolation-management/supplies-standing.ts';
export type { CaseStanding } from './patient-management/case-standing.ts';
export type { InvestigationStanding } from './epidemiological-investigation/investigation-standing.ts';
export type { LookUpStanding } from './epidemiological-investigation/look-up-standing.ts';
export type { Uses } from './uses.ts';

/** What people and machines ask for, over REST and webhooks. */
export const requests = (uses: Uses) => ({
  ...patientManagementRequests(uses),
  ...diagnosticTestingRequests(uses),
  ...epidemiologicalInvestigationRequests(uses),
  nameContactOfCase: nameContactOfCase(uses, registerPerson(uses)),
  nameVisitor: nameVisitor(uses, registerPerson(uses)),
  ...isolationManagementRequests(uses),
  ...bulkWorkRequests(uses),
  ...worklistRequests(uses),
  ...protocolRequests(uses),
  ...messageRequests(uses),
  ...exchangeRequests(uses),
  readJurisdictions,
});
export type Requests = ReturnType<typeof requests>;

/** Short steps of the processes in our own database: local activities. */
export const storeActivities = (uses: Uses) => ({
  ...caseActivities(uses),
  orderIsolation: orderIsolation(uses),
  recordTestOrder: recordTestOrder(uses),
  assignTier: assignTier(uses),
  endIsolation: endIsolation(uses),
  openTask: openTask(uses),
  cancelTasks: cancelTasks(uses),
  openTaskAbout: openTaskAbout(uses),
  decisionOf: decisionOf(uses),
  cancelTasksAbout: cancelTasksAbout(uses),
  escalateOverdueTask: escalateOverdueTask(uses),
  contactStanding: contactStanding(uses),
  gradeContact: gradeContact(uses),
  gradeByPerson: gradeByPerson(uses),
  planFollowUp: planFollowUp(uses),
  planByPerson: planByPerson(uses),
  quarantineContact: quarantineContact(uses, orderQuarantine(uses)),
  leaveQuarantine: leaveQuarantine(uses),
  handOverQuarantine: handOverQuarantine(uses),
  openCaseOfContact: openCaseOfContact(uses, openCase(uses)),
  convertContact: convertContact(uses),
  revertToContact: revertToContact(uses),
  endContactFollowUp: endContactFollowUp(uses),
  clinicDayStanding: clinicDayStanding(uses),
  closeClinicDay: closeClinicDay(uses),
  applyForLivingSupportOf: applyForLivingSupportOf(uses),
  livingSupportStanding: livingSupportStanding(uses),
  judgeLivingSupport: judgeLivingSupport(uses),
  decideLivingSupport: decideLivingSupport(uses),
  reverseForViolation: reverseForViolation(uses),
  reverseForWithdrawal: reverseForWithdrawal(uses),
  restoreLivingSupport: restoreLivingSupport(uses),
  ...webhookStoreActivities(uses),
  ...routeStoreActivities(uses),
  ...isolationStoreActivities(uses),
});
/** Long steps over many rows. */
export const bulkSteps = (uses: BulkUses, ordering: Ordering) =>
  bulkActivities(uses, {
    doing: {
      ...ordering,
      accessRecords: uses.accessRecords,
      requests: requests(uses),
      trial: requests(withoutStoring(uses)),
    },
    importing: { real: requests(uses), dry: requests(keepingNothing(uses)) },
    destroyRecords: destroyRecords(uses),
    destroyValues: destroyValues(uses),
    replanFollowUp: replanFollowUp(uses),
    quarantineEndOf: quarantineEndOf(uses),
  });
export type StoreActivities = ReturnType<typeof storeActivities>;

/** Steps that reach a partner: each partner's on a queue of its own. */
export const laboratoryActivities = (uses: Uses) => ({
  orderTest: orderTest(uses),
  testContact: testContact(uses, orderQuarantineTest(uses)),
});
export type LaboratoryActivities = ReturnType<typeof laboratoryActivities>;

export const smsActivities = (uses: Uses) => ({
  askForSymptoms: askForSymptoms(uses),
  sendQuestion: sendQuestion(uses),
  notifyIsolation: notifyIsolation(uses),
  notifyRelease: notifyRelease(uses),
  tellNotACase: tellNotACase(uses),
  tellContact: tellContact(uses),
  tellOfLivingSupport: tellOfLivingSupport(uses),
  ...routeSmsActivities(uses),
  ...isolationSmsActivities(uses),
});
export { lookUpActivities };
export type LookUpActivities = ReturnType<typeof lookUpActivities>;

export const surveyActivities = (uses: Uses) => ({
  ...routeSurveyActivities(uses),
  askForAnswers: askForAnswers(uses),
});
export type SurveyActivities = ReturnType<typeof surveyActivities>;

export type SmsActivities = ReturnType<typeof smsActivities>;

export const registryActivities = (uses: Uses) => ({
  registerConfirmedCase: registerConfirmedCase(uses),
  closeRegistration: closeRegistration(uses),
});
export type RegistryActivities = ReturnType<typeof registryActivities>;

export { livingSupportActivities } from './diagnostic-testing/steps.ts';
export type { LivingSupportActivities } from './diagnostic-testing/steps.ts';
