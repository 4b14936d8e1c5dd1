import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { RecordPayment, RecordPaymentDecline, RecordRefund } from '../supplies.commands.ts';
import type { SuppliesEvent } from '../supplies.events.ts';
import { heldBy, type SuppliesState } from '../supplies.state.ts';
import { attemptOf, fact } from './fact.ts';

/** Booked whenever it comes, once for an attempt. For a dead attempt the money is owed back. */
export function recordPayment(state: SuppliesState, command: RecordPayment): SuppliesEvent[] {
  const { attempt, reference, amount } = command;
  const { payment, totalWon, deadBecause, deliveredAt } = attemptOf(state, attempt);
  if (payment?.reference === reference && payment.paidWon === amount.won) return [];
  if (payment !== undefined) throw new RuleBroken('supplies/already-paid', { attempt });
  if (amount.won !== totalWon) throw new RuleBroken('supplies/payment-differs-from-price', { totalWon });
  const isOwed = deadBecause !== undefined && deliveredAt === undefined;
  return [
    {
      ...fact('EssentialsPaid', command, state.isolationId),
      attempt,
      reference,
      paidWon: amount.won,
      refundDueWon: isOwed ? amount.won : 0,
    },
  ];
}

/** Of an attempt that is dead anyway it changes nothing. */
export function recordDecline(state: SuppliesState, command: RecordPaymentDecline): SuppliesEvent[] {
  const { attempt, reason } = command;
  const { payment, deadBecause } = attemptOf(state, attempt);
  if (payment !== undefined) throw new RuleBroken('supplies/already-paid', { attempt });
  if (deadBecause !== undefined) return [];
  return [{ ...fact('EssentialsPaymentDeclined', command, state.isolationId), attempt, reason }];
}

/** Of a dead attempt; also of one whose parcel arrived after its refund was asked for. */
export function recordRefund(state: SuppliesState, command: RecordRefund): SuppliesEvent[] {
  const { attempt: number, reference, amount } = command;
  const attempt = attemptOf(state, number);
  const earlier = attempt.refunds.find((refund) => refund.reference === reference);
  if (earlier?.refundedWon === amount.won) return [];
  if (earlier !== undefined) throw new RuleBroken('supplies/differs-from-recorded', { attempt: number });
  const held = heldBy(attempt);
  if (attempt.deadBecause === undefined || held === 0 || amount.won === 0) {
    throw new RuleBroken('supplies/refund-not-due', { attempt: number });
  }
  if (amount.won > held) throw new RuleBroken('supplies/refund-exceeds-payment', { heldWon: held });
  return [
    {
      ...fact('EssentialsRefunded', command, state.isolationId),
      attempt: number,
      reference,
      refundedWon: amount.won,
      stillDueWon: attempt.deliveredAt === undefined ? held - amount.won : 0,
    },
  ];
}
