/** What is done over many rows at once. */
export const BULK_KINDS = ['monitoring-round', 'retention-sweep', 'import', 'rollout', 'command'] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** What a run is about, in ids, codes and days: never a personal value. */
export type BulkSubject = Readonly<Record<string, string>>;
/** How many rows came to what. */
export type BulkCounts = Readonly<Record<string, number>>;
