import { StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { CommandIdReused, type Receipt } from '../ports/repository.ts';
import type { Orderer } from '../ports/bulk-commands.ts';
import type { Request, Uses } from '../uses.ts';
import { replay } from '../change.ts';
import { requestRun } from './request-run.ts';

export type CommandAsked = Request &
  Readonly<{
    command: string;
    body: object;
    /** Chosen when it is asked for first: what a filter finds is another thing afterwards. */
    subjects: () => Promise<readonly string[]>;
    isTrial: boolean;
    /** Whose run it is, for those who read it. */
    district: string;
    orderer: Orderer;
  }>;

/** One command for many: what was asked is kept, and the run asked for that does it, once for a request. */
export const requestCommand =
  (uses: Uses) =>
  async ({ command, body, subjects, isTrial, district, orderer, ...ask }: CommandAsked): Promise<Receipt> => {
    const told = await uses.bulkCommands.toldBefore(ask.commandId);
    if (told !== undefined) return replay(told, ask);
    const subjectIds = await subjects();
    const runId = uses.newId();
    const about = { command, district, ...(isTrial ? { trial: 'true' } : {}) };
    const kept = { runId, command, body, isTrial, orderer, subjectIds };
    return keptRun(uses, { runId, key: runId, about, kept, ask });
  };

type Keeping = Readonly<{
  runId: string;
  key: string;
  about: Readonly<Record<string, string>>;
  kept: Parameters<Uses['bulkCommands']['keep']>[0];
  ask: Request;
}>;

/** Kept before the run is asked for: its process finds it. Nothing stays of what another request has asked for already. */
export async function keptRun(uses: Uses, { runId, key, about, kept, ask }: Keeping): Promise<Receipt> {
  const { bulkCommands, clock } = uses;
  const { by, commandId, fingerprint } = ask;
  const at = await clock.now();
  await bulkCommands.keep(kept);
  try {
    const identity = { commandId, fingerprint };
    const receipt = await requestRun(uses)({ kind: 'command', key, about, by, at, runId, ask: identity });
    if (receipt.id !== runId) await bulkCommands.drop(runId);
    return receipt;
  } catch (error) {
    if (error instanceof CommandIdReused || error instanceof StaleAggregate) await bulkCommands.drop(runId);
    throw error;
  }
}
