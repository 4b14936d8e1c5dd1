import { InvalidValue } from '../../../shared-kernel/domain-error.ts';
import type { DropContact, NameContact, RecordExposure } from '../contact.commands.ts';
import type { ContactEvent } from '../contact.events.ts';
import { latestContact, type ContactState } from '../contact.state.ts';
import { fact, needsContact, needsNotDropped, notInTheFuture } from './fact.ts';
import { followUpEnds } from './follow-up.ts';

/** @throws InvalidValue `contact/of-oneself` */
export function name(command: NameContact): ContactEvent[] {
  const { exposures, exposedPersonId, foundBy } = command;
  if (exposedPersonId === command.sourcePersonId) throw new InvalidValue('contact/of-oneself');
  for (const exposure of exposures) notInTheFuture(exposure, command);
  const different = exposures.filter(
    (exposure, index) => exposures.findIndex((other) => other.equals(exposure)) === index,
  );
  return [
    {
      ...fact('ContactNamed', command, command),
      district: command.district.code,
      foundBy,
      exposures: different.map(({ facts }) => facts),
    },
  ];
}

/** Welcome of a converted contact too: who infected whom may hang on it. Quiet when that exposure is known. */
export function recordExposure(state: ContactState, command: RecordExposure): ContactEvent[] {
  needsNotDropped(state);
  const { exposure } = command;
  notInTheFuture(exposure, command);
  if (state.exposures.some((known) => exposure.says(known))) return [];
  const dateOfLastContact = latestContact([...state.exposures, exposure.facts]) as string;
  return [{ ...fact('ExposureRecorded', command, state), exposure: exposure.facts, dateOfLastContact }];
}

/** Quiet when it is dropped. */
export function drop(state: ContactState, command: DropContact): ContactEvent[] {
  if (state.stage === 'dropped') return [];
  needsContact(state);
  return [
    ...followUpEnds(state, command, 'dropped'),
    { ...fact('ContactDropped', command, state), reason: command.reason },
  ];
}
