import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { StatedFact } from './stated-facts.ts';
import type { AmountReason, PaymentFailure, ReversalReason } from './living-support.commands.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; personId: string; isolationId: string; caseId?: string } & Payload>;

export type LivingSupportAppliedFor = Fact<
  'LivingSupportAppliedFor',
  { householdSize: number; paidLeave?: boolean; dateOfIsolationNotice: string; isolatedDays?: number }
>;
export type LivingSupportFactsStated = Fact<
  'LivingSupportFactsStated',
  { facts: Readonly<Record<string, StatedFact>>; householdSize?: number }
>;
export type IneligibleBecause = 'paidLeave' | 'rulesBroken' | 'aboveIncome' | 'noClaim';
/** Amounts in won, never zero. `protocol`: the version that was in force on the day of the isolation notice. */
export type Assessment = Readonly<
  | { verdict: 'eligible'; protocol: string; amountWon: number }
  | { verdict: 'ineligible'; protocol: string; reasons: readonly IneligibleBecause[] }
  | { verdict: 'amountUnknown'; protocol: string }
  | { verdict: 'factsMissing'; protocol: string; missing: readonly string[] }
>;
/** `dateOfIsolationNotice`: where another one is known now. */
export type LivingSupportAssessed = Fact<
  'LivingSupportAssessed',
  Assessment & { isolatedDays?: number; dateOfIsolationNotice?: string }
>;
export type LivingSupportAmountDetermined = Fact<
  'LivingSupportAmountDetermined',
  { amountWon: number; reason: AmountReason }
>;
export type LivingSupportApproved = Fact<'LivingSupportApproved', { amountWon: number; attempt: number }>;
/** 코로나 생활 지원금 지급됨 */
export type LivingSupportPaid = Fact<
  'LivingSupportPaid',
  { amountWon: number; reference: string; attempt: number }
>;
export type LivingSupportPaymentFailed = Fact<
  'LivingSupportPaymentFailed',
  { attempt: number; reason: PaymentFailure }
>;
/** It is to be paid once more; `attempt` is the number of the new attempt. */
export type LivingSupportPaymentRetried = Fact<
  'LivingSupportPaymentRetried',
  { attempt: number; amountWon: number }
>;
/** The claim was cancelled before anything was paid. */
export type LivingSupportRejected = Fact<'LivingSupportRejected', { reason: ReversalReason }>;
/** What was paid is due back, or a part of it; in all, also where a part of that was due already. */
export type LivingSupportReversed = Fact<
  'LivingSupportReversed',
  { reason: ReversalReason; amountDueWon: number }
>;
/** The violation was withdrawn: to be assessed anew, paid as it was, or with the part due back that was due before it. */
export type LivingSupportRestored = Fact<
  'LivingSupportRestored',
  { to: 'applied' | 'paid' } | { to: 'reversed'; amountDueWon: number }
>;
/** `recoveredWon`: of this transfer; `outstandingWon`: still due after it. */
export type LivingSupportRecovered = Fact<
  'LivingSupportRecovered',
  { recoveredWon: number; outstandingWon: number; reference: string }
>;

export type LivingSupportEvent =
  | LivingSupportAppliedFor
  | LivingSupportFactsStated
  | LivingSupportAssessed
  | LivingSupportAmountDetermined
  | LivingSupportApproved
  | LivingSupportPaid
  | LivingSupportPaymentFailed
  | LivingSupportPaymentRetried
  | LivingSupportRejected
  | LivingSupportReversed
  | LivingSupportRestored
  | LivingSupportRecovered;
