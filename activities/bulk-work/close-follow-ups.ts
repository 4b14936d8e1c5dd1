import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import { openTask } from '../open-task.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { MissedCheck } from '../ports/monitoring.ts';
import { BULK, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';
import { roundOf, type Round } from './monitoring-round.ts';

const AT_ONCE = 8;

/** When the last answer is due: says which checks were answered, and tells of those that were not. */
export const closeFollowUps =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const { monitoring, heart } = uses;
    const round = await roundOf(uses, runId);
    const { day, slot } = round;
    const dueBy = await monitoring.answersDueBy(day, slot);
    if (dueBy === undefined) return { paused: false };
    if (Date.parse(at) < Date.parse(dueBy)) return { paused: false, waitUntil: dueBy };
    const batches = [
      () => monitoring.closeBatch({ runId, step: 'close', day, slot, at }),
      () =>
        monitoring.missedBatch({ runId, step: 'tell', day, slot, at }, (missed) =>
          tellAll(uses, missed, { ...round, at }),
        ),
    ];
    for (const batch of batches) {
      for (let outcome = 'more'; outcome === 'more';) {
        heart.beat();
        outcome = await batch();
        if (outcome === 'paused') return { paused: true };
      }
    }
    return { paused: false };
  };

type Missed = Round & Readonly<{ at: string }>;

async function tellAll(uses: BulkUses, missed: readonly MissedCheck[], round: Missed): Promise<void> {
  const queue = [...missed];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        await tell(uses, next, round);
        uses.heart.beat();
      }
    }),
  );
}

/** The person's isolation hears of it, and its process escalates; who is under watch without one is for the team. */
async function tell(uses: BulkUses, missed: MissedCheck, { day, slot, at }: Missed): Promise<void> {
  const { lookups, isolations } = uses;
  const { subjectKind, subjectId } = missed;
  const commandId = `${subjectKind}:${subjectId}:monitoring:${day}T${slot}:missed`;
  const isolationId =
    subjectKind === 'case'
      ? await lookups.isolationOfCase(subjectId)
      : await lookups.quarantineOfPerson(missed.personId);
  if (isolationId !== undefined) {
    try {
      await change(isolations, isolationId, { commandId }, (isolation) =>
        isolation.execute({ type: 'RecordCheck', outcome: 'notReached', by: BULK, at: Instant.of(at) }),
      );
      return;
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error; // not in force, or over: nobody else hears of it
    }
  }
  const task = { kind: 'no-answer', commandId: `${commandId}:task`, at } as const;
  if (subjectKind === 'case') await openTask(uses)({ ...task, caseId: subjectId });
  else
    await openTaskAbout(uses)({
      ...task,
      subject: { kind: 'contact', id: subjectId },
      caseId: missed.caseId,
      district: missed.district,
      by: BULK,
    });
}
