import {
  approverRole,
  type ApproverRole,
} from '../../domain/epidemiological-investigation/information-request/codes.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Decision, Task } from '../../domain/worklist/task.ts';
import { changed } from '../change.ts';
import { lookUpLimits } from '../look-up-limits.ts';
import { settlePersonAlike } from '../person-alike-task.ts';
import { settleExport, wouldSettleExport } from '../settle-export.ts';
import { needsItsGround } from '../look-up-ground.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type DecideTaskInput = Request &
  Readonly<{ taskId: string; decision: Decision; role?: ApproverRole | undefined }>;

/** A person has done or decided a task; the process that waits for it goes on. */
export const decideTask =
  (uses: Uses) =>
  async (input: DecideTaskInput): Promise<Receipt> => {
    const at = Instant.of(await uses.clock.now());
    const { receipt, aggregate } = await changed(uses.tasks, input.taskId, input, async (task) => {
      const { by, decision, role } = input;
      const mayDecide = await wouldApprove(uses, task, input, at);
      await wouldAnswer(uses, task, input, at);
      const inOffice = role === undefined ? {} : { role };
      const { state } = task;
      task.execute({ type: 'DecideTask', decision, mayDecide, ...inOffice, by, at });
      await wouldSettleExport(uses, state, input, at);
      await settlePersonAlike(uses, state, input, at);
    });
    await settleExport(uses, aggregate.state);
    return receipt;
  };

/**
 * The look-up is asked first whether it would take that approval, so that nobody is told later; its process approves it.
 * Answers who may approve.
 */
async function wouldApprove(
  uses: Uses,
  { state: { kind, subject, stage } }: Task,
  { by, decision, role }: DecideTaskInput,
  at: Instant,
): Promise<readonly string[]> {
  if (kind !== 'look-up-approval' || decision !== 'approve' || stage !== 'open') return [];
  if (subject?.kind !== 'information-request') return [];
  const lookUp = (await uses.informationRequests.load(subject.id)).aggregate;
  await needsItsGround(uses, lookUp.state);
  const { approvers, protocolVersion } = await lookUpLimits(uses)(lookUp.state.caseId, lookUp.state.kind);
  if (role !== undefined) {
    const inOffice = { role: approverRole(role), approvers, protocolVersion };
    lookUp.execute({ type: 'ApproveRequest', ...inOffice, by, at });
  }
  return approvers;
}

/** The same of a hand-over: it is asked whether it would take that answer now. */
async function wouldAnswer(
  { handOvers, cases }: Uses,
  { state: { kind, subject, stage } }: Task,
  { by, decision }: DecideTaskInput,
  at: Instant,
): Promise<void> {
  if (kind !== 'hand-over-offered' || stage !== 'open' || subject === undefined) return;
  const handOver = (await handOvers.load(subject.id)).aggregate;
  const { mayBeHandedOver } = (await cases.load(handOver.state.caseId)).aggregate;
  const caseIsClosed = !mayBeHandedOver;
  if (decision === 'accept') handOver.execute({ type: 'AcceptHandOver', caseIsClosed, by, at });
  if (decision === 'reject') handOver.execute({ type: 'RejectHandOver', reason: 'not-stated', by, at });
}
