import { assignOfficer } from './assign-officer.ts';
import { imposeWorkBan, liftWorkBan } from './change-work-ban.ts';
import { checkIsolation } from './check-isolation.ts';
import {
  completeEssentialsOrder,
  recordEssentialsDelivery,
  recordEssentialsShipment,
  reportEssentialsFailure,
} from './deliver-essentials.ts';
import { endIsolationWhenDue } from './end-isolation-when-due.ts';
import { establishViolation, reportViolation, withdrawViolation } from './establish-violation.ts';
import { settlesCheck } from './essentials-to-check.ts';
import { openSupplies } from './open-supplies.ts';
import { cancelSupplies, checkEssentials, orderEssentials } from './order-essentials.ts';
import { orderQuarantine } from './order-quarantine.ts';
import {
  recordEssentialsPayment,
  recordEssentialsPaymentDecline,
  recordEssentialsRefund,
} from './pay-essentials.ts';
import { isolationStanding } from './isolation-standing.ts';
import { recordParcelEvent } from './record-parcel-event.ts';
import { recordQuarantineExposure } from './record-quarantine-exposure.ts';
import { rescheduleIsolation } from './reschedule-isolation.ts';
import { recordIsolationNotice, recordReleaseNotice, startIsolation } from './serve-order.ts';
import { tellOfLateParcel } from './tell-of-late-parcel.ts';
import type { Uses } from '../uses.ts';

/** Isolation, quarantine and supplies: what people and machines ask for. */
export const isolationManagementRequests = (uses: Uses) => ({
  assignOfficer: assignOfficer(uses),
  imposeWorkBan: imposeWorkBan(uses),
  liftWorkBan: liftWorkBan(uses),
  checkIsolation: checkIsolation(uses),
  completeEssentialsOrder: completeEssentialsOrder(uses),
  recordEssentialsShipment: recordEssentialsShipment(uses),
  recordEssentialsDelivery: recordEssentialsDelivery(uses),
  reportEssentialsFailure: reportEssentialsFailure(uses),
  endIsolationWhenDue: endIsolationWhenDue(uses),
  explainIsolation: isolationStanding(uses),
  reportViolation: reportViolation(uses),
  establishViolation: establishViolation(uses),
  withdrawViolation: withdrawViolation(uses),
  openSupplies: openSupplies(uses),
  checkEssentials: settlesCheck(uses, checkEssentials(uses)),
  orderEssentials: orderEssentials(uses),
  cancelSupplies: settlesCheck(uses, cancelSupplies(uses)),
  orderQuarantine: orderQuarantine(uses),
  recordEssentialsPayment: recordEssentialsPayment(uses),
  recordEssentialsPaymentDecline: recordEssentialsPaymentDecline(uses),
  recordEssentialsRefund: recordEssentialsRefund(uses),
  recordParcelEvent: recordParcelEvent(uses, tellOfLateParcel(uses)),
  recordQuarantineExposure: recordQuarantineExposure(uses),
  rescheduleIsolation: rescheduleIsolation(uses),
  recordIsolationNotice: recordIsolationNotice(uses),
  startIsolation: startIsolation(uses),
  recordReleaseNotice: recordReleaseNotice(uses),
});
