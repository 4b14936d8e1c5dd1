import type { ReversalReason } from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { parsed, present } from './asked.ts';
import { livingSupportCommand, type LivingSupportAsked } from './living-support-command.ts';

export type ReverseLivingSupportInput = LivingSupportAsked &
  Readonly<{ reason: ReversalReason; amountDueWon?: number | undefined }>;

/** Before payment the claim is cancelled; after it, the money is due back. */
export const reverseLivingSupport = livingSupportCommand<ReverseLivingSupportInput>((input, by) => ({
  type: 'ReverseLivingSupport',
  reason: input.reason,
  ...present({ amountDue: parsed(input.amountDueWon, (won) => Money.ofWon(won)) }),
  ...by,
}));
