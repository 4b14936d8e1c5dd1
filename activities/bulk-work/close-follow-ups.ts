import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { CALLS } from '../../domain/worklist/task.ts';
import { change } from '../change.ts';
import { openTask } from '../open-task.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { MissedCheck } from '../ports/monitoring.ts';
import { recordAnswer } from '../record-answer.ts';
import { BULK, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';
import { toTheEnd } from './in-batches.ts';
import { roundOf, type Round } from './monitoring-round.ts';

const AT_ONCE = 8;

/** When the last answer is due: says which checks were answered, and tells of those that were not, or are again. */
export const closeFollowUps =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const { monitoring } = uses;
    const round = await roundOf(uses, runId);
    const { day, slot } = round;
    const dueBy = await monitoring.answersDueBy(day, slot);
    if (dueBy === undefined) return { paused: false };
    if (Date.parse(at) < Date.parse(dueBy)) return { paused: false, waitUntil: dueBy };
    const batches = [
      () => monitoring.closeBatch({ runId, step: 'close', day, slot, at }),
      () =>
        monitoring.answeredBatch({ runId, step: 'found', day, slot, at }, (answered) =>
          each(uses, answered, ({ isolationId: id, answeredAt }) =>
            recordAnswer(uses)({ id, by: BULK, answeredAt }),
          ),
        ),
      () =>
        monitoring.missedBatch({ runId, step: 'tell', day, slot, at }, (missed) =>
          each(uses, missed, (one) => tell(uses, one, { ...round, at })),
        ),
    ];
    for (const batch of batches) {
      if ((await toTheEnd(uses, batch)).paused) return { paused: true };
    }
    return { paused: false };
  };

type Missed = Round & Readonly<{ at: string }>;

async function each<Check>(
  { heart }: BulkUses,
  checks: readonly Check[],
  one: (check: Check) => Promise<void>,
): Promise<void> {
  const queue = [...checks];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        await one(next);
        heart.beat();
      }
    }),
  );
}

/**
 * The person's isolation hears of it, and its process escalates: reminder, call, visit. A text to somebody who is under
 * watch without one is for the team; a call or a visit that nobody did, or nobody answered, is with a team already.
 */
async function tell(uses: BulkUses, missed: MissedCheck, { day, slot, at }: Missed): Promise<void> {
  const { subjectKind, subjectId, isolationId } = missed;
  const commandId = `${subjectKind}:${subjectId}:monitoring:${day}T${slot}:missed`;
  if (isolationId !== null) {
    try {
      await change(uses.isolations, isolationId, { commandId }, (isolation) =>
        isolation.execute({ type: 'RecordCheck', outcome: 'notReached', by: BULK, at: Instant.of(at) }),
      );
      return;
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error; // not in force, or over: nobody else hears of it
    }
  }
  if (Object.hasOwn(CALLS, missed.channel)) return;
  if (subjectKind === 'case') {
    await openTask(uses)({ kind: 'no-answer', commandId: `${commandId}:task`, at, caseId: subjectId });
    return;
  }
  // A contact stands on the list once, however many rounds they let pass, until they answer or somebody has dealt with it.
  const subject = { kind: 'contact', id: subjectId } as const;
  if ((await uses.lookups.openTasksAbout(subject, ['no-answer'])).length > 0) return;
  await openTaskAbout(uses)({
    kind: 'no-answer',
    commandId: `contact:${subjectId}:monitoring:no-answer:task`,
    since: missed.askedAt,
    subject,
    caseId: missed.caseId,
    district: missed.district,
    by: BULK,
    at,
  });
}
