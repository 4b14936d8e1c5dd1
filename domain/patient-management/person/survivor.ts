import { RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { PersonId } from '../../shared-kernel/id.ts';
import type { PersonState } from './person.state.ts';

/** What one record says about another that stands for it. */
export type MergedInto = (id: PersonId) => PersonId | undefined;

/**
 * The record that stands for a person today: follows the links as far as they go. Two merges at the same moment can
 * close a circle, which neither record can see; there everyone in it, and on the way to it, gets its smallest id.
 */
export function resolve(id: PersonId, mergedInto: MergedInto): PersonId {
  const path = [id];
  for (let next = mergedInto(id); next !== undefined; next = mergedInto(next)) {
    const metBefore = path.indexOf(next);
    if (metBefore >= 0) {
      return path.slice(metBefore).reduce((least, one) => (one < least ? one : least));
    }
    path.push(next);
  }
  return path.at(-1) ?? id;
}

/**
 * Whether a record may stand for another, or be somebody's guardian: it has to stand for itself.
 * @throws RuleBroken `person/merged-into-another`, `person/erased`
 */
export function mustStandForItself(personId: string, { stage, mergedInto }: PersonState): void {
  if (stage === 'erased') throw new RuleBroken('person/erased', { personId });
  if (mergedInto !== undefined) {
    throw new RuleBroken('person/merged-into-another', { personId, mergedInto });
  }
}
