import { taskId as taskIdOf } from '../../domain/shared-kernel/id.ts';
import type { Uses } from '../uses.ts';
import type { TaskStep } from './settle-diagnosis.ts';
import { stepByRules } from '../step.ts';

/** After the largest number of rounds a clinician releases, or keeps the patient in isolation until the next check. */
export const recordClinicianDecision =
  (uses: Uses) =>
  async (step: TaskStep): Promise<void> => {
    const { decision } = (await uses.tasks.load(step.taskId)).aggregate.state;
    if (decision !== 'release' && decision !== 'keep') throw new TypeError('the task holds no such decision');
    await stepByRules(uses, step, (aCase, by, rule) =>
      aCase.execute({
        type: 'RecordClinicianDecision',
        taskId: taskIdOf(step.taskId),
        decision,
        rule,
        ...by,
      }),
    );
  };
