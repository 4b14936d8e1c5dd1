import type { ExportCommand } from '../domain/exchange/export/export.commands.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import type { Task } from '../domain/worklist/task.ts';
import { change } from './change.ts';
import type { Uses } from './uses.ts';

type Deciding = Readonly<{ by: string; decision: string }>;

const commandOf = ({ by, decision }: Deciding, at: Instant): ExportCommand =>
  decision === 'approve'
    ? { type: 'ApproveExport', by, at }
    : { type: 'RefuseExport', reason: 'not-stated', by, at };

const exportOf = ({ kind, subject }: Task['state']): string | undefined =>
  kind === 'export-approval' ? subject?.id : undefined;

/** The export is asked first whether it would take that decision, so that no task is decided for nothing. */
export async function wouldSettleExport(
  { exports }: Pick<Uses, 'exports'>,
  task: Task['state'],
  deciding: Deciding,
  at: Instant,
): Promise<void> {
  const id = exportOf(task);
  if (id === undefined) return;
  (await exports.load(id)).aggregate.execute(commandOf(deciding, at));
}

/**
 * What was decided on its task takes effect at once, as of then: no process waits for it. Quiet where it has taken effect;
 * what a killed server left is settled by the same command sent again, or by the minute's upkeep.
 */
export async function settleExport({ exports }: Pick<Uses, 'exports'>, task: Task['state']): Promise<void> {
  const id = exportOf(task);
  const { decision, decidedBy: by, closedAt } = task;
  if (id === undefined || decision === undefined || by === undefined || closedAt === undefined) return;
  await change(exports, id, {}, (one) => {
    const { stage, decidedBy } = one.state;
    const isSettled = decidedBy === by && (stage === 'refused') === (decision === 'reject');
    if (!isSettled) one.execute(commandOf({ by, decision }, Instant.of(closedAt)));
  });
}
