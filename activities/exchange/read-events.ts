import type { ChangeFeed, FeedPage, FeedQuery } from '../ports/change-feed.ts';

/** How often a reader who waits is looked for. */
const LOOK_EVERY_MILLISECONDS = 400;

export type Waiting = Readonly<{ seconds: number; isGone: () => boolean }>;

/** A page of what happened. A reader who waits gets it as soon as there is something, or what there is when time is up. */
export const readEvents =
  ({ changeFeed }: Readonly<{ changeFeed: ChangeFeed }>) =>
  async (query: FeedQuery, { seconds, isGone }: Waiting): Promise<FeedPage> => {
    const begun = performance.now();
    for (let { after } = query; ;) {
      const page = await changeFeed.page({ ...query, after });
      const left = seconds * 1_000 - (performance.now() - begun);
      if (page.events.length > 0 || page.more || left <= 0 || isGone()) return page;
      after = page.cursor;
      await new Promise((resolve) => setTimeout(resolve, Math.min(left, LOOK_EVERY_MILLISECONDS)));
    }
  };
