import { DomainError, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import type { Batch, BatchOutcome, RowResult } from '../ports/bulk-progress.ts';
import type { BulkUses, Stretch } from './bulk-uses.ts';

const AT_ONCE = 8;
const PER_BATCH = 200;

type Work<Row> = Readonly<{
  runId: string;
  step: string;
  /** The rows after a cursor, at most so many. */
  page: (after: string, limit: number) => Promise<readonly Row[]>;
  /** How many rows a batch has, where it is not the usual number. */
  limit?: number;
  /** Where the next page begins. */
  cursorOf: (row: Row) => string;
  /** Does one row, which may have several results. Done again after a crash it comes to the same. */
  one: (row: Row) => Promise<RowResult | readonly RowResult[]>;
}>;

/** Every row of a step, page by page, each with a result of its own; whoever takes over goes on where it stood. */
export async function inBatches<Row>(uses: BulkUses, work: Work<Row>): Promise<Stretch> {
  const { bulkProgress, heart } = uses;
  const { limit = PER_BATCH } = work;
  return toTheEnd(uses, () =>
    bulkProgress.batch(work, async (cursor) => {
      const rows = await work.page(cursor, limit);
      const byRow = await some(rows, async (row) => {
        const result = await work.one(row);
        heart.beat();
        return result;
      });
      const results = byRow.flat();
      await bulkProgress.record(work.runId, results);
      const last = rows.at(-1);
      return {
        cursor: last === undefined ? cursor : work.cursorOf(last),
        done: rows.length < limit,
        counts: countsOf(results),
      } satisfies Batch;
    }),
  );
}

/** Batch after batch, until there is no more or the run is paused. */
export async function toTheEnd(
  { heart }: Pick<BulkUses, 'heart'>,
  batch: () => Promise<BatchOutcome>,
): Promise<Stretch> {
  for (;;) {
    heart.beat();
    const outcome = await batch();
    if (outcome !== 'more') return { paused: outcome === 'paused' };
  }
}

/** What no retry mends beside the domain's refusals. */
const HOPELESS = ['TypeError', 'RangeError', 'ZodError', 'SealRefused', 'NoProtocolInForce'];

/** What no retry mends is that row's result, and the others go on; anything else is tried again, for the whole batch. */
export async function orRefused(
  row: Pick<RowResult, 'subjectKind' | 'subjectId'>,
  attempt: () => Promise<RowResult>,
): Promise<RowResult> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof DomainError && !(error instanceof StaleAggregate))
      return { ...row, outcome: 'refused', details: { code: error.code } };
    if (error instanceof Error && HOPELESS.includes(error.name))
      return { ...row, outcome: 'failed', details: { code: error.name } };
    throw error;
  }
}

const countsOf = (results: readonly RowResult[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

/** All of them, a few at a time. */
async function some<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...items];
  const one = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results.push(await work(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return results;
}
