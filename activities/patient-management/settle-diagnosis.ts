import { taskId as taskIdOf } from '../../domain/shared-kernel/id.ts';
import type { Step, Uses } from '../uses.ts';
import { stepOn } from '../step.ts';

export type TaskStep = Step & Readonly<{ taskId: string }>;

/** A clinician has settled what repeated indeterminate tests left open. */
export const settleDiagnosis =
  ({ cases, tasks }: Uses) =>
  async (step: TaskStep): Promise<void> => {
    const { decision } = (await tasks.load(step.taskId)).aggregate.state;
    if (decision !== 'confirm' && decision !== 'ruleOut')
      throw new TypeError('the task holds no such decision');
    await stepOn(cases, step, (aCase, by) =>
      aCase.execute({ type: 'SettleDiagnosis', taskId: taskIdOf(step.taskId), decision, ...by }),
    );
  };
