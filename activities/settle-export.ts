import type { Instant } from '../domain/shared-kernel/instant.ts';
import type { Task } from '../domain/worklist/task.ts';
import { change } from './change.ts';
import type { Uses } from './uses.ts';

type Deciding = Readonly<{ commandId: string; by: string; decision: string }>;

/** What was decided on its task takes effect at once, under an id of its own: no process waits for it. */
export async function settleExport(
  { exports }: Pick<Uses, 'exports'>,
  { kind, subject }: Task['state'],
  { commandId, by, decision }: Deciding,
  at: Instant,
): Promise<void> {
  if (kind !== 'export-approval' || subject === undefined) return;
  await change(exports, subject.id, { commandId: `${commandId}:export` }, (one) =>
    one.execute(
      decision === 'approve'
        ? { type: 'ApproveExport', by, at }
        : { type: 'RefuseExport', reason: 'not-stated', by, at },
    ),
  );
}
