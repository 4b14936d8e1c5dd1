import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { ContactEvent } from '../contact.events.ts';
import type { ContactState } from '../contact.state.ts';
import type { Exposure } from '../exposure.ts';

type Edge = Pick<ContactState, 'sourceCaseId' | 'exposedPersonId'>;

/** The part that every event of a contact shares. */
export function fact<Type extends ContactEvent['type']>(
  type: Type,
  { by, at }: By,
  { sourceCaseId, exposedPersonId }: Edge,
) {
  return { type, v: 1, at: at.toString(), by, sourceCaseId, exposedPersonId } as const;
}

export function needsNotDropped({ stage }: ContactState): void {
  if (stage === 'dropped') throw new RuleBroken('contact/already-dropped');
}

/** Neither dropped nor a case by now. */
export function needsContact(state: ContactState): void {
  needsNotDropped(state);
  if (state.stage === 'converted') throw new RuleBroken('contact/already-converted');
}

export function notInTheFuture({ dateOfLastContact }: Exposure, { at }: By): void {
  if (dateOfLastContact.isAfter(at.dateInSeoul())) {
    throw new InvalidValue('date/in-the-future', { field: 'dateOfLastContact' });
  }
}
