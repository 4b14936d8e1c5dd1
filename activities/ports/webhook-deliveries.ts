import type { FeedCursor } from './change-feed.ts';

/** A page for one subscriber, between two places of the feed. */
export type WebhookDelivery = Readonly<{
  deliveryId: string;
  subscriptionId: string;
  /** `next`: the first that was not taken yet. `again`: was laid aside, and somebody has it sent once more. */
  stage: 'next' | 'again';
  after: FeedCursor;
  until: FeedCursor;
  attempts: number;
  /** RFC 3339; not set before the first attempt has failed. */
  firstTriedAt: string | null;
  tryAt: string | null;
}>;

/** How far each subscriber of events has come, and what is under way. Changes of one page are one statement. */
export interface WebhookDeliveries {
  /** Where it stands; it begins behind `after`. */
  progress(subscriptionId: string, after: FeedCursor): Promise<FeedCursor>;
  /** Everything under way, the first due before the others. */
  underWay(subscriptionId: string): Promise<readonly WebhookDelivery[]>;
  /** What the next page holds is settled before it is sent, so that its id means the same each time. */
  plan(
    page: Omit<WebhookDelivery, 'stage' | 'attempts' | 'firstTriedAt' | 'tryAt'> &
      Readonly<{ events: number; at: string }>,
  ): Promise<void>;
  /** There was nothing to send in between; nothing changes where somebody else has moved on meanwhile. */
  skip(subscriptionId: string, gap: Readonly<{ from: FeedCursor; to: FeedCursor }>): Promise<void>;
  taken(delivery: WebhookDelivery, at: string): Promise<void>;
  notTaken(
    delivery: WebhookDelivery,
    vain: Readonly<{ code: string; at: string; tryAt: string }>,
  ): Promise<void>;
  /** Nobody waits for it any longer: it lies aside and the rest goes on. */
  layAside(delivery: WebhookDelivery, code: string, at: string): Promise<void>;
  /** Answers whether it lay aside, or is being sent again already. */
  sendAgain(subscriptionId: string, deliveryId: string): Promise<boolean>;
  /**
   * Subscribers with no page under way, who were not woken of late, and behind whose place something can be read, for them or
   * not; and where they stand if they have begun.
   */
  resting(): Promise<readonly Readonly<{ subscriptionId: string; cursor: FeedCursor | null }>[]>;
  /** Whoever is first wakes it; it begins behind `after`. */
  claim(subscriptionId: string, after: FeedCursor): Promise<boolean>;
  laidAside(subscriptionId: string): Promise<number>;
}
