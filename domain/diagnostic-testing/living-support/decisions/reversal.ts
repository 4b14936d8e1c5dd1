import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type {
  RecordLivingSupportRecovery,
  RestoreLivingSupport,
  ReverseLivingSupport,
} from '../living-support.commands.ts';
import type { LivingSupportEvent } from '../living-support.events.ts';
import type { LivingSupportState } from '../living-support.state.ts';
import { ENDING_A_CLAIM, hasPartlyComeBack, isPartlyDue, recoveredWon } from '../recovery.ts';
import { fact, neverZero } from './fact.ts';

/** The same reason again is quiet. Where a part is due, what ends the claim makes it more, up to all that was paid. */
export function reverse(state: LivingSupportState, command: ReverseLivingSupport): LivingSupportEvent[] {
  const { stage, paidWon, reversedBecause } = state;
  const { reason, amountDue } = command;
  const isMore = ENDING_A_CLAIM.includes(reason) && isPartlyDue(state);
  if (reversedBecause !== undefined && !isMore) {
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
  if (amountDueWon <= (state.amountDueWon ?? 0)) throw new RuleBroken('living-support/already-reversed');
  return [{ ...fact('LivingSupportReversed', state, command), reason, amountDueWon }];
}

/** Only what a violation undid. Money of which a part has come back for it is for people: nothing is paid twice. */
export function restore(state: LivingSupportState, command: RestoreLivingSupport): LivingSupportEvent[] {
  const { stage, reversedBecause, dueBefore } = state;
  if (reversedBecause !== 'violationEstablished') throw new RuleBroken('living-support/nothing-to-restore');
  const restored = fact('LivingSupportRestored', state, command);
  if (stage !== 'reversed') return [{ ...restored, to: 'applied' }];
  if (hasPartlyComeBack(state)) throw new RuleBroken('living-support/partly-recovered');
  return [
    dueBefore === undefined
      ? { ...restored, to: 'paid' }
      : { ...restored, to: 'reversed', amountDueWon: dueBefore.won },
  ];
}

/** The same transfer told again is quiet. */
export function recordRecovery(
  state: LivingSupportState,
  command: RecordLivingSupportRecovery,
): LivingSupportEvent[] {
  const { amountDueWon, recoveries } = state;
  const { amount, reference } = command;
  if (state.pastReferences?.includes(reference) === true) return [];
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
