import { clinicsNotOpened } from './diagnostic-testing/clinics-not-opened.ts';
import { tellOfClaimsWithoutRules } from './diagnostic-testing/tell-of-claims-without-rules.ts';
import { tellOfCorrection } from './diagnostic-testing/tell-of-correction.ts';
import { tendExports } from './exchange/tend-exports.ts';
import { proveNotice } from './isolation-management/prove-notice.ts';
import { closeRegistration } from './patient-management/close-registration.ts';
import { parkForgottenMessages } from './messages/receive-message.ts';
import { reconcileUnreported } from './messages/reconcile-unreported.ts';
import { recordDelivery } from './messages/record-delivery.ts';
import { reconcileUnsettled } from './upkeep/reconcile-unsettled.ts';
import { tellOfMissingRules } from './upkeep/tell-of-missing-rules.ts';
import { tellOfUntoldNews } from './upkeep/tell-of-untold-news.ts';
import { tellUntoldCorrections } from './upkeep/tell-untold-corrections.ts';
import type { UpkeepUses } from './upkeep-uses.ts';
import { closeCalls } from './worklist/close-calls.ts';
import { escalateOverdueTasks } from './worklist/escalate-overdue-tasks.ts';
import { handBackOfTheAway } from './worklist/hand-back-of-the-away.ts';

/** What is looked at every minute. */
export const upkeepActivities = (uses: UpkeepUses) => ({
  closeCalls: closeCalls(uses),
  tendExports: tendExports(uses),
  handBackOfTheAway: handBackOfTheAway(uses),
  escalateOverdueTasks: escalateOverdueTasks(uses),
  tellOfMissingRules: tellOfMissingRules(uses, tellOfClaimsWithoutRules(uses)),
  tellUntoldCorrections: tellUntoldCorrections(uses, tellOfCorrection(uses)),
  parkForgottenMessages: parkForgottenMessages(uses),
  tellOfUntoldNews: tellOfUntoldNews(uses),
  clinicsNotOpened: clinicsNotOpened(uses),
  reconcileUnsettled: reconcileUnsettled(uses, closeRegistration(uses)),
  reconcileUnreported: reconcileUnreported(uses, recordDelivery(uses, proveNotice(uses))),
});
export type UpkeepActivities = ReturnType<typeof upkeepActivities>;
