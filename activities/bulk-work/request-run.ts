import { BulkRun } from '../../domain/bulk-work/bulk-run.ts';
import type { BulkKind, BulkSubject } from '../../domain/bulk-work/bulk-run.kinds.ts';
import { bulkRunId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { create } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Uses } from '../uses.ts';

export type RunAsked = Readonly<{
  kind: BulkKind;
  key: string;
  about: BulkSubject;
  by: string;
  at: string;
  runId?: string;
}>;

/** Asks for a run, once for its kind and key, however often and whoever asks. */
export const requestRun =
  ({ bulkRuns, newId }: Pick<Uses, 'bulkRuns' | 'newId'>) =>
  async ({ kind, key, about, by, at, runId }: RunAsked): Promise<Receipt> => {
    const run = BulkRun.unrequested(bulkRunId(runId ?? newId()));
    run.execute({ type: 'RequestBulkRun', kind, key, about, by, at: Instant.of(at) });
    return create(bulkRuns, run, { commandId: `bulk-run:${kind}/${key}` });
  };
