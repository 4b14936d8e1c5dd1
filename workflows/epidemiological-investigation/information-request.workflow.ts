import { continueAsNew, patched, workflowInfo } from '@temporalio/workflow';
import type { LookUpStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { keepers, sms, store } from '../activity-presets.ts';
import { defectIn, refusalOfDomain, wasRefusedByPartner } from '../failures.ts';
import { about, anyOf, either } from '../news.ts';
import { tell, type Chapter } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import { LOOK_UP_STAGES, LOOK_UP_WAITS } from './words.ts';

const ANSWERED = anyOf('EntryLogChecked', 'CardApprovalsChecked');

/** A formal look-up: approval by somebody else, the provider's answer, its visits, the notice, and the end of the raw records. */
export async function informationRequest(input: ProcessInput): Promise<void> {
  const life = subjectProcess(input, {
    kind: 'information-request',
    stageWords: LOOK_UP_STAGES,
    waitWords: LOOK_UP_WAITS,
    turns: anyOf('DiagnosisWithdrawn', 'InfectionRuledOut'),
  });

  /**
   * By a command or by the task's decision, whichever comes first; refused only where the rules changed meanwhile. The task
   * is escalated when it is overdue; what nobody decides at all lapses.
   */
  const approval: Chapter<LookUpStanding> = async ({ approveBy }) => {
    let refused: string | undefined;
    for (let round = 1; ; round += 1) {
      const question = { kind: 'look-up-approval', name: `approval-${round}` } as const;
      const task = await life.openTask(question, refused);
      const decided = about(task.taskId, 'TaskDecided');
      if (task.decision === undefined) {
        const news = either(decided, anyOf('RequestApproved', 'RequestRejected'));
        const lapses = patched('look-up-lapses') ? { until: approveBy } : {};
        const heard = await life.until({ for: 'approval', ...lapses, news });
        if (heard === undefined) {
          await told(store.lapseLookUp, '승인 기한 경과 · the look-up lapses', life.moment());
        }
        if (heard?.type !== 'TaskDecided') break;
      }
      const decision =
        task.decision ??
        (await told(store.decisionOf, '결정 확인 · read the decision', { taskId: task.taskId }));
      if (decision === 'reject') {
        await told(store.rejectLookUp, '조회 반려 · turn the look-up down', life.moment());
        break;
      }
      refused = 'approval-names-no-role';
      if (!patched('look-up-approved-by-task')) continue;
      const by = { ...life.moment(), taskId: task.taskId };
      refused = (await told(store.approveLookUp, '조회 승인 · approve the look-up', by)).refused;
      if (refused === undefined) break;
    }
    await life.callOffTasks(['look-up-approval']);
  };

  /** No case any more: nobody is to approve it. What was approved finds that out when it is to be submitted. */
  const groundless: Chapter<LookUpStanding> = () =>
    told(store.endLookUp, '조회 종료 · no case, nothing to look up', life.moment());

  const submission: Chapter<LookUpStanding> = async ({ kind }) => {
    await life.orAskStaff({ kind: 'look-up-refused', name: 'submission' }, () =>
      told(keepers[kind].submitLookUp, '조회 요청 제출 · hand it to the provider', life.moment()),
    );
  };

  /** The answer comes by itself. When it does not, the provider is asked; then people are told, and it is asked again. */
  const answer: Chapter<LookUpStanding> = async ({ kind, askAt }) => {
    for (let next = askAt; ;) {
      if ((await life.until({ for: 'result', until: next, news: ANSWERED })) !== undefined) break;
      const ask = life.step('answer');
      const asked = await life.orAskStaff({ kind: 'look-up-refused', name: 'answer' }, () =>
        told(keepers[kind].askForLookUp, '조회 결과 확인 · ask what became of it', ask),
      );
      if (asked.answered) break;
      await life.openTask({ kind: 'look-up-overdue', name: 'overdue' });
      next = asked.askAgainAt;
    }
    await life.callOffTasks(['look-up-overdue']);
  };

  /** A refusal or a defect is for people to mend; then the same is tried again. */
  const untilMended = async (name: string, attempt: () => Promise<unknown>): Promise<void> => {
    for (let failures = 1; ; failures += 1) {
      try {
        await life.whenCleared(attempt);
        return;
      } catch (error) {
        const reason = refusalOfDomain(error) ?? defectIn(error);
        const kind = wasRefusedByPartner(error) ? 'look-up-refused' : 'process-parked';
        if (reason === undefined && kind === 'process-parked') throw error;
        const task = await life.openTask({ kind, name: `${name}:failed-${failures}` }, reason);
        if (task.decision === undefined) await life.heard(about(task.taskId, 'TaskDecided'));
      }
    }
  };

  /** Visits and notice are beside the wait for the day of destruction, which nothing of them may hold up. */
  const consequences: Chapter<LookUpStanding> = async (standing) => {
    const { kind, visitsOwed, noticeOwed, destroyAt } = standing;
    const { readLookUp, destroyRecords } = keepers[kind];
    if (visitsOwed) {
      life.meanwhileOnce('visits', () =>
        untilMended('visits', () =>
          told(readLookUp, '동선 반영 · draw the visits from the records', life.step('visits')),
        ),
      );
    }
    if (standing.visitorsToName) await life.openTask({ kind: 'visitors-to-name', name: 'visitors' });
    if (noticeOwed) {
      life.meanwhileOnce('notice', async () => {
        await life.orTellStaff('person-notice', () =>
          told(sms.tellOfLookUp, '조회 사실 통지 · tell the person of it', life.moment()),
        );
      });
    }
    if (destroyAt === undefined) {
      await life.until({ for: 'notice', news: anyOf('PersonNotified') });
      return;
    }
    const gone = anyOf('RawRecordsDestroyed');
    if ((await life.until({ for: 'destruction', until: destroyAt, news: gone })) !== undefined) return;
    await life.orAskStaff({ kind: 'look-up-refused', name: 'destruction' }, () =>
      told(destroyRecords, '원자료 파기 · have the raw records destroyed', life.moment()),
    );
    await life.until({ for: 'destruction', news: gone }); // on record: nothing comes after the end
  };

  const STORY: Readonly<
    Record<Exclude<LookUpStanding['stage'], 'rejected' | 'closed'>, Chapter<LookUpStanding>>
  > = { requested: approval, approved: submission, submitted: answer, resulted: consequences };

  await tell<LookUpStanding>({
    look: async () => {
      const standing = await told(store.lookUpStanding, '현재 상태 · where it stands', life.moment());
      life.enter(standing);
      return standing;
    },
    chapter: ({ stage, caseIsNone }) => {
      if (stage === 'rejected' || stage === 'closed') return undefined;
      return stage === 'requested' && caseIsNone === true ? groundless : STORY[stage];
    },
    turned: () => life.callOffTasks(),
    parked: (_standing, reason) => life.parked(reason),
    between: async () => {
      const continuation = workflowInfo().continueAsNewSuggested ? life.continuation() : undefined;
      if (continuation !== undefined) await continueAsNew<typeof informationRequest>(continuation);
    },
  });
  life.show('nothing');
  life.callOffErrands(); // records that are gone cannot be read any more
  await life.errandsDone();
  await life.callOffTasks();
}
