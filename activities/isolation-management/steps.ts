import { payEssentials, refundEssentials, settleEssentialsPayment } from './essentials-money.ts';
import { callOffEssentials } from './essentials-call-off.ts';
import {
  followEssentialsParcel,
  settleEssentialsParcel,
  shipEssentials,
  trackEssentials,
} from './essentials-parcel.ts';
import { endIsolationWhenDue } from './end-isolation-when-due.ts';
import { settlesCheck } from './essentials-to-check.ts';
import { isolationStanding } from './isolation-standing.ts';
import { sendIsolationNotice } from './notify-isolation.ts';
import { sendReleaseNotice } from './notify-release.ts';
import { openSuppliesWhenDue } from './open-supplies-when-due.ts';
import { cancelSupplies } from './order-essentials.ts';
import { orderMissingEssentials } from './order-missing-essentials.ts';
import { askForEssentials, tellSuppliesCancelled, tellSuppliesDelayed } from './supplies-messages.ts';
import { recordAnswer } from '../record-answer.ts';
import { remindOfCheck } from './remind-of-check.ts';
import { startIsolation } from './serve-order.ts';
import { settleViolation } from './settle-violation.ts';
import { suppliesStanding } from './supplies-standing.ts';
import { tellOfLateParcel } from './tell-of-late-parcel.ts';
import type { Uses } from '../uses.ts';

/** What the processes of isolations and supplies do in our own database. */
export const isolationStoreActivities = (uses: Uses) => ({
  isolationStanding: isolationStanding(uses),
  recordAnswer: recordAnswer(uses),
  startIsolation: startIsolation(uses),
  endIsolationWhenDue: endIsolationWhenDue(uses),
  openSuppliesWhenDue: openSuppliesWhenDue(uses),
  settleViolation: settleViolation(uses),
  suppliesStanding: suppliesStanding(uses),
  orderMissingEssentials: orderMissingEssentials(uses),
  cancelSupplies: settlesCheck(uses, cancelSupplies(uses)),
});

export const isolationSmsActivities = (uses: Uses) => ({
  sendIsolationNotice: sendIsolationNotice(uses),
  sendReleaseNotice: sendReleaseNotice(uses),
  remindOfCheck: remindOfCheck(uses),
  askForEssentials: askForEssentials(uses),
  tellSuppliesDelayed: tellSuppliesDelayed(uses),
  tellSuppliesCancelled: tellSuppliesCancelled(uses),
});

export const paymentActivities = (uses: Uses) => ({
  payEssentials: payEssentials(uses),
  settleEssentialsPayment: settleEssentialsPayment(uses),
  refundEssentials: refundEssentials(uses),
});
export type PaymentActivities = ReturnType<typeof paymentActivities>;

export const deliveryActivities = (uses: Uses) => ({
  shipEssentials: shipEssentials(uses),
  settleEssentialsParcel: settleEssentialsParcel(uses),
  followEssentialsParcel: followEssentialsParcel(uses),
  callOffEssentials: callOffEssentials(uses),
  trackEssentials: trackEssentials(uses, tellOfLateParcel(uses)),
});
export type DeliveryActivities = ReturnType<typeof deliveryActivities>;
