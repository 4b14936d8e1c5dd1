import type { SubjectMoment, Uses } from '../uses.ts';
import { establishViolation, withdrawViolation } from './establish-violation.ts';

export type SettleViolationStep = SubjectMoment & Readonly<{ sequence: number; taskId: string }>;

/** A person has decided about a reported violation: it is established or withdrawn in their name. */
export const settleViolation =
  (uses: Uses) =>
  async ({ id, at, sequence, taskId }: SettleViolationStep): Promise<void> => {
    const { decision, decidedBy } = (await uses.tasks.load(taskId)).aggregate.state;
    if (decision === undefined || decidedBy === undefined) throw new TypeError('the task is not decided');
    const command = `isolation:${id}:violation-${sequence}:${decision}`;
    const asked = { isolationId: id, sequence, by: decidedBy, at, commandId: command, fingerprint: taskId };
    if (decision === 'establish') await establishViolation(uses)(asked);
    else await withdrawViolation(uses)({ ...asked, reason: 'unfounded' });
  };
