import { patched } from '@temporalio/workflow';
import type { IdentityStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { store } from '../activity-presets.ts';
import { livingProcess } from '../living-process.ts';
import { anyOf } from '../news.ts';
import { tell } from '../story.ts';
import { told } from '../summaries.ts';

const STAGES = { 'in-doubt': '신원 의심 · identity in doubt', clear: '확인됨 · resolved' } as const;
const READ = '결정 확인 · read the decision';
const WAITS = { staff: '담당자 확인 · staff to look into it', nothing: '없음 · nothing' } as const;

/**
 * 신원 의심: whenever identity is in doubt, a person looks into it, and what reaches out is held until they have. The
 * answers: the same person; another person, whose finding is withdrawn here; unknown, then somebody is asked again.
 */
export async function identityCheck({ id, ...input }: ProcessInput): Promise<void> {
  const life = livingProcess<keyof typeof STAGES, keyof typeof WAITS>(input, {
    stageAttribute: 'Stage',
    stageWords: STAGES,
    waitWords: WAITS,
    turns: anyOf(),
    askToMend: async (name, reason): Promise<boolean> =>
      (await openTask('process-parked', name, reason)).decided,
  });
  const resolved = () => life.heardOf('IdentityResolved');
  const decided = () => life.heardOf('TaskDecided');
  let resolvedAtLook = 0;

  const openTask = (
    kind: 'identity-in-doubt' | 'process-parked' | 'finding-of-another',
    name: string,
    reason: string,
  ) =>
    told(store.openTask, `담당자 과업 · task for staff: ${kind}`, {
      caseId: id,
      kind,
      reason,
      at: life.now(),
      commandId: `identity:${id}:${name}:task`,
    });

  /** Answers the task's id once a person has decided it; nothing when the doubt has ended otherwise. */
  const asked = async (kind: 'identity-in-doubt' | 'process-parked', name: string, reason: string) => {
    while (resolved() === resolvedAtLook) {
      const before = decided();
      const task = await openTask(kind, name, reason);
      if (task.decided) return task.taskId;
      life.show('staff');
      await life.once(() => decided() > before || resolved() > resolvedAtLook);
    }
    return undefined;
  };

  const clearUp = async ({ doubt, reason }: IdentityStanding): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const taskId = await asked('identity-in-doubt', `doubt-${doubt}:asked-${attempt}`, reason);
      if (taskId === undefined) return;
      const finding = () => openTask('finding-of-another', `doubt-${doubt}:finding`, reason);
      // Before it is settled: nobody begins this process again for a case that is clear.
      const isAskedFirst = patched('identity/finding-first');
      if (isAskedFirst && (await told(store.decisionOf, READ, { taskId })) === 'anotherPerson')
        await finding();
      const decision = await told(store.settleIdentity, '확인 결과 기록 · record what was found', {
        id,
        taskId,
        at: life.now(),
        commandId: `identity:${id}:doubt-${doubt}:settled`,
      });
      if (decision === 'anotherPerson' && !isAskedFirst) await finding();
      if (decision !== 'unknown') return;
    }
  };

  await tell<IdentityStanding>({
    look: async () => {
      resolvedAtLook = resolved();
      const moment = { id, at: life.now() };
      const standing = await told(store.identityStanding, '현재 상태 · whether it is in doubt', moment);
      life.enter(standing.stage, standing.district);
      return standing;
    },
    chapter: ({ stage }) => (stage === 'clear' ? undefined : clearUp),
    turned: async () => undefined,
    parked: async (_standing, reason) => {
      await asked('process-parked', `parked:${life.now()}`, reason);
    },
  });
  life.show('nothing');
  const kinds = ['identity-in-doubt'] as const;
  await told(store.cancelTasks, '과업 종료 · close the task', { caseId: id, at: life.now(), kinds });
}
