import { BulkRun } from '../../domain/bulk-work/bulk-run.ts';
import type { BulkKind, BulkSubject } from '../../domain/bulk-work/bulk-run.kinds.ts';
import { bulkRunId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { create, theirsOrOurs } from '../change.ts';
import type { CommandIdentity, Receipt } from '../ports/repository.ts';
import type { Uses } from '../uses.ts';

export type RunAsked = Readonly<{
  kind: BulkKind;
  key: string;
  about: BulkSubject;
  by: string;
  at: string;
  runId?: string;
  /** For what is not known by its key: the command takes effect once. */
  ask?: CommandIdentity;
}>;

/** Asks for a run, once for its kind and key, however often and whoever asks. */
export const requestRun =
  ({ bulkRuns, lookups, newId }: Pick<Uses, 'bulkRuns' | 'lookups' | 'newId'>) =>
  async ({ kind, key, about, by, at, runId, ask = {} }: RunAsked): Promise<Receipt> => {
    const standing = async (): Promise<Receipt | undefined> => {
      const known = await lookups.bulkRunOf(kind, key);
      if (known === undefined) return undefined;
      const { id, version, state } = (await bulkRuns.load(known)).aggregate;
      return { id, version, stage: state.stage };
    };
    return theirsOrOurs(standing, () => {
      const run = BulkRun.unrequested(bulkRunId(runId ?? newId()));
      run.execute({ type: 'RequestBulkRun', kind, key, about, by, at: Instant.of(at) });
      return create(bulkRuns, run, ask);
    });
  };
