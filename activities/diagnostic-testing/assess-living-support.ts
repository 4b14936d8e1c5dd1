import type {
  AmountReason,
  SupportConditions,
} from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import { SupportRule } from '../../domain/diagnostic-testing/living-support/support-rule.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { parsed, present } from './asked.ts';
import { livingSupportCommand, type LivingSupportAsked } from './living-support-command.ts';

/** Days of isolation notices for which the protocol version holds; amounts in won, absent where it states none. */
export type AssessLivingSupportInput = LivingSupportAsked &
  Readonly<{
    rule: Readonly<{ version: string; noticesFrom: string; noticesUntil?: string | undefined }>;
    conditions: SupportConditions;
    amountWon?: number | undefined;
  }>;

/** Is there a claim, and to how much? By the protocol of the day of the isolation notice. */
export const assessLivingSupport = livingSupportCommand<AssessLivingSupportInput>((input, by) => {
  const { version, noticesFrom, noticesUntil } = input.rule;
  return {
    type: 'AssessLivingSupport',
    rule: SupportRule.of(
      version,
      LocalDate.of(noticesFrom),
      parsed(noticesUntil, (text) => LocalDate.of(text)),
    ),
    conditions: input.conditions,
    ...present({ amount: parsed(input.amountWon, (won) => Money.ofWon(won)) }),
    ...by,
  };
});

/** The payment officer sets the amount. */
export const setLivingSupportAmount = livingSupportCommand<
  LivingSupportAsked & Readonly<{ amountWon: number; reason: AmountReason }>
>(({ amountWon, reason }, by) => ({
  type: 'SetLivingSupportAmount',
  amount: Money.ofWon(amountWon),
  reason,
  ...by,
}));

/** Another officer approves it. */
export const approveLivingSupport = livingSupportCommand<LivingSupportAsked>((_input, by) => ({
  type: 'ApproveLivingSupport',
  ...by,
}));
