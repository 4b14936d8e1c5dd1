/** One request of somebody who works at that place. `group`: what is told of together. */
export type Ask = Readonly<{
  group: string;
  /** Where whoever asks works. */
  at: string;
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  reason?: string;
}>;

export const COUNTRY_OFFICE = '00';
/** So many days ago, `YYYY-MM-DD`. */
export const day = (daysAgo: number): string =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
export const of = (group: string, at: string, ...paths: readonly string[]): readonly Ask[] =>
  paths.map((path) => ({ group, at, method: 'GET', path }));
