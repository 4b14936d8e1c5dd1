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
}>;

export type SmsMessage = Readonly<{ messageId: string }> &
  (
    | Readonly<{ kind: 'inbound'; from: string; text: string }>
    | Readonly<{ kind: 'status'; key: string; delivered: boolean; code: string }>
  );

/**
 * Signed messages of the partners, in our words.
 * @throws WebhookRefused when the signature or its time is not right; ZodError for a body that makes no sense
 */
export interface WebhookReader {
  laboratory(webhook: RawWebhook): LaboratoryMessage;
  sms(webhook: RawWebhook): SmsMessage;
}
