import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { VerifyContact } from '../contact.commands.ts';
import type { ContactEvent } from '../contact.events.ts';
import type { ContactState } from '../contact.state.ts';
import { fact, needsContact } from './fact.ts';
import { followUpEnds } from './follow-up.ts';

/** Quiet when the verdict stands and has seen every exposure. A contact graded as none is not followed up. */
export function verify(state: ContactState, command: VerifyContact): ContactEvent[] {
  needsContact(state);
  const { verdict, reason } = command;
  const { dateOfLastContact, grade: previousGrade } = state;
  if (dateOfLastContact === undefined) throw new RuleBroken('contact/exposure-unknown');
  const { grade, protocolVersion, conditions } = verdict;
  const judged = { grade, protocolVersion, conditions, dateOfLastContact };
  if (grade === previousGrade) {
    if (state.ungradedExposures === 0 && verdict.equals(verdictOf(state, grade))) return [];
    return [{ ...fact('ContactGradeConfirmed', command, state), ...judged }];
  }
  if (previousGrade !== undefined && reason === undefined) {
    throw new RuleBroken('contact/regrade-needs-reason', { grade: previousGrade });
  }
  const regrading = {
    ...(previousGrade === undefined ? {} : { previousGrade }),
    ...(previousGrade === undefined || reason === undefined ? {} : { reason }),
  };
  if (grade === 'close') {
    return [{ ...fact('CloseContactIdentified', command, state), ...judged, grade, ...regrading }];
  }
  return [
    ...(grade === 'none' ? followUpEnds(state, command, 'regraded') : []),
    { ...fact('ContactGraded', command, state), ...judged, ...regrading },
  ];
}

const verdictOf = (state: ContactState, grade: 'close' | 'casual' | 'none') => ({
  grade,
  protocolVersion: state.protocolVersion ?? '',
  conditions: state.conditions ?? [],
});
