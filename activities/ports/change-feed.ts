/** A stored fact as other systems read it: ids, codes and dates. */
export type FeedEvent = Readonly<{
  /** The aggregate's id and the version that the fact made: never given twice. */
  eventId: string;
  type: string;
  at: string;
  by: string;
  aggregate: Readonly<{ kind: string; id: string; version: number }>;
  caseId: string | null;
  data: Readonly<Record<string, unknown>>;
}>;

/** A place in the feed, `<transaction>-<seq>`: everything up to it was read. */
export type FeedCursor = string;
export const FEED_START: FeedCursor = '0-0';

export type FeedQuery = Readonly<{
  after: FeedCursor;
  /** Read up to here, where it was said before what a page holds. */
  until?: FeedCursor | undefined;
  /** Beginnings of the districts whose cases are shown; an empty one is the country, with what belongs to no case. */
  reach: readonly string[];
  /** All, unless some are named. */
  types?: readonly string[] | undefined;
  aggregate?: Readonly<{ kind: string; id?: string | undefined }> | undefined;
  limit: number;
}>;

export type FeedPage = Readonly<{
  events: readonly FeedEvent[];
  /** Where the next page begins, also when this one is empty. */
  cursor: FeedCursor;
  /** More is stored behind it already, shown or not. */
  more: boolean;
}>;

/** Every fact that was stored, in an order in which none is ever missed. */
export interface ChangeFeed {
  page(query: FeedQuery): Promise<FeedPage>;
  /** Behind the last fact that can be read now. */
  end(): Promise<FeedCursor>;
}
