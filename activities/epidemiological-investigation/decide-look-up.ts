import { approverRole } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import type { RefusalReason } from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import { lookUpCommand, type LookUpRequest } from './look-up-command.ts';

/** By somebody else than the one who asks. */
export const approveRequest = lookUpCommand<LookUpRequest & Readonly<{ role: string }>>((input, by) => ({
  type: 'ApproveRequest',
  role: approverRole(input.role),
  ...by,
}));

export const rejectRequest = lookUpCommand<LookUpRequest & Readonly<{ reason: RefusalReason }>>(
  (input, by) => ({ type: 'RejectRequest', reason: input.reason, ...by }),
);
