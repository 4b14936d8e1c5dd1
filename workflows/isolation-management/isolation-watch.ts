import { patched } from '@temporalio/workflow';
import type { IsolationStanding } from '../../activities/index.ts';
import type { TaskKind } from '../../domain/worklist/task.ts';
import { sms, store } from '../activity-presets.ts';
import { anyOf } from '../news.ts';
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
);
type Until = Readonly<{ for: IsolationWait; until?: string }>;

/** Missed checks and violations of an isolation. The questions themselves are asked by the rounds, for everybody at once. */
export function isolationWatch(life: SubjectProcess<IsolationStanding['stage'], IsolationWait>) {
  const reminded = new Set<string>();
  return {
    /** Reminded, then called, then visited. Asking again opens nothing twice. */
    escalate: async ({ step, row, round }: NonNullable<IsolationStanding['escalation']>): Promise<void> => {
      if (step === 'reminder') {
        const name = `check-reminder-${row}`;
        const remind = () =>
          life.orTellStaff(name, () =>
            told(sms.remindOfCheck, '격리 확인 재요청 문자 · remind of the check', life.step(name)),
          );
        if (!patched('isolation/reminds-beside')) await remind();
        else if (!reminded.has(name)) {
          reminded.add(name);
          life.meanwhile(async () => void (await remind())); // a doubt or a slow gateway hides neither violations nor the end
        }
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
          name: `violation-${sequence}`,
        });
        if (decision === undefined) continue;
        await told(store.settleViolation, '위반 판단 · as decided', { ...life.moment(), sequence, taskId });
        settled = true;
      }
      return settled;
    },
    /** Answers whether something was heard before the moment. What the news settles is taken off the lists. */
    until: async (wait: Until): Promise<boolean> => {
      const news = await life.until({ ...wait, news: NEWS });
      if (news?.type === 'InIsolationConfirmed')
        await life.callOffTasks(['isolation-call', 'isolation-visit']);
      if (news?.type === 'ViolationWithdrawn') await life.callOffTasks(['violation-review']);
      return news !== undefined;
    },
  };
}
