/** What deliveries are signed with. They lie sealed; each is told once, to whoever asked for it. */
export interface WebhookSecrets {
  /** Once, however often. */
  make(subscriptionId: string, secretId: string): Promise<void>;
  /** In the order of the ids. @throws SealRefused, TypeError where one is gone */
  open(secretIds: readonly string[]): Promise<readonly string[]>;
  /** All others of that subscription are destroyed; a newer one is somebody’s who makes it at this moment. */
  keepOnly(subscriptionId: string, secretIds: readonly string[]): Promise<void>;
}
