import { patched } from '@temporalio/workflow';
import type { SuppliesStanding } from '../../activities/index.ts';
import type { Decision, TaskKind } from '../../domain/worklist/task.ts';
import { store } from '../activity-presets.ts';
import { wasRefusedByPartner } from '../failures.ts';
import { about, either, nothing, type Wanted } from '../news.ts';
import type { SubjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import type { SupplyWait } from './words.ts';

type Question = Readonly<{ kind: TaskKind; name: string }>;
/** What was asked may have come by itself with this news: then it is looked at. */
type ByItself = Readonly<{ news: Wanted; holds: () => Promise<boolean> }>;
const NEVER: ByItself = { news: nothing, holds: () => Promise.resolve(false) };

/** What people decide about somebody's supplies. */
export function suppliesTasks(life: SubjectProcess<SuppliesStanding['stage'], SupplyWait>) {
  /** Puts a question to people. Nothing: it was settled in another way meanwhile, so it is taken off the list. */
  const decided = async (
    question: Question,
    otherwise: Wanted,
    byItself = NEVER,
  ): Promise<Decision | undefined> => {
    const task = await life.openTask(question);
    if (task.decision !== undefined) return task.decision;
    const answer = about(task.taskId, 'TaskDecided');
    for (;;) {
      const news = await life.until({ for: 'staff', news: either(answer, otherwise, byItself.news) });
      if (news?.type === 'TaskDecided') {
        return told(store.decisionOf, '결정 확인 · read the decision', { taskId: task.taskId });
      }
      if (news === undefined || !byItself.news(news)) break;
      // A worker from before hears it too, and goes on waiting.
      if (patched('supplies/asks-no-more-for-what-came') && (await byItself.holds())) break;
    }
    await life.callOffTasks([question.kind]);
    return undefined;
  };

  const cancel = async (because: NonNullable<SuppliesStanding['overBecause']>): Promise<void> => {
    const cancelled = { suppliesId: life.id, by: 'process:supplies', at: life.now(), because };
    await told(store.cancelSupplies, '물품 취소 · cancel', {
      ...cancelled,
      commandId: `supplies:${life.id}:cancelled:${life.now()}`,
    });
  };

  /** A partner that refuses for good: staff mend the cause and it is tried again, or they give it up. Answers whether it was done. */
  const untilMended = async (name: string, attempt: () => Promise<unknown>): Promise<boolean> => {
    for (let round = 1; ; round += 1) {
      try {
        await life.whenCleared(attempt);
        return true;
      } catch (error) {
        if (!wasRefusedByPartner(error)) throw error;
      }
      const question = { kind: 'supplies-failed', name: `${name}:refused-${round}` } as const;
      if ((await life.asked(question)) === 'cancel') return false;
    }
  };

  return { decided, cancel, untilMended };
}
