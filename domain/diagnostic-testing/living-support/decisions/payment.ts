import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type {
  RecordLivingSupportPayment,
  RecordLivingSupportPaymentFailure,
  RetryLivingSupportPayment,
} from '../living-support.commands.ts';
import type { LivingSupportEvent } from '../living-support.events.ts';
import type { LivingSupportState } from '../living-support.state.ts';
import { fact } from './fact.ts';

/**
 * Also after a failure was told, or after the claim was cancelled while the transfer was on its way: money that has gone
 * has gone, and is then due back at once. The same transfer told again is quiet.
 */
export function recordPayment(
  state: LivingSupportState,
  command: RecordLivingSupportPayment,
): LivingSupportEvent[] {
  const { amount, reference } = command;
  if (state.pastReferences?.includes(reference) === true) return [];
  if (state.paidWon !== undefined) {
    if (state.reference !== reference) throw new RuleBroken('living-support/already-paid');
    if (state.paidWon !== amount.won) throw new RuleBroken('living-support/reference-used');
    return [];
  }
  const { reversedBecause: reason } = state;
  const { amountWon, attempt } = approvedIn(
    reason === undefined || state.attempt === undefined ? state : { ...state, stage: 'approved' },
  );
  if (amount.won !== amountWon) throw new RuleBroken('living-support/amount-differs');
  const paid = { ...fact('LivingSupportPaid', state, command), amountWon, reference, attempt };
  if (reason === undefined) return [paid];
  return [paid, { ...fact('LivingSupportReversed', state, command), reason, amountDueWon: amountWon }];
}

/** News of an earlier attempt is quiet. */
export function recordFailure(
  state: LivingSupportState,
  command: RecordLivingSupportPaymentFailure,
): LivingSupportEvent[] {
  const { attempt, reason } = command;
  if (state.paidWon !== undefined) throw new RuleBroken('living-support/already-paid');
  const current = approvedIn(state).attempt;
  if (attempt > current || attempt < 1) throw new RuleBroken('living-support/attempt-unknown', { attempt });
  if (attempt < current || state.stage === 'payment-failed') return [];
  return [{ ...fact('LivingSupportPaymentFailed', state, command), attempt, reason }];
}

export function retryPayment(
  state: LivingSupportState,
  command: RetryLivingSupportPayment,
): LivingSupportEvent[] {
  if (state.paidWon !== undefined) throw new RuleBroken('living-support/already-paid');
  const { amountWon, attempt } = approvedIn(state);
  if (state.stage !== 'payment-failed') throw new RuleBroken('living-support/payment-not-failed');
  return [{ ...fact('LivingSupportPaymentRetried', state, command), attempt: attempt + 1, amountWon }];
}

function approvedIn({ stage, amountWon, attempt }: LivingSupportState): {
  amountWon: number;
  attempt: number;
} {
  if (stage === 'rejected') throw new RuleBroken('living-support/already-rejected');
  if (stage === 'ineligible') throw new RuleBroken('living-support/ineligible');
  if (amountWon === undefined || attempt === undefined) throw new RuleBroken('living-support/not-approved');
  return { amountWon, attempt };
}
