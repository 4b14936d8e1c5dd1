import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { taskId as taskIdOf } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Decision } from '../../domain/worklist/task.ts';
import { change } from '../change.ts';
import type { SubjectMoment, SubjectStep, Uses } from '../uses.ts';

export type IdentityStanding = Readonly<{
  stage: 'in-doubt' | 'clear';
  district: string;
  /** The number of this doubt about the case. */
  doubt: number;
  /** Why, as a code. */
  reason: string;
}>;

/** Whether a case's person is in doubt: what the process asks when it begins, and after every answer. */
export const identityStanding =
  ({ cases }: Pick<Uses, 'cases'>) =>
  async ({ id }: SubjectMoment): Promise<IdentityStanding> => {
    const { district, identityInDoubt, identityDoubts = 1 } = (await cases.load(id)).aggregate.state;
    const stage = identityInDoubt === undefined ? 'clear' : 'in-doubt';
    return { stage, district, doubt: identityDoubts, reason: identityInDoubt ?? 'resolved' };
  };

export type SettleIdentityStep = SubjectStep & Readonly<{ taskId: string }>;

/**
 * A person has looked into it. Somebody else's finding is withdrawn; nobody knows: it stays in doubt. Quiet when it was
 * resolved meanwhile. Answers what was decided.
 */
export const settleIdentity =
  ({ cases, tasks }: Pick<Uses, 'cases' | 'tasks'>) =>
  async ({ id, at, commandId, taskId }: SettleIdentityStep): Promise<Decision> => {
    const { decision } = (await tasks.load(taskId)).aggregate.state;
    if (decision !== 'samePerson' && decision !== 'anotherPerson' && decision !== 'unknown') {
      throw new TypeError('the task holds no such decision');
    }
    const by: By = { by: 'process:identity', at: Instant.of(at) };
    if (decision === 'unknown') return decision;
    await change(cases, id, { commandId }, (aCase) => {
      const { identityInDoubt, stage } = aCase.state;
      if (identityInDoubt === undefined) return;
      const withdrawn = decision === 'anotherPerson' && stage !== 'deceased';
      aCase.execute(
        withdrawn
          ? { type: 'WithdrawDiagnosis', reason: 'wrong-person', ...by }
          : { type: 'ResolveIdentity', taskId: taskIdOf(taskId), ...by },
      );
    });
    return decision;
  };
