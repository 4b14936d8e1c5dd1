import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { CaseId, ContactId, IsolationId, PersonId } from '../../shared-kernel/id.ts';
import type { Money } from '../../shared-kernel/money.ts';
import type { Essentials } from './essentials.ts';
import type { PartnerReference } from './partner-reference.ts';
import type { PricedEssentials } from './priced-essentials.ts';

export type DeclineReason = 'insufficient-funds' | 'limit-exceeded' | 'method-refused' | 'other';
export type OrderFailure = 'out-of-stock' | 'parcel-lost' | 'returned' | 'never-confirmed';
export type SuppliesCancellation =
  'released' | 'deceased' | 'person-erased' | 'not-wanted' | 'over-budget' | 'unobtainable';

/** `needed` and `budget` come from the city or district that supplies. */
export type OpenSupplies = By &
  Readonly<{
    type: 'OpenSupplies';
    isolationId: IsolationId;
    personId: PersonId;
    district: District;
    needed: Essentials;
    /** For one order. An order that failed is refunded before the next. */
    budget: Money;
    caseId?: CaseId;
    contactId?: ContactId;
  }>;
/** 필수품 확인: which of the needed items are missing; none is an answer too. */
export type CheckEssentials = By & Readonly<{ type: 'CheckEssentials'; missing: Essentials }>;
/** Attempts are numbered from 1. What partners tell names the attempt that it is about. */
type OfAttempt = By & Readonly<{ attempt: number }>;
/** 필수품 주문: of what is missing, all or what can be had. */
export type OrderEssentials = OfAttempt & Readonly<{ type: 'OrderEssentials'; order: PricedEssentials }>;
/** Money has gone out. Late is better than unrecorded: what is paid for a dead attempt is owed back. */
export type RecordPayment = OfAttempt &
  Readonly<{ type: 'RecordPayment'; reference: PartnerReference; amount: Money }>;
export type RecordPaymentDecline = OfAttempt &
  Readonly<{ type: 'RecordPaymentDecline'; reason: DeclineReason }>;
/** The supplier has taken the order. */
export type CompleteOrder = OfAttempt & Readonly<{ type: 'CompleteOrder'; reference: PartnerReference }>;
export type RecordShipment = OfAttempt & Readonly<{ type: 'RecordShipment'; tracking: PartnerReference }>;
/** A parcel that was thought lost may still arrive, until it is ordered again or given up. */
export type RecordDelivery = OfAttempt & Readonly<{ type: 'RecordDelivery' }>;
/** `soldOut`: the codes that the supplier has none of. */
export type ReportFailure = OfAttempt &
  Readonly<{ type: 'ReportFailure'; reason: OrderFailure; soldOut?: readonly string[] }>;
/** Money has come back, all of it or a part. */
export type RecordRefund = OfAttempt &
  Readonly<{ type: 'RecordRefund'; reference: PartnerReference; amount: Money }>;
/** Released meanwhile, or not to be had. A parcel on its way can no longer be called back. */
export type CancelSupplies = By & Readonly<{ type: 'CancelSupplies'; because: SuppliesCancellation }>;
/** 관할 이관: it goes with its case. */
export type RelocateSupplies = By & Readonly<{ type: 'RelocateSupplies'; to: District }>;

/** 격리 물품 관리 */
export type SuppliesCommand =
  | OpenSupplies
  | CheckEssentials
  | OrderEssentials
  | RecordPayment
  | RecordPaymentDecline
  | CompleteOrder
  | RecordShipment
  | RecordDelivery
  | ReportFailure
  | RecordRefund
  | CancelSupplies
  | RelocateSupplies;
