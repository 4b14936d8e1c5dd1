import type { BulkKind } from '../../domain/bulk-work/bulk-run.kinds.ts';
import { NotFound } from '../../domain/shared-kernel/domain-error.ts';
import type { BulkUses } from './bulk-uses.ts';

/** The run that a process is of: what it asks when it begins, also when it begins again. */
export const runOf =
  ({ lookups }: BulkUses) =>
  async ({ kind, key }: Readonly<{ kind: BulkKind; key: string }>): Promise<string> => {
    const runId = await lookups.bulkRunOf(kind, key);
    if (runId === undefined) throw new NotFound('bulk-run/not-found', { key });
    return runId;
  };
