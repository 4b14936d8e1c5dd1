import { replay } from '../change.ts';
import type { CommandKept, Orderer } from '../ports/bulk-commands.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';
import { requestKeptRun } from './request-kept-run.ts';

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
    return requestCommandRun(uses, { key: runId, about, kept, ask });
  };

type Keeping = Readonly<{
  key: string;
  about: Readonly<Record<string, string>>;
  kept: CommandKept;
  ask: Request;
}>;

/** A run that gives a command, or takes it back. */
export async function requestCommandRun(uses: Uses, { key, about, kept, ask }: Keeping): Promise<Receipt> {
  const { bulkCommands, clock } = uses;
  const { runId } = kept;
  return requestKeptRun(
    uses,
    { kind: 'command', key, about, at: await clock.now(), runId, ask },
    { keep: () => bulkCommands.keep(kept), drop: () => bulkCommands.drop(runId) },
  );
}
