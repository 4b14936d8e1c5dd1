import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type {
  RecordLivingSupportRecovery,
  RestoreLivingSupport,
  ReverseLivingSupport,
} from '../living-support.commands.ts';
import type { LivingSupportEvent } from '../living-support.events.ts';
import { recoveredWon, type LivingSupportState } from '../living-support.state.ts';
import { fact, neverZero } from './fact.ts';

/** The same reason again is quiet. */
export function reverse(state: LivingSupportState, command: ReverseLivingSupport): LivingSupportEvent[] {
  const { stage, paidWon, reversedBecause } = state;
  const { reason, amountDue } = command;
  if (reversedBecause !== undefined) {
    if (reversedBecause === reason) return [];
    throw new RuleBroken(
      stage === 'rejected' ? 'living-support/already-rejected' : 'living-support/already-reversed',
    );
  }
  if (stage === 'ineligible') throw new RuleBroken('living-support/ineligible');
  if (paidWon === undefined) return [{ ...fact('LivingSupportRejected', state, command), reason }];
  neverZero(amountDue);
  const amountDueWon = amountDue?.won ?? paidWon;
  if (amountDueWon > paidWon) throw new InvalidValue('living-support/recovery-too-high');
  return [{ ...fact('LivingSupportReversed', state, command), reason, amountDueWon }];
}

/** Only what a violation undid. Money of which a part has come back is for people: nothing is paid twice. */
export function restore(state: LivingSupportState, command: RestoreLivingSupport): LivingSupportEvent[] {
  const { stage, reversedBecause, recoveries } = state;
  if (reversedBecause !== 'violationEstablished') throw new RuleBroken('living-support/nothing-to-restore');
  if (stage === 'reversed' && recoveries.length > 0) throw new RuleBroken('living-support/partly-recovered');
  const to = stage === 'reversed' ? 'paid' : 'applied';
  return [{ ...fact('LivingSupportRestored', state, command), to }];
}

/** The same transfer told again is quiet. */
export function recordRecovery(
  state: LivingSupportState,
  command: RecordLivingSupportRecovery,
): LivingSupportEvent[] {
  const { amountDueWon, recoveries } = state;
  const { amount, reference } = command;
  if (amountDueWon === undefined) throw new RuleBroken('living-support/not-reversed');
  neverZero(amount);
  const told = recoveries.find((recovery) => recovery.reference === reference);
  if (told?.won === amount.won) return [];
  if (told !== undefined) throw new RuleBroken('living-support/reference-used');
  const outstandingWon = amountDueWon - recoveredWon(state) - amount.won;
  if (outstandingWon < 0) throw new RuleBroken('living-support/recovery-too-high');
  const recovered = { recoveredWon: amount.won, outstandingWon, reference };
  return [{ ...fact('LivingSupportRecovered', state, command), ...recovered }];
}
