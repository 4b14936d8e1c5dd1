import { patched } from '@temporalio/workflow';
import type { IsolationStanding } from '../../activities/index.ts';
import type { TaskKind } from '../../domain/worklist/task.ts';
import { sms, store } from '../activity-presets.ts';
import { anyOf, either, nothing, type Wanted } from '../news.ts';
import type { SubjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import type { IsolationWait } from './words.ts';

/** What the end of an isolation settles. A violation is verified also afterwards. */
export const ENDING_WITH_THE_ISOLATION: readonly TaskKind[] = [
  'notice-unproven',
  'isolation-call',
  'isolation-visit',
  'message-undeliverable',
  'process-parked',
];

const NEWS = anyOf(
  'IsolationExtended',
  'IsolationShortened',
  'IsolationCheckMissed',
  'InIsolationConfirmed',
  'ViolationReported',
  'IsolationViolationEstablished',
  'ViolationWithdrawn',
  'TaskDecided',
  'SymptomsReported',
  'ContactSymptomsReported',
);
/** After missed checks only: others are not told. */
const ANSWERS: readonly string[] = ['SymptomsReported', 'ContactSymptomsReported'];
const reviewOf = (sequence: number): string => `violation-${sequence}`;
type Until = Readonly<{ for: IsolationWait; until?: string }>;

/** Missed checks and violations of an isolation. The questions themselves are asked by the rounds, for everybody at once. */
export function isolationWatch(life: SubjectProcess<IsolationStanding['stage'], IsolationWait>) {
  let tellsWhatIsSettled = false;
  return {
    /** Somebody is still asked about what was settled in another way: those reviews go, and no other. */
    closeSettled: async ({ settledViolations: settled }: IsolationStanding): Promise<void> => {
      tellsWhatIsSettled = settled !== undefined;
      if (settled === undefined || settled.length === 0) return;
      await life.callOffTasks(['violation-review'], settled.map(reviewOf));
    },
    /** Reminded, then called, then visited. Asking again opens nothing twice. */
    escalate: async ({ step, row, round }: NonNullable<IsolationStanding['escalation']>): Promise<void> => {
      if (step === 'reminder') {
        const name = `check-reminder-${row}`;
        const remind = () =>
          life.orTellStaff(name, () =>
            told(sms.remindOfCheck, '격리 확인 재요청 문자 · remind of the check', {
              ...life.step(name),
              row,
            }),
          );
        if (!patched('isolation/reminds-beside')) await remind();
        // A doubt or a slow gateway hides neither violations nor the end.
        else life.meanwhileOnce(name, async () => void (await remind()));
      } else if (step === 'call') {
        await life.openTask({ kind: 'isolation-call', name: `call-${row}` });
      } else {
        await life.openTask({ kind: 'isolation-visit', name: `visit-${row}-${round}` });
      }
    },
    /** A person verifies each reported violation. Answers whether one was settled. */
    review: async (openViolations: readonly number[]): Promise<boolean> => {
      let settled = false;
      for (const sequence of openViolations) {
        const { taskId, decision } = await life.openTask({
          kind: 'violation-review',
          name: reviewOf(sequence),
        });
        if (decision === undefined) continue;
        await told(store.settleViolation, '위반 판단 · as decided', { ...life.moment(), sequence, taskId });
        settled = true;
      }
      return settled;
    },
    /** Answers whether something was heard before the moment. What the news settles is taken off the lists. */
    until: async (wait: Until, also: Wanted = nothing): Promise<boolean> => {
      const news = await life.until({ ...wait, news: either(NEWS, also) });
      if (news?.type === 'InIsolationConfirmed')
        await life.callOffTasks(['isolation-call', 'isolation-visit']);
      if (news !== undefined && ANSWERS.includes(news.type)) {
        const said = { id: life.id, by: 'process:isolation', answeredAt: news.at };
        await told(store.recordAnswer, '격리중 확인: 응답 있음 · answered, after missed checks', said);
      }
      if (news?.type === 'ViolationWithdrawn' && !tellsWhatIsSettled)
        await life.callOffTasks(['violation-review']);
      return news !== undefined;
    },
  };
}
