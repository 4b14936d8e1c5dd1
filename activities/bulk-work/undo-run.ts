import { Instant } from '../../domain/shared-kernel/instant.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { change } from '../change.ts';
import type { Orderer } from '../ports/bulk-commands.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';
import { refuseOthers, type ByWhom } from './hold-run.ts';
import { requestCommandRun } from './request-command.ts';

export type UndoAsked = Request & ByWhom & Readonly<{ runId: string; orderer: Orderer }>;

/**
 * 일괄 명령 되돌리기: what a run has done is brought back by a run of its own, once. One that is not through yet is called
 * off first: what it has not done stays undone.
 */
export const undoRun =
  (uses: Uses) =>
  async ({ runId: undoOf, orderer, onlyOwn = false, ...ask }: UndoAsked): Promise<Receipt> => {
    const { bulkRuns, bulkCommands, clock, newId } = uses;
    const { kind, about, stage, requestedBy } = (await bulkRuns.load(undoOf)).aggregate.state;
    refuseOthers(requestedBy, { by: ask.by, onlyOwn });
    const { command, district } = about;
    if (kind !== 'command' || command === undefined || district === undefined)
      throw new RuleBroken('bulk-run/no-command');
    if (about['undoOf'] !== undefined) throw new RuleBroken('bulk-run/is-an-undo');
    if (about['trial'] !== undefined) throw new RuleBroken('bulk-run/was-a-trial');
    if (stage !== 'finished') await bulkCommands.callOff(undoOf);
    if (stage === 'paused') {
      const at = Instant.of(await clock.now());
      await change(bulkRuns, undoOf, {}, (run) => run.execute({ type: 'ResumeBulkRun', by: ask.by, at }));
    }
    const runId = newId();
    const kept = { runId, command, body: {}, isTrial: false, orderer, subjectIds: [], undoOf };
    return requestCommandRun(uses, {
      key: `undo/${undoOf}`,
      about: { command, district, undoOf },
      kept,
      ask,
    });
  };
