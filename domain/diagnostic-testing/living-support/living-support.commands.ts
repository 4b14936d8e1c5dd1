import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { CaseId, IsolationId, PersonId } from '../../shared-kernel/id.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { Money } from '../../shared-kernel/money.ts';
import type { HouseholdSize } from './household-size.ts';
import type { IsolatedDays } from './isolated-days.ts';
import type { PaymentReference } from './payment-reference.ts';
import type { StatedFacts } from './stated-facts.ts';
import type { SupportRule } from './support-rule.ts';

/**
 * 생활지원금 신청. `caseId` is missing for a contact in quarantine. Paid leave may be told later; so may the days, which
 * are only known when the isolation has ended.
 */
export type ApplyForLivingSupport = By &
  Readonly<{
    type: 'ApplyForLivingSupport';
    personId: PersonId;
    isolationId: IsolationId;
    caseId?: CaseId;
    householdSize: HouseholdSize;
    paidLeave?: boolean;
    dateOfIsolationNotice: LocalDate;
    isolatedDays?: IsolatedDays;
  }>;
/** What the payment officer found out. Until the claim is approved it may be told again; it is then assessed afresh. */
export type StateLivingSupportFacts = By &
  Readonly<{ type: 'StateLivingSupportFacts'; facts: StatedFacts; householdSize?: HouseholdSize }>;
/** `entitled`: the protocol gives support for such an isolation at all. Paid leave is known from the claim. */
export type SupportConditions = Readonly<{ rulesKept: boolean; withinIncome: boolean; entitled: boolean }>;
/** Without an amount the protocol states none: a person has to set it. `missing`: facts that it asks for and nobody has told. */
export type AssessLivingSupport = By &
  Readonly<{
    type: 'AssessLivingSupport';
    rule: SupportRule;
    conditions: SupportConditions;
    amount?: Money;
    isolatedDays?: IsolatedDays;
    /** As it is known now: an earlier notice may have become known since the claim was made. */
    dateOfIsolationNotice?: LocalDate;
    missing?: readonly string[];
  }>;
export type AmountReason = 'notStatedInProtocol' | 'protocolMisapplied' | 'householdChanged' | 'daysChanged';
/** The payment officer sets an amount that the protocol does not state, or sets it right before approval. */
export type SetLivingSupportAmount = By &
  Readonly<{ type: 'SetLivingSupportAmount'; amount: Money; reason: AmountReason }>;
export type ApproveLivingSupport = By & Readonly<{ type: 'ApproveLivingSupport' }>;
/** 생활 지원금 지급: the payment system says that the money has gone. */
export type RecordLivingSupportPayment = By &
  Readonly<{ type: 'RecordLivingSupportPayment'; amount: Money; reference: PaymentReference }>;
export type PaymentFailure =
  'accountUnknown' | 'accountClosed' | 'holderDiffers' | 'limitExceeded' | 'systemRefused';
/** `attempt` counts the attempts to pay from 1. */
export type RecordLivingSupportPaymentFailure = By &
  Readonly<{ type: 'RecordLivingSupportPaymentFailure'; attempt: number; reason: PaymentFailure }>;
export type RetryLivingSupportPayment = By & Readonly<{ type: 'RetryLivingSupportPayment' }>;
export type ReversalReason =
  | 'violationEstablished'
  | 'paidTwice'
  | 'wrongAmount'
  | 'notApproved'
  | 'personErased'
  | 'diagnosisWithdrawn';
/**
 * Before payment it cancels the claim; after it the money is due back: all of it, or `amountDue`. Where only a part of it
 * is due, a violation or a diagnosis that was withdrawn makes it all of it.
 */
export type ReverseLivingSupport = By &
  Readonly<{ type: 'ReverseLivingSupport'; reason: ReversalReason; amountDue?: Money }>;
/**
 * The violation is withdrawn. A claim that was cancelled because of it is assessed anew, and so is one whose money has
 * all come back; money that nobody has paid back stays paid, but for the part that is due back for another reason.
 */
export type RestoreLivingSupport = By & Readonly<{ type: 'RestoreLivingSupport' }>;
/** Money has come back, in one or several parts. */
export type RecordLivingSupportRecovery = By &
  Readonly<{ type: 'RecordLivingSupportRecovery'; amount: Money; reference: PaymentReference }>;

export type LivingSupportCommand =
  | ApplyForLivingSupport
  | StateLivingSupportFacts
  | AssessLivingSupport
  | SetLivingSupportAmount
  | ApproveLivingSupport
  | RecordLivingSupportPayment
  | RecordLivingSupportPaymentFailure
  | RetryLivingSupportPayment
  | ReverseLivingSupport
  | RestoreLivingSupport
  | RecordLivingSupportRecovery;
