import { approverRole } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { change } from '../change.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { lookUpLimits } from '../look-up-limits.ts';
import { groundLost, needsThatCase } from '../look-up-ground.ts';
import { byLookUpProcess } from './look-up-step.ts';

export type ApproveLookUpStep = SubjectMoment & Readonly<{ taskId: string }>;
/** `refused`: why the decision of the task does not count, as a code. */
export type LookUpApproval = Readonly<{ refused?: string }>;

/**
 * Somebody has approved on the worklist, in an office that may. Quiet when it was decided otherwise before. What has lost its
 * ground since is rejected.
 */
export const approveLookUp =
  (uses: Uses) =>
  async ({ taskId, ...step }: ApproveLookUpStep): Promise<LookUpApproval> => {
    const { decidedBy, role } = (await uses.tasks.load(taskId)).aggregate.state;
    if (decidedBy === undefined || role === undefined) return { refused: 'approval-names-no-role' };
    try {
      await change(uses.informationRequests, step.id, {}, async (lookUp) => {
        const { stage, caseId, kind } = lookUp.state;
        if (stage !== 'requested') return;
        const { approvers, protocolVersion } = await lookUpLimits(uses)(caseId, kind);
        const byProcess = byLookUpProcess(step);
        const lost = await groundLost(uses, lookUp.state);
        if (lost !== undefined) {
          lookUp.execute({ type: 'RejectRequest', reason: lost, ...byProcess });
          return;
        }
        needsThatCase((await uses.cases.load(caseId)).aggregate.state);
        const inOffice = { role: approverRole(role), approvers, protocolVersion };
        lookUp.execute({ type: 'ApproveRequest', ...inOffice, by: decidedBy, at: byProcess.at });
      });
      return {};
    } catch (error) {
      if (error instanceof RuleBroken) return { refused: error.code };
      throw error;
    }
  };
