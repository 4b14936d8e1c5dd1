import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type {
  ApproveRequest,
  RecordSubmission,
  RefusalReason,
  RejectRequest,
  RelocateLookUp,
  RequestInformation,
  Venue,
} from '../information-request.commands.ts';
import type { InformationRequestEvent, VenueFacts } from '../information-request.events.ts';
import type { InformationRequestState } from '../information-request.state.ts';
import { fact, needsApproval } from './fact.ts';

/**
 * @throws InvalidValue `date/in-the-future`: nobody has been anywhere tomorrow
 * @throws RuleBroken `information-request/venue-needs-entry-log`: card companies know cards, no places
 */
export function request(command: RequestInformation): InformationRequestEvent[] {
  const { at, district, legalBasis, period, requestedBy, protocolVersion, venue } = command;
  if (period.to.isAfter(at.dateInSeoul())) throw new InvalidValue('date/in-the-future', { field: 'to' });
  if (venue !== undefined && command.kind !== 'entryLog') {
    throw new RuleBroken('information-request/venue-needs-entry-log');
  }
  return [
    {
      ...fact('InformationRequested', command, command),
      district: district.code,
      legalBasis,
      periodFrom: period.from.toString(),
      periodTo: period.to.toString(),
      requestedBy,
      ...(venue === undefined ? {} : { venue: factsOf(venue) }),
      protocolVersion,
    },
  ];
}

const factsOf = ({ placeId, stay }: Venue): VenueFacts => ({
  placeId,
  from: stay.from.toString(),
  to: stay.to.toString(),
});

/** By another person than the one who asks, in a role that may. Quiet when that person has approved it in that role. */
export function approve(state: InformationRequestState, command: ApproveRequest): InformationRequestEvent[] {
  const { by, role, approvers, protocolVersion } = command;
  if (by === state.requestedBy || by === state.enteredBy) {
    throw new RuleBroken('information-request/same-person');
  }
  if (state.approvedBy === by && state.approverRole === role) return [];
  needsAwaiting(state);
  if (approvers.length > 0 && !approvers.includes(role)) {
    throw new RuleBroken('information-request/role-may-not-approve', {
      role,
      approvers: approvers.join('|'),
    });
  }
  return [{ ...fact('RequestApproved', command, state), role, protocolVersion }];
}

/**
 * Quiet when it is rejected for that reason. Who asked may reject it too: that takes it back. One that has
 * lost its visit or its case is rejected after its approval, too, as long as no provider has it.
 */
export function reject(state: InformationRequestState, command: RejectRequest): InformationRequestEvent[] {
  const { reason, by, ownOnly } = command;
  if (ownOnly === true && by !== state.requestedBy && by !== state.enteredBy)
    throw new RuleBroken('information-request/not-ones-own');
  if (state.rejectedBecause === reason) return [];
  const groundless = GROUNDS_LOST.includes(reason) && state.stage === 'approved';
  if (!groundless) needsAwaiting(state);
  return [{ ...fact('RequestRejected', command, state), reason }];
}

const GROUNDS_LOST: readonly RefusalReason[] = ['visit-not-established', 'case-is-none'];

/** Quiet when it is there already. Whoever asked or approved stays on record. */
export function relocate(state: InformationRequestState, command: RelocateLookUp): InformationRequestEvent[] {
  const { district: from } = state;
  const to = command.to.code;
  return from === to ? [] : [{ ...fact('LookUpRelocated', command, state), from, to }];
}

/** May be told after the result: a provider can be quicker than our own books. The same again is quiet. */
export function recordSubmission(
  state: InformationRequestState,
  command: RecordSubmission,
): InformationRequestEvent[] {
  needsApproval(state);
  const { providerReference } = command;
  if (state.providerReference === providerReference) return [];
  if (state.providerReference !== undefined) {
    throw new RuleBroken('information-request/submission-contradicts-earlier');
  }
  return [{ ...fact('RequestSubmitted', command, state), providerReference }];
}

function needsAwaiting({ stage }: InformationRequestState): void {
  if (stage !== 'requested') throw new RuleBroken('information-request/not-awaiting-approval', { stage });
}
