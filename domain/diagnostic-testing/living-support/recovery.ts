import type { ReversalReason } from './living-support.commands.ts';
import type { LivingSupportState } from './living-support.state.ts';

/** `reversal`: by which one it became due. */
export type Recall = Readonly<{ reversal: number; won: number }>;

/** Every recall of what is due back, oldest first. */
export const recallsOf = ({ recalls, amountDueWon, reversals = 1 }: LivingSupportState): readonly Recall[] =>
  recalls ?? (amountDueWon === undefined ? [] : [{ reversal: reversals, won: amountDueWon }]);

export const recoveredWon = ({ recoveries }: LivingSupportState): number =>
  recoveries.reduce((sum, { won }) => sum + won, 0);

/** After these nothing of a claim is left. */
export const ENDING_A_CLAIM: readonly (ReversalReason | undefined)[] = [
  'violationEstablished',
  'diagnosisWithdrawn',
];

/** Of what was paid a part is due back, for a reason that leaves the rest with the person. */
export const isPartlyDue = ({ reversedBecause, amountDueWon, paidWon }: LivingSupportState): boolean =>
  !ENDING_A_CLAIM.includes(reversedBecause) &&
  amountDueWon !== undefined &&
  paidWon !== undefined &&
  amountDueWon < paidWon;

/** More has come back than was due for another reason, and not all of it. */
export const hasPartlyComeBack = (state: LivingSupportState): boolean =>
  state.stage === 'reversed' && recoveredWon(state) > (state.dueBefore?.won ?? 0);
