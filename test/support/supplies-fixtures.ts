import { Essentials, type Item } from '../../domain/isolation-management/supplies/essentials.ts';
import { partnerReference } from '../../domain/isolation-management/supplies/partner-reference.ts';
import { PricedEssentials } from '../../domain/isolation-management/supplies/priced-essentials.ts';
import type {
  DeclineReason,
  OrderFailure,
  SuppliesCancellation,
  SuppliesCommand,
} from '../../domain/isolation-management/supplies/supplies.commands.ts';
import { IsolationSupplies } from '../../domain/isolation-management/supplies/supplies.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { isolationId, suppliesId } from '../../domain/shared-kernel/id.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { CASE, day, PERSON } from './isolation-fixtures.ts';

export const ISOLATION = isolationId('01900000-0000-7000-8000-00000000000a');
const by = { by: 'process:supplies', at: day(4) };

export const NEEDED: readonly Item[] = [
  { code: 'rice', quantity: 2 },
  { code: 'water', quantity: 12 },
];
/** 2 × 20,000 + 12 × 1,000 won */
export const PRICE = 52_000;
export const BUDGET = 100_000;

export const supplies = (): IsolationSupplies =>
  IsolationSupplies.unopened(suppliesId('01900000-0000-7000-8000-0000000000e1'));
export function suppliesAfter(...commands: readonly SuppliesCommand[]): IsolationSupplies {
  const one = supplies();
  for (const command of commands) one.execute(command);
  return one;
}

export const opened = (needed = NEEDED): SuppliesCommand => ({
  type: 'OpenSupplies',
  isolationId: ISOLATION,
  personId: PERSON,
  district: District.of('11110'),
  needed: Essentials.of(needed),
  budget: Money.ofWon(BUDGET),
  caseId: CASE,
  ...by,
});
export const essentialsChecked = (missing: readonly Item[] = NEEDED): SuppliesCommand => ({
  type: 'CheckEssentials',
  missing: Essentials.of(missing),
  ...by,
});
export const ordered = (attempt = 1, riceWon = 20_000, items = NEEDED): SuppliesCommand => ({
  type: 'OrderEssentials',
  attempt,
  order: PricedEssentials.of(
    items.map((item) => ({ ...item, unitPrice: Money.ofWon(item.code === 'rice' ? riceWon : 1_000) })),
  ),
  ...by,
});
export const paid = (attempt = 1, won = PRICE, reference = `pay-${attempt}`): SuppliesCommand => ({
  type: 'RecordPayment',
  attempt,
  reference: partnerReference(reference),
  amount: Money.ofWon(won),
  ...by,
});
export const declined = (attempt = 1, reason: DeclineReason = 'limit-exceeded'): SuppliesCommand => ({
  type: 'RecordPaymentDecline',
  attempt,
  reason,
  ...by,
});
export const completed = (attempt = 1, reference = `order-${attempt}`): SuppliesCommand => ({
  type: 'CompleteOrder',
  attempt,
  reference: partnerReference(reference),
  ...by,
});
export const shipped = (attempt = 1, tracking = `parcel-${attempt}`): SuppliesCommand => ({
  type: 'RecordShipment',
  attempt,
  tracking: partnerReference(tracking),
  ...by,
});
export const delivered = (attempt = 1): SuppliesCommand => ({ type: 'RecordDelivery', attempt, ...by });
export const failed = (reason: OrderFailure, attempt = 1): SuppliesCommand => ({
  type: 'ReportFailure',
  attempt,
  reason,
  ...by,
});
export const refunded = (attempt = 1, won = PRICE, reference = `refund-${attempt}`): SuppliesCommand => ({
  type: 'RecordRefund',
  attempt,
  reference: partnerReference(reference),
  amount: Money.ofWon(won),
  ...by,
});
export const suppliesCancelled = (because: SuppliesCancellation = 'released'): SuppliesCommand => ({
  type: 'CancelSupplies',
  because,
  ...by,
});

export const untilMissing = [opened(), essentialsChecked()];
export const untilOrdered = [...untilMissing, ordered()];
export const untilPaid = [...untilOrdered, paid()];
export const untilCompleted = [...untilPaid, completed()];
export const untilShipped = [...untilCompleted, shipped()];
export const untilDelivered = [...untilShipped, delivered()];
