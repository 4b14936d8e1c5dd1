import type { RowOutcome } from '../../domain/bulk-work/row-outcome.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import type { ListedRoute } from '../../domain/bulk-work/listed-route.ts';
import type { KeptRow } from '../ports/import-rows.ts';
import type { BulkUses, RunMoment, Stretch } from './bulk-uses.ts';
import type { ImportAbout } from './enter-row.ts';
import { inBatches, orRefused } from './in-batches.ts';
import type { RecordInfection } from './take-links.ts';
import { takeRoute, type RecordRoute } from './take-routes.ts';
import { subjectOf, takeRow, type ImportSteps, type Run } from './take-row.ts';

const STEP = 'rows';
/** The same steps with a store that keeps nothing: they refuse what they would refuse. */
export type RowSteps = ImportSteps & Readonly<{ recordRoute: RecordRoute }>;
export type StepsByRun = Readonly<{
  real: RowSteps & Readonly<{ recordInfection: RecordInfection }>;
  dry: RowSteps;
}>;

/** Every row becomes a person and a case, once; then nothing is left of its values but in the person's own row. */
export const takeRows =
  (uses: BulkUses, steps: StepsByRun) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const { importRows, bulkRuns } = uses;
    const about = (await bulkRuns.load(runId)).aggregate.state.about as ImportAbout;
    const isDry = about.dryRun !== undefined;
    const run: Run = { runId, at, about };
    const stretch = await inBatches(uses, {
      runId,
      step: STEP,
      limit: importRows.batch,
      page: async (after, limit) => {
        await importRows.forgetPassed(runId, STEP);
        return importRows.page(runId, Number(after), limit);
      },
      cursorOf: ({ number }) => String(number),
      one: inTurn(async (row: KeptRow) => {
        const results = await taken(uses, isDry ? steps.dry : steps.real, run, row);
        return results.map((one) => (isDry ? { ...one, outcome: WOULD[one.outcome] ?? one.outcome } : one));
      }),
    });
    await importRows.forgetPassed(runId, STEP);
    if (isDry && !stretch.paused) await importRows.clear(runId);
    return stretch;
  };

const WOULD: Readonly<Partial<Record<RowOutcome, RowOutcome>>> = {
  created: 'would-create',
  matched: 'would-match',
  'already-there': 'would-match',
  unchanged: 'would-match',
  updated: 'would-match',
  doubtful: 'would-be-doubtful',
  'visits-recorded': 'would-record-visits',
  refused: 'would-be-refused',
};

async function taken(uses: BulkUses, steps: RowSteps, run: Run, row: KeptRow): Promise<readonly RowResult[]> {
  const { number, fault } = row;
  const subject = subjectOf(number);
  if (fault !== undefined) return [{ ...subject, outcome: 'refused', details: { code: fault } }];
  if (run.about.rows === 'routes')
    return takeRoute(uses, steps.recordRoute, run, row as unknown as KeptRow<ListedRoute>);
  return [
    await orRefused(subject, async () => ({
      ...subject,
      ...(await takeRow(uses, steps, run, { number, patient: row.open() })),
    })),
  ];
}

type Take = (row: KeptRow) => Promise<readonly RowResult[]>;

/** Rows are taken several at once: one that is like a row above waits until that one is through. */
function inTurn(take: Take): Take {
  const under = new Map<number, ReturnType<Take>>();
  return async (row) => {
    const above = row.fault === undefined ? under.get(row.open().twin?.line ?? -1) : undefined;
    const result = above === undefined ? take(row) : above.then(() => take(row));
    under.set(row.number, result);
    try {
      return await result;
    } finally {
      under.delete(row.number);
    }
  };
}
