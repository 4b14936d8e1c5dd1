import { approverRole } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import type { RefusalReason } from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { LookUpLimitsOf } from '../look-up-limits.ts';
import { needsItsGround } from '../look-up-ground.ts';
import type { VenueUses } from '../venue-visit.ts';
import { lookUpCommand, type LookUpRequest, type LookUpUses } from './look-up-command.ts';

/** By somebody else than the one who asks, in a role that the protocol in force names. */
export const approveRequest =
  (uses: LookUpUses & VenueUses & Readonly<{ limits: LookUpLimitsOf }>) =>
  async (input: LookUpRequest & Readonly<{ role: string }>): Promise<Receipt> => {
    const { informationRequests, clock, limits } = uses;
    const role = approverRole(input.role);
    const by = { by: input.by, at: Instant.of(await clock.now()) };
    return change(informationRequests, input.informationRequestId, input, async (lookUp) => {
      await needsItsGround(uses, lookUp.state);
      const { caseId, kind } = lookUp.state;
      const { approvers, protocolVersion } = await limits(caseId, kind);
      lookUp.execute({ type: 'ApproveRequest', role, approvers, protocolVersion, ...by });
    });
  };

/** 조회 요청 철회: whoever asked takes it back, as long as nobody has approved it. */
export const withdrawRequest = lookUpCommand<LookUpRequest & Readonly<{ reason: RefusalReason }>>(
  (input, by) => ({ type: 'RejectRequest', reason: input.reason, ownOnly: true, ...by }),
);

export const rejectRequest = lookUpCommand<LookUpRequest & Readonly<{ reason: RefusalReason }>>(
  (input, by) => ({ type: 'RejectRequest', reason: input.reason, ...by }),
);
