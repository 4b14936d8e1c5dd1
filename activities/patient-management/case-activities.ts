import type { Uses } from '../uses.ts';
import { putQuestion } from './ask-for-symptoms.ts';
import { caseStanding } from './case-standing.ts';
import { checkReleaseCriteria } from './check-release-criteria.ts';
import { handOverActivities } from './hand-over-activities.ts';
import { judgeInHospital } from './judge-in-hospital.ts';
import { planReleaseCheck } from './plan-release-check.ts';
import { recordClinicianDecision } from './record-clinician-decision.ts';
import { recordDiagnosticResult } from './record-diagnostic-result.ts';
import { recordLateRetests, recordRetestResult } from './record-retest-result.ts';
import { registrationDeadline } from './registration-deadline.ts';
import { releaseFromIsolation } from './release-from-isolation.ts';
import { identityStanding, settleIdentity } from './settle-identity.ts';
import { settleDiagnosis } from './settle-diagnosis.ts';
import { startHomeTreatment } from './start-home-treatment.ts';

/** What a case's process, the one that clears its person's identity, and its hand-over do in our own database. */
export const caseActivities = (uses: Uses) => ({
  caseStanding: caseStanding(uses),
  checkReleaseCriteria: checkReleaseCriteria(uses),
  judgeInHospital: judgeInHospital(uses),
  planReleaseCheck: planReleaseCheck(uses),
  putQuestion: putQuestion(uses),
  recordClinicianDecision: recordClinicianDecision(uses),
  recordDiagnosticResult: recordDiagnosticResult(uses),
  recordRetestResult: recordRetestResult(uses),
  recordLateRetests: recordLateRetests(uses),
  registrationDeadline: registrationDeadline(uses),
  releaseFromIsolation: releaseFromIsolation(uses),
  settleDiagnosis: settleDiagnosis(uses),
  startHomeTreatment: startHomeTreatment(uses),
  identityStanding: identityStanding(uses),
  settleIdentity: settleIdentity(uses),
  ...handOverActivities(uses),
});
