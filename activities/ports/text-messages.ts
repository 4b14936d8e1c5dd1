export type TextMessage = Readonly<{
  key: string;
  /** E.164. */
  to: string;
  text: string;
}>;

/** How a message stands at the gateway; `code` is the gateway's own. */
export type TextMessageFound = Readonly<{
  providerMessageId: string;
  state: 'underway' | 'delivered' | 'undeliverable';
  code: string;
  /** RFC 3339, by the gateway's clock: when it reached the person, where it did and the gateway says so. */
  deliveredAt?: string | undefined;
}>;

/** The SMS system. It knows no idempotency key: ask by key before sending again. */
export interface TextMessages {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  send(message: TextMessage): Promise<{ providerMessageId: string }>;
  /** What became of a message, by its key. Nothing: it never arrived. */
  findByKey(key: string): Promise<TextMessageFound | undefined>;
}
