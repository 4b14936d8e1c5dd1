/** What is sent: the same bytes under the same id however often. */
export type SignedPost = Readonly<{
  url: string;
  deliveryId: string;
  body: string;
  /** Each live one signs. */
  secrets: readonly string[];
}>;

/** `again`: it may be taken later. The code holds a status or a kind of failure, nothing that was said. */
export type Reply = Readonly<{ taken: true }> | Readonly<{ taken: false; again: boolean; code: string }>;

/** Other systems that take what they have subscribed to. */
export interface WebhookReceivers {
  post(message: SignedPost): Promise<Reply>;
}
