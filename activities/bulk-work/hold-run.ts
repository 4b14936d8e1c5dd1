import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

type HoldUses = Pick<Uses, 'bulkRuns' | 'clock'>;
/** `onlyOwn`: who may not order bulk work there has a say in what they asked for themselves. */
export type ByWhom = Readonly<{ onlyOwn?: boolean }>;
export type RunRequest = Request & ByWhom & Readonly<{ runId: string }>;

/** @throws RuleBroken `bulk-run/not-yours` */
export function refuseOthers(
  requestedBy: string,
  { by, onlyOwn = false }: ByWhom & Readonly<{ by: string }>,
): void {
  if (onlyOwn && requestedBy !== by) throw new RuleBroken('bulk-run/not-yours');
}

const command =
  (type: 'PauseBulkRun' | 'ResumeBulkRun') =>
  ({ bulkRuns, clock }: HoldUses) =>
  async (input: RunRequest): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    return change(bulkRuns, input.runId, input, (run) => {
      refuseOthers(run.state.requestedBy, input);
      run.execute({ type, by: input.by, at });
    });
  };

/** Stops a run after the batch under way, and lets it go on: by whoever asked for it, or may order it. */
export const pauseRun = command('PauseBulkRun');
export const resumeRun = command('ResumeBulkRun');
