import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { PersonCommand } from '../person.commands.ts';
import type { PersonEvent } from '../person.events.ts';
import type { PersonState } from '../person.state.ts';

/** The part that every event of a person shares. */
export function fact<Type extends PersonEvent['type']>(type: Type, { by, at }: By) {
  return { type, v: 1, at: at.toString(), by } as const;
}

const OF_A_MERGED_PERSON: readonly PersonCommand['type'][] = ['UndoMerge', 'ErasePerson'];

/** @throws RuleBroken `person/erased`, `person/merged` */
export function mayFollow({ stage }: PersonState, { type }: PersonCommand, personId: string): void {
  if (stage === 'erased') throw new RuleBroken('person/erased', { personId });
  if (stage === 'merged' && !OF_A_MERGED_PERSON.includes(type)) {
    throw new RuleBroken('person/merged', { personId });
  }
}
