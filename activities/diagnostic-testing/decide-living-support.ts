import type { LivingSupportCommand } from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import { DomainError } from '../../domain/shared-kernel/domain-error.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Decision } from '../../domain/worklist/task.ts';
import { change } from '../change.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { byLivingSupportProcess } from './living-support-step.ts';

/** `version`: of the claim, as it was when the officer was asked. */
export type DecidedStep = SubjectMoment & Readonly<{ taskId: string; version?: number }>;
/** `outdated`: the claim is no longer what the officer was asked about. */
export type Decided = Readonly<{ refusedBecause?: string; outdated?: true }>;

/**
 * What an officer decided on a task about a claim, in that officer's name: approve, pay once more, or reject; of the claim
 * that the task asked about only, since nobody approves an amount that they have not seen. Answers why it was refused,
 * when it was: the one who set the amount may not approve it.
 */
export const decideLivingSupport =
  ({ livingSupports, tasks }: Pick<Uses, 'livingSupports' | 'tasks'>) =>
  async ({ id, at, taskId, version }: DecidedStep): Promise<Decided> => {
    const { decision, decidedBy } = (await tasks.load(taskId)).aggregate.state;
    if (decision === undefined || decidedBy === undefined) throw new TypeError('the task is not decided');
    const command = COMMAND_FOR[decision];
    if (command === undefined) throw new TypeError(`no such decision about living support: ${decision}`);
    try {
      let outdated = false;
      await change(livingSupports, id, {}, (claim) => {
        outdated = version !== undefined && claim.version !== version;
        if (!outdated) claim.execute(command({ by: decidedBy, at: Instant.of(at) }));
      });
      return outdated ? { outdated } : {};
    } catch (error) {
      if (error instanceof DomainError) return { refusedBecause: error.code };
      throw error;
    }
  };

const COMMAND_FOR: Readonly<Partial<Record<Decision, (by: By) => LivingSupportCommand>>> = {
  approve: (by) => ({ type: 'ApproveLivingSupport', ...by }),
  reject: (by) => ({ type: 'ReverseLivingSupport', reason: 'notApproved', ...by }),
  payAgain: (by) => ({ type: 'RetryLivingSupportPayment', ...by }),
};

type Reversal = Extract<LivingSupportCommand, { type: 'ReverseLivingSupport' }>['reason'];
/** The claim is cancelled, and what was paid is due back. */
const reverse =
  (reason: Reversal) =>
  ({ livingSupports }: Pick<Uses, 'livingSupports'>) =>
  async (step: SubjectMoment): Promise<void> => {
    await change(livingSupports, step.id, {}, (claim) =>
      claim.execute({ type: 'ReverseLivingSupport', reason, ...byLivingSupportProcess(step) }),
    );
  };

/** Whenever a violation is established. */
export const reverseForViolation = reverse('violationEstablished');

/** Whenever the finding turns out not to have been the person's. */
export const reverseForWithdrawal = reverse('diagnosisWithdrawn');

/** Whenever that violation is withdrawn: what can be restored is. A claim found ineligible only has to be judged again. */
export const restoreLivingSupport =
  ({ livingSupports }: Pick<Uses, 'livingSupports'>) =>
  async (step: SubjectMoment): Promise<void> => {
    await change(livingSupports, step.id, {}, (claim) =>
      claim.execute({ type: 'RestoreLivingSupport', ...byLivingSupportProcess(step) }),
    );
  };
