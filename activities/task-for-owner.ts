import type { TaskKind } from '../domain/worklist/task.ts';
import { openTask } from './open-task.ts';
import { openTaskAbout } from './open-task-about.ts';
import type { EffectOwner } from './ports/effect-log.ts';
import type { Uses } from './uses.ts';

type Ask = Readonly<{ owner: EffectOwner; kind: TaskKind; commandId: string; reason?: string }>;

/** A task about whatever an effect was for, where no process asks for it: found by reconciliation, told by a partner. */
export const taskForOwner =
  (uses: Uses) =>
  async ({ owner, ...ask }: Ask): Promise<void> => {
    const at = await uses.clock.now();
    if (owner.kind === 'case') {
      await openTask(uses)({ caseId: owner.id, at, ...ask });
      return;
    }
    const { kind, id, caseId } = owner;
    await openTaskAbout(uses)({
      ...ask,
      subject: { kind, id },
      district: await uses.lookups.districtOf(owner),
      by: 'process:upkeep',
      at,
      ...(caseId === undefined ? {} : { caseId }),
    });
  };
