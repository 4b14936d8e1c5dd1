import { taskId as taskIdOf } from '../../domain/shared-kernel/id.ts';
import type { Uses } from '../uses.ts';
import type { TaskStep } from './settle-diagnosis.ts';
import { stepOn } from '../step.ts';

/** After the largest number of rounds a clinician releases, or keeps the patient in isolation until the next check. */
export const recordClinicianDecision =
  ({ cases, tasks, rule }: Uses) =>
  async (step: TaskStep): Promise<void> => {
    const { decision } = (await tasks.load(step.taskId)).aggregate.state;
    if (decision !== 'release' && decision !== 'keep') throw new TypeError('the task holds no such decision');
    await stepOn(cases, step, (aCase, by) =>
      aCase.execute({
        type: 'RecordClinicianDecision',
        taskId: taskIdOf(step.taskId),
        decision,
        rule,
        ...by,
      }),
    );
  };
