import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { Item } from './essentials.ts';
import type { DeclineReason, OrderFailure, SuppliesCancellation } from './supplies.commands.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; isolationId: string } & Payload>;
type OfAttempt = { attempt: number };
export type OrderedItem = Readonly<{ code: string; quantity: number; unitPriceWon: number }>;

export type SuppliesOpened = Fact<
  'SuppliesOpened',
  {
    personId: string;
    district: string;
    needed: readonly Item[];
    budgetWon: number;
    caseId?: string;
    contactId?: string;
  }
>;
/** 필수품 확인. Nothing missing (있음) ends it. */
export type EssentialsChecked = Fact<'EssentialsChecked', { missing: readonly Item[] }>;
/** 필수품 주문. `leftOut`: missing, and not part of this order. */
export type EssentialsOrdered = Fact<
  'EssentialsOrdered',
  OfAttempt & { items: readonly OrderedItem[]; totalWon: number; leftOut: readonly Item[] }
>;
/** `refundDueWon`: above zero when the attempt was over before its payment became known. */
export type EssentialsPaid = Fact<
  'EssentialsPaid',
  OfAttempt & { reference: string; paidWon: number; refundDueWon: number }
>;
export type EssentialsPaymentDeclined = Fact<
  'EssentialsPaymentDeclined',
  OfAttempt & { reason: DeclineReason }
>;
/** 주문 완료됨 */
export type EssentialsOrderCompleted = Fact<'EssentialsOrderCompleted', OfAttempt & { reference: string }>;
export type EssentialsShipped = Fact<'EssentialsShipped', OfAttempt & { tracking: string }>;
/** 필수품 전달 */
export type EssentialsDelivered = Fact<'EssentialsDelivered', OfAttempt>;
export type EssentialsOrderFailed = Fact<
  'EssentialsOrderFailed',
  OfAttempt & { reason: OrderFailure; refundDueWon: number; soldOut?: readonly string[] }
>;
export type EssentialsRefunded = Fact<
  'EssentialsRefunded',
  OfAttempt & { reference: string; refundedWon: number; stillDueWon: number }
>;
export type SuppliesCancelled = Fact<
  'SuppliesCancelled',
  OfAttempt & { because: SuppliesCancellation; refundDueWon: number }
>;
export type SuppliesRelocated = Fact<'SuppliesRelocated', { from: string; to: string }>;

export type SuppliesEvent =
  | SuppliesOpened
  | EssentialsChecked
  | EssentialsOrdered
  | EssentialsPaid
  | EssentialsPaymentDeclined
  | EssentialsOrderCompleted
  | EssentialsShipped
  | EssentialsDelivered
  | EssentialsOrderFailed
  | EssentialsRefunded
  | SuppliesCancelled
  | SuppliesRelocated;
