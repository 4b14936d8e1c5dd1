export type TextMessage = Readonly<{
  key: string;
  /** E.164. */
  to: string;
  text: string;
}>;

/** The SMS system. It knows no idempotency key: ask by key before sending again. */
export interface TextMessages {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  send(message: TextMessage): Promise<{ providerMessageId: string }>;
  findByKey(key: string): Promise<{ providerMessageId: string } | undefined>;
}
