import type { PaymentFailure } from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import type { AnswersByQuestion } from '../../domain/diagnostic-testing/survey/answers.ts';
import type { DeclineReason } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import type { TestResult } from '../../domain/shared-kernel/test-result.ts';

export type RawWebhook = Readonly<{
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  rawBody: Buffer;
}>;

export type LaboratoryMessage = Readonly<{
  messageId: string;
  testId: string;
  specimenId?: string | undefined;
  result: TestResult;
  specimenCollectedAt?: string | undefined;
  /** The laboratory takes an earlier result back. */
  isCorrection: boolean;
  /** It cannot vouch for whose specimen it was. */
  identityInDoubt: boolean;
}>;

export type SmsMessage = Readonly<{ messageId: string }> &
  (
    | Readonly<{ kind: 'inbound'; from: string; text: string }>
    | Readonly<{
        kind: 'status';
        key: string;
        providerMessageId: string;
        delivered: boolean;
        deliveredAt?: string | undefined;
        code: string;
      }>
  );

type OfOrder = Readonly<{ messageId: string; suppliesId: string; attempt: number }>;

export type PaymentMessage = OfOrder &
  (
    | Readonly<{ kind: 'paid' | 'refunded'; reference: string; amountWon: number }>
    | Readonly<{ kind: 'declined'; reason: DeclineReason }>
  );

/** `noted`: something between two steps that nobody waits for. Each names the order and the parcel that it is about. */
export type DeliveryMessage = OfOrder &
  Readonly<{
    kind: 'ordered' | 'shipped' | 'delivered' | 'parcel-lost' | 'returned' | 'noted';
    reference: string;
    tracking: string;
  }>;

/** The records themselves stay with the provider. */
export type LookUpMessage = Readonly<{
  messageId: string;
  informationRequestId: string;
  recordCount: number;
  resultReference: string;
}>;

export type LivingSupportMessage = Readonly<{ messageId: string; livingSupportId: string }> &
  (
    | Readonly<{ kind: 'paid' | 'recovered'; reference: string; amountWon: number }>
    | Readonly<{ kind: 'failed'; attempt: number; reason: PaymentFailure }>
  );

export type SurveyMessage = Readonly<{ messageId: string; surveyId: string }> &
  (Readonly<{ kind: 'answered'; answers: AnswersByQuestion }> | Readonly<{ kind: 'declined' }>);

/** A message that is provably the partner's, not read yet. @throws ZodError from `read` for a body that makes no sense */
export type Signed<Message> = Readonly<{ messageId: string; read: () => Message }>;
type Reads<Message> = (webhook: RawWebhook) => Signed<Message>;

/**
 * Signed messages of the partners, in our words.
 * @throws WebhookRefused when the signature or its time is not right
 */
export interface WebhookReader {
  readonly laboratory: Reads<LaboratoryMessage>;
  readonly sms: Reads<SmsMessage>;
  readonly payment: Reads<PaymentMessage>;
  readonly delivery: Reads<DeliveryMessage>;
  readonly entryLog: Reads<LookUpMessage>;
  readonly cardHistory: Reads<LookUpMessage>;
  readonly livingSupport: Reads<LivingSupportMessage>;
  readonly survey: Reads<SurveyMessage>;
}
