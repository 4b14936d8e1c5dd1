import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type {
  ConvertToCase,
  DropReason,
  EstablishTransmission,
  RevertConversion,
  TransmissionDoubt,
  WithdrawTransmission,
} from '../contact.commands.ts';
import type { ContactEvent } from '../contact.events.ts';
import type { ContactState } from '../contact.state.ts';
import { fact, needsContact, needsNotDropped } from './fact.ts';
import { followUpEnds } from './follow-up.ts';

/** The link to the source case is kept. Quiet when it is that case already. */
export function convert(state: ContactState, command: ConvertToCase): ContactEvent[] {
  const { caseId, personId } = command;
  if (state.caseId === caseId) return [];
  needsContact(state);
  if (personId !== state.exposedPersonId) throw new RuleBroken('contact/case-of-another-person', { caseId });
  if (caseId === state.sourceCaseId) throw new RuleBroken('contact/own-source', { caseId });
  return [
    ...followUpEnds(state, command, 'became-case'),
    { ...fact('ContactConverted', command, state), caseId, infectedBy: state.sourceCaseId },
  ];
}

/**
 * A contact again, or none where a list alone had told of them: nobody is followed up for what nobody saw. An infection that
 * never was infected nobody: an established transmission goes with it.
 */
export function revertConversion(state: ContactState, command: RevertConversion): ContactEvent[] {
  const caseId = ownCase(state);
  return [
    ...withdrawal(state, command, caseId, 'conversion-reverted'),
    { ...fact('ConversionReverted', command, state), caseId, reason: command.reason },
    ...(state.recordedAt !== undefined && state.exposures.length === 0
      ? [{ ...fact('ContactDropped', command, state), reason: DROPPED[command.reason] }]
      : []),
  ];
}

const DROPPED: Readonly<Record<RevertConversion['reason'], DropReason>> = {
  'ruled-out': 'not-exposed',
  'wrong-person': 'wrong-person',
  'entered-by-mistake': 'entered-by-mistake',
};

/** Another certainty replaces the one before; the same is quiet. */
export function establishTransmission(state: ContactState, command: EstablishTransmission): ContactEvent[] {
  const caseId = ownCase(state);
  const { certainty } = command;
  if (state.transmission === certainty) return [];
  const infectedBy = state.sourceCaseId;
  return [{ ...fact('TransmissionEstablished', command, state), caseId, infectedBy, certainty }];
}

export function withdrawTransmission(state: ContactState, command: WithdrawTransmission): ContactEvent[] {
  const caseId = ownCase(state);
  if (state.transmission === undefined) throw new RuleBroken('contact/transmission-not-established');
  return withdrawal(state, command, caseId, command.reason);
}

function ownCase(state: ContactState): string {
  needsNotDropped(state);
  if (state.caseId === undefined) throw new RuleBroken('contact/not-a-case', { stage: state.stage });
  return state.caseId;
}

function withdrawal(
  state: ContactState,
  command: By,
  caseId: string,
  reason: TransmissionDoubt | 'conversion-reverted',
): ContactEvent[] {
  if (state.transmission === undefined) return [];
  const infectedBy = state.sourceCaseId;
  return [{ ...fact('TransmissionWithdrawn', command, state), caseId, infectedBy, reason }];
}
