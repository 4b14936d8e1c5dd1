import { partnerReference } from '../../domain/isolation-management/supplies/partner-reference.ts';
import type { DeclineReason } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { suppliesCommand, type AttemptAsked } from './supplies-command.ts';

export type MoneyMovedInput = AttemptAsked & Readonly<{ reference: string; amountWon: number }>;

const moved = ({ attempt, reference, amountWon }: MoneyMovedInput) => ({
  attempt,
  reference: partnerReference(reference),
  amount: Money.ofWon(amountWon),
});

/** The payment service tells what became of a payment or a refund. */
export const recordEssentialsPayment = suppliesCommand<MoneyMovedInput>((input, by) => ({
  type: 'RecordPayment',
  ...moved(input),
  ...by,
}));

export const recordEssentialsPaymentDecline = suppliesCommand<
  AttemptAsked & Readonly<{ reason: DeclineReason }>
>((input, by) => ({
  type: 'RecordPaymentDecline',
  attempt: input.attempt,
  reason: input.reason,
  ...by,
}));

export const recordEssentialsRefund = suppliesCommand<MoneyMovedInput>((input, by) => ({
  type: 'RecordRefund',
  ...moved(input),
  ...by,
}));
