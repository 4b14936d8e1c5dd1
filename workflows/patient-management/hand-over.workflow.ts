import type { HandOverStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { store } from '../activity-presets.ts';
import { about, anyOf, either, nothing } from '../news.ts';
import { tell, type Chapter } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';

const STAGES: Readonly<Record<HandOverStanding['stage'], string>> = {
  offered: '제안됨 · offered, not answered yet',
  accepted: '수락됨 · accepted, everything moves',
  rejected: '거절됨 · rejected, it stays where it was',
  withdrawn: '철회됨 · withdrawn',
  expired: '기한 경과 · nobody answered, it stays where it was',
  completed: '이관 완료 · everything has moved',
};
const WAITS = { answer: '받는 관할의 답 · the other district’s answer' } as const;

const ANSWERED = anyOf('HandOverAccepted', 'HandOverRejected', 'HandOverWithdrawn');
const CASE_CLOSED = anyOf(
  'ReleasedFromIsolation',
  'DeathReported',
  'InfectionRuledOut',
  'DiagnosisWithdrawn',
);
const QUESTION = ['hand-over-offered'] as const;

/**
 * 관할 이관: the other district is asked and answers, or the time passes and it returns. Once accepted, the case moves first:
 * from then on the other district is responsible; then whatever belongs to it, one by one.
 */
export async function handOver(input: ProcessInput): Promise<void> {
  const life = subjectProcess(input, {
    kind: 'hand-over',
    stageWords: STAGES,
    waitWords: WAITS,
    turns: nothing,
  });

  /** By the task's decision or by a command, whichever comes first; or it is withdrawn, or the case ends. */
  let hasReadTheList = false;
  const answer: Chapter<HandOverStanding> = async ({ caseId, answerBy }) => {
    const earlier = { caseId, at: life.now(), kinds: ['hand-over-returned'] } as const;
    await told(store.cancelTasks, '앞선 이관 과업 종료 · close the task of an earlier one', earlier);
    const task = await life.openTask({ kind: 'hand-over-offered', name: 'offered', dueAt: answerBy });
    // A decision that came to nothing is not read again and again: then another answer, or the time, is waited for.
    if (task.decision === undefined || hasReadTheList) {
      const decided = about(task.taskId, 'TaskDecided');
      const news = either(either(decided, ANSWERED), CASE_CLOSED);
      await life.until({ for: 'answer', until: answerBy, news }); // 24 hours, or an earlier answer
    } else hasReadTheList = true;
    await told(store.settleHandOver, '답 또는 기한 경과 반영 · what the offer comes to', life.moment());
  };

  const move: Chapter<HandOverStanding> = async () => {
    await life.callOffTasks(QUESTION);
    await told(store.moveCase, '사례 이관 · the case moves', life.moment());
    await told(store.relocatePerson, '전입한 사람 이관 · the person, who lives there now', life.moment());
    await told(store.moveBelongings, '격리·물품·동선·조회 이관 · what belongs to it moves', life.moment());
    await told(store.moveTasks, '과업 이관 · open tasks move', life.moment());
    await told(store.completeHandOver, '이관 완료 · everything has moved', life.moment());
  };

  /** Those who keep the case are told why; what they do about it is theirs. */
  let hasToldThem = false;
  const comeBack: Chapter<HandOverStanding> = async ({ caseId, returnedBecause = '' }) => {
    const { at, commandId } = life.step('returned:task');
    const task = { caseId, at, commandId, kind: 'hand-over-returned', reason: returnedBecause } as const;
    await told(store.openTask, '담당자 과업 · task for staff: hand-over-returned', task);
    hasToldThem = true;
  };

  await tell<HandOverStanding>({
    look: async () => {
      const standing = await told(store.handOverStanding, '현재 상태 · where it stands', life.moment());
      life.enter(standing);
      return standing;
    },
    chapter: ({ stage, returnedBecause }) => {
      if (stage === 'offered') return answer;
      if (stage === 'accepted') return move;
      return returnedBecause === undefined || hasToldThem ? undefined : comeBack;
    },
    turned: () => life.callOffTasks(QUESTION),
    parked: (_standing, reason) => life.parked(reason),
  });
  life.show('nothing');
  await life.callOffTasks(QUESTION);
}
