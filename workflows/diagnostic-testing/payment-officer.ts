import type { TaskKind } from '../../domain/worklist/task.ts';
import type { LivingSupportStanding } from '../../activities/index.ts';
import { store } from '../activity-presets.ts';
import { about, anyOf, type Wanted } from '../news.ts';
import type { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import type { LivingSupportWait } from './living-support-words.ts';

/** Whatever moves a claim, told by anybody: its process looks where it stands and goes on from there. */
export const MOVED = anyOf(
  'IsolationEnded',
  'IsolationViolationEstablished',
  'ViolationWithdrawn',
  'DiagnosisWithdrawn',
  'LivingSupportFactsStated',
  'LivingSupportAmountDetermined',
  'LivingSupportApproved',
  'LivingSupportPaid',
  'LivingSupportPaymentFailed',
  'LivingSupportPaymentRetried',
  'LivingSupportRejected',
  'LivingSupportReversed',
  'LivingSupportRestored',
  'LivingSupportRecovered',
  'PersonMerged',
  'MergeUndone',
);

/** What the payment officer is asked; the stage of the claim settles it. */
export const OFFICERS_TASKS = [
  'living-support-facts',
  'living-support-amount',
  'living-support-approval',
  'living-support-recovery',
  'payment-failed',
] as const satisfies readonly TaskKind[];

type Life = ReturnType<typeof subjectProcess<LivingSupportStanding['stage'], LivingSupportWait>>;
type Question = Readonly<{ kind: TaskKind; name: string; for: LivingSupportWait; reason?: string }>;
/** A decided task; or the claim has moved; or the moment has come. */
type Heard = Readonly<{ taskId: string }> | 'moved' | 'due';

/** 지급담당자: the questions that only a person answers, each put until it is answered or no longer stands. */
export function paymentOfficer(life: Life) {
  const asked = async ({ for: wait, reason, ...question }: Question, until?: string): Promise<Heard> => {
    const task = await life.openTask({ ...question, insteadOf: OFFICERS_TASKS }, reason);
    if (task.decision !== undefined) return task;
    const decided = about(task.taskId, 'TaskDecided');
    const either: Wanted = (news) => decided(news) || MOVED(news);
    const news = await life.until({ for: wait, news: either, ...(until === undefined ? {} : { until }) });
    if (news === undefined) return 'due';
    return decided(news) ? task : 'moved';
  };

  return {
    asked,
    /** Closing the task alone states no fact and no amount: it is asked again. */
    untilMoved: async (question: Question): Promise<void> => {
      for (let count = 1; ; count += 1) {
        if ((await asked({ ...question, name: `${question.name}:${count}` })) === 'moved') return;
      }
    },
    /**
     * Whoever set the amount may not approve it: a decision that is refused is asked for again, with the reason. Answers
     * whether it was about a claim that has changed since: whoever decided has not seen what it is now.
     */
    untilDecided: async (question: Question, version: number): Promise<boolean> => {
      let { reason } = question;
      for (let count = 1; ; count += 1) {
        const name = `${question.name}:${count}`;
        const heard = await asked({ ...question, name, ...(reason === undefined ? {} : { reason }) });
        if (typeof heard === 'string') return false;
        const decided = { ...life.moment(), taskId: heard.taskId, version };
        const { refusedBecause, outdated = false } = await told(
          store.decideLivingSupport,
          '결정 반영 · apply the decision',
          decided,
        );
        if (refusedBecause === undefined) return outdated;
        reason = refusedBecause;
      }
    },
  };
}
