/** A date in Seoul, so many days ago. */
export const daysAgo = (back: number): string =>
  new Date(Date.now() + 9 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10);
