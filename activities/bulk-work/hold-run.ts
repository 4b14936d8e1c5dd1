import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

type HoldUses = Pick<Uses, 'bulkRuns' | 'clock'>;
export type RunRequest = Request & Readonly<{ runId: string }>;

const command =
  (type: 'PauseBulkRun' | 'ResumeBulkRun') =>
  ({ bulkRuns, clock }: HoldUses) =>
  async (input: RunRequest): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    return change(bulkRuns, input.runId, input, (run) => run.execute({ type, by: input.by, at }));
  };

/** Stops a run after the batch under way, and lets it go on. */
export const pauseRun = command('PauseBulkRun');
export const resumeRun = command('ResumeBulkRun');
