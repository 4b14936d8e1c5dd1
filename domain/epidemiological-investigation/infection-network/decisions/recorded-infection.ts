import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { RecordInfection } from '../contact.commands.ts';
import type { ContactEvent } from '../contact.events.ts';
import type { ContactState } from '../contact.state.ts';
import { convert, establishTransmission } from './conversion.ts';
import { fact } from './fact.ts';

/**
 * Whether the days of the two cases allow it is for the findings to say, not refused here. Quiet when it is known, by
 * whomever, and when a person has taken it back.
 * @throws InvalidValue `contact/of-oneself`; RuleBroken `contact/own-source`, `contact/already-converted`
 */
export function recordInfection(state: ContactState | undefined, command: RecordInfection): ContactEvent[] {
  const { sourceCaseId, sourcePersonId, exposedPersonId, caseId } = command;
  if (caseId === sourceCaseId) throw new RuleBroken('contact/own-source', { caseId });
  if (exposedPersonId === sourcePersonId) throw new InvalidValue('contact/of-oneself');
  if (state === undefined) {
    return [
      {
        ...fact('InfectionRecorded', command, command),
        district: command.district.code,
        foundBy: 'import',
        caseId,
        infectedBy: sourceCaseId,
        certainty: 'probable',
      },
    ];
  }
  const { by, at } = command;
  const became =
    state.caseId === undefined
      ? convert(state, { type: 'ConvertToCase', caseId, personId: exposedPersonId, by, at })
      : [];
  if (state.caseId !== undefined && state.caseId !== caseId)
    throw new RuleBroken('contact/already-converted');
  if (state.transmission !== undefined || state.transmissionDoubtedAt !== undefined) return became;
  const established = { type: 'EstablishTransmission', certainty: 'probable', by, at } as const;
  return [...became, ...establishTransmission({ ...state, caseId }, established)];
}
