import { HouseholdSize } from '../../domain/diagnostic-testing/living-support/household-size.ts';
import { IsolatedDays } from '../../domain/diagnostic-testing/living-support/isolated-days.ts';
import type {
  LivingSupportCommand,
  ReversalReason,
  SupportConditions,
} from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import { LivingSupport } from '../../domain/diagnostic-testing/living-support/living-support.ts';
import { paymentReference } from '../../domain/diagnostic-testing/living-support/payment-reference.ts';
import { StatedFacts, type StatedFact } from '../../domain/diagnostic-testing/living-support/stated-facts.ts';
import { SupportRule } from '../../domain/diagnostic-testing/living-support/support-rule.ts';
import { isolationId, livingSupportId } from '../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { CASE, day, PERSON } from './case-fixtures.ts';

type Of<Type extends LivingSupportCommand['type']> = Extract<LivingSupportCommand, { type: Type }>;

export const CLAIM = livingSupportId('01900000-0000-7000-8000-00000000001a');
const at = day(20);
const by = (who: string) => ({ by: who, at });

export const aClaim = (): LivingSupport => LivingSupport.unopened(CLAIM);
export const applied = (more: Partial<Of<'ApplyForLivingSupport'>> = {}): LivingSupportCommand => ({
  type: 'ApplyForLivingSupport',
  personId: PERSON,
  isolationId: isolationId('01900000-0000-7000-8000-00000000000a'),
  caseId: CASE,
  householdSize: HouseholdSize.of(3),
  paidLeave: false,
  dateOfIsolationNotice: LocalDate.of('2026-03-03'),
  isolatedDays: IsolatedDays.of(7),
  ...by('receptionist'),
  ...more,
});
export const aRule = (from = '2026-01-01', until?: string): SupportRule =>
  SupportRule.of(
    'kr-covid19@2026-01-01',
    LocalDate.of(from),
    until === undefined ? until : LocalDate.of(until),
  );
/** At the notice: neither the days nor paid leave are known. */
export const appliedAtNotice = (): LivingSupportCommand => {
  const { paidLeave: _leave, isolatedDays: _days, ...claim } = applied() as Of<'ApplyForLivingSupport'>;
  return { ...claim, by: 'process:isolation' };
};
export const assessed = (
  won: number | undefined = 150_000,
  conditions: Partial<SupportConditions> = {},
  rule = aRule(),
  who = 'process:case',
): LivingSupportCommand => ({
  type: 'AssessLivingSupport',
  rule,
  conditions: { rulesKept: true, withinIncome: true, entitled: true, ...conditions },
  ...(won === undefined ? {} : { amount: Money.ofWon(won) }),
  ...by(who),
});
/** The protocol states no amount. */
export const assessedUnknown = (): LivingSupportCommand => {
  const { amount: _amount, ...without } = assessed() as Of<'AssessLivingSupport'>;
  return without;
};
export const amountSet = (won = 180_000, who = 'payer'): LivingSupportCommand => ({
  type: 'SetLivingSupportAmount',
  amount: Money.ofWon(won),
  reason: 'notStatedInProtocol',
  ...by(who),
});
export const approved = (who = 'chief'): LivingSupportCommand => ({
  type: 'ApproveLivingSupport',
  ...by(who),
});
export const paid = (won = 150_000, reference = 'P-1'): LivingSupportCommand => ({
  type: 'RecordLivingSupportPayment',
  amount: Money.ofWon(won),
  reference: paymentReference(reference),
  ...by('bank'),
});
export const failed = (attempt = 1): LivingSupportCommand => ({
  type: 'RecordLivingSupportPaymentFailure',
  attempt,
  reason: 'accountClosed',
  ...by('bank'),
});
export const retried = (): LivingSupportCommand => ({ type: 'RetryLivingSupportPayment', ...by('payer') });
export const reversed = (
  reason: ReversalReason = 'violationEstablished',
  dueWon?: number,
): LivingSupportCommand => ({
  type: 'ReverseLivingSupport',
  reason,
  ...(dueWon === undefined ? {} : { amountDue: Money.ofWon(dueWon) }),
  ...by('payer'),
});
export const factsStated = (
  answers: Readonly<Record<string, StatedFact>> = { paidLeave: false },
  people?: number,
): LivingSupportCommand => ({
  type: 'StateLivingSupportFacts',
  facts: StatedFacts.of(answers),
  ...(people === undefined ? {} : { householdSize: HouseholdSize.of(people) }),
  ...by('payer'),
});
/** When the isolation is over, by the process: what is missing, or the days. */
export const assessedAtEnd = (more: Partial<Of<'AssessLivingSupport'>> = {}): LivingSupportCommand => ({
  ...(assessed() as Of<'AssessLivingSupport'>),
  isolatedDays: IsolatedDays.of(14),
  ...more,
});
export const restored = (): LivingSupportCommand => ({
  type: 'RestoreLivingSupport',
  ...by('process:living-support'),
});
export const recovered = (won: number, reference = 'R-1'): LivingSupportCommand => ({
  type: 'RecordLivingSupportRecovery',
  amount: Money.ofWon(won),
  reference: paymentReference(reference),
  ...by('bank'),
});
