import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import {
  FOLLOW_UP_ENDS,
  type BeginFollowUp,
  type EndFollowUp,
  type LeavePlanOpen,
  type PlanFollowUp,
  type RecordContactVaccinations,
  type ReportContactSymptoms,
} from '../contact.commands.ts';
import type { ContactEvent } from '../contact.events.ts';
import type { ContactState } from '../contact.state.ts';
import { fact, needsContact } from './fact.ts';

/** The same plan again is quiet. The version that gave it is no reason to plan anew by itself. */
export function planFollowUp(state: ContactState, command: PlanFollowUp): ContactEvent[] {
  needsContact(state);
  needsFollowUp(state);
  const { measure, kind, protocol, chosen } = command;
  const endsAt = command.endsAt?.toString();
  const { plan } = state;
  if (plan?.measure === measure && plan.kind === kind && plan.endsAt === endsAt) return [];
  return [
    {
      ...fact('FollowUpPlanned', command, state),
      measure,
      kind,
      protocol,
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(plan?.endsAt === undefined ? {} : { previousEndsAt: plan.endsAt }),
      ...(chosen === undefined ? {} : { chosen }),
    },
  ];
}

/** Quiet while the same version lacks the same facts. */
export function leavePlanOpen(state: ContactState, command: LeavePlanOpen): ContactEvent[] {
  needsContact(state);
  needsFollowUp(state);
  const { protocol, missing } = command;
  const { leftOpen } = state;
  if (leftOpen?.protocol === protocol && leftOpen.missing.join() === missing.join()) return [];
  return [{ ...fact('FollowUpLeftOpen', command, state), protocol, missing }];
}

/** Also after the follow-up's end: an illness may come late. Who is no contact is none of this team's. */
export function reportSymptoms(state: ContactState, command: ReportContactSymptoms): ContactEvent[] {
  needsContact(state);
  needsFollowUp(state);
  const { symptomatic, dateOfSymptomOnset: onset, at } = command;
  if (onset?.isAfter(at.dateInSeoul()) === true) {
    throw new InvalidValue('date/in-the-future', { field: 'dateOfSymptomOnset' });
  }
  return [
    {
      ...fact('ContactSymptomsReported', command, state),
      symptomatic,
      ...(onset === undefined ? {} : { dateOfSymptomOnset: onset.toString() }),
    },
  ];
}

/** Known of a contact not graded yet too. Quiet when it is known so. */
export function recordVaccinations(state: ContactState, command: RecordContactVaccinations): ContactEvent[] {
  needsContact(state);
  const { at } = command;
  if (command.vaccinatedOn.some((day) => day.isAfter(at.dateInSeoul()))) {
    throw new InvalidValue('date/in-the-future', { field: 'vaccinatedOn' });
  }
  const vaccinatedOn = command.vaccinatedOn.map(String).sort();
  if (state.vaccinatedOn?.join() === vaccinatedOn.join()) return [];
  return [{ ...fact('ContactVaccinationsRecorded', command, state), vaccinatedOn }];
}

function needsFollowUp({ grade }: ContactState): void {
  if (grade === undefined) throw new RuleBroken('contact/not-graded');
  if (grade === 'none') throw new RuleBroken('contact/needs-no-follow-up');
}

/** May begin again after its end: somebody lost is found, or was exposed anew. Quiet while it runs. */
export function beginFollowUp(state: ContactState, command: BeginFollowUp): ContactEvent[] {
  needsContact(state);
  if (state.followUp === 'under') return [];
  const { dateOfLastContact } = state;
  needsFollowUp(state);
  if (dateOfLastContact === undefined) throw new RuleBroken('contact/not-graded');
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
