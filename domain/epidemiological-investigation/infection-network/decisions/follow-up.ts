import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { FOLLOW_UP_ENDS, type BeginFollowUp, type EndFollowUp } from '../contact.commands.ts';
import type { ContactEvent } from '../contact.events.ts';
import type { ContactState } from '../contact.state.ts';
import { fact, needsContact } from './fact.ts';

/** May begin again after its end: somebody lost is found, or was exposed anew. Quiet while it runs. */
export function beginFollowUp(state: ContactState, command: BeginFollowUp): ContactEvent[] {
  needsContact(state);
  if (state.followUp === 'under') return [];
  const { grade, dateOfLastContact } = state;
  if (grade === undefined || dateOfLastContact === undefined) throw new RuleBroken('contact/not-graded');
  if (grade === 'none') throw new RuleBroken('contact/needs-no-follow-up');
  return [{ ...fact('FollowUpBegun', command, state), dateOfLastContact }];
}

/** Quiet when it has ended in that way. */
export function endFollowUp(state: ContactState, command: EndFollowUp): ContactEvent[] {
  needsContact(state);
  const { reason } = command;
  const status = FOLLOW_UP_ENDS[reason];
  if (state.followUp === status) return [];
  if (state.followUp !== 'under') {
    throw new RuleBroken('contact/not-under-follow-up', { followUp: state.followUp });
  }
  return [{ ...fact('FollowUpEnded', command, state), status, reason }];
}

/** What else ends the follow-up of a contact, if one runs. */
export function followUpEnds(
  state: ContactState,
  command: By,
  reason: 'regraded' | 'became-case' | 'dropped',
): ContactEvent[] {
  if (state.followUp !== 'under') return [];
  return [{ ...fact('FollowUpEnded', command, state), status: 'cancelled', reason }];
}
