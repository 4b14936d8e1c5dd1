import type { PaymentFailure } from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import { paymentReference } from '../../domain/diagnostic-testing/living-support/payment-reference.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { livingSupportCommand, type LivingSupportAsked } from './living-support-command.ts';

type Transfer = LivingSupportAsked & Readonly<{ amountWon: number; reference: string }>;

/** What the payment system says about a transfer, and another attempt after a failure. */
export const recordLivingSupportPayment = livingSupportCommand<Transfer>(({ amountWon, reference }, by) => ({
  type: 'RecordLivingSupportPayment',
  amount: Money.ofWon(amountWon),
  reference: paymentReference(reference),
  ...by,
}));

export const recordLivingSupportPaymentFailure = livingSupportCommand<
  LivingSupportAsked & Readonly<{ attempt: number; reason: PaymentFailure }>
>(({ attempt, reason }, by) => ({ type: 'RecordLivingSupportPaymentFailure', attempt, reason, ...by }));

export const retryLivingSupportPayment = livingSupportCommand<LivingSupportAsked>((_input, by) => ({
  type: 'RetryLivingSupportPayment',
  ...by,
}));

export const recordLivingSupportRecovery = livingSupportCommand<Transfer>(({ amountWon, reference }, by) => ({
  type: 'RecordLivingSupportRecovery',
  amount: Money.ofWon(amountWon),
  reference: paymentReference(reference),
  ...by,
}));
