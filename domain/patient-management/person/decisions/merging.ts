import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { MergeInto, UndoMerge } from '../person.commands.ts';
import type { PersonEvent } from '../person.events.ts';
import type { PersonState } from '../person.state.ts';
import { fact } from './fact.ts';

export function mergeInto(personId: string, command: MergeInto): PersonEvent[] {
  const { survivorId, reason } = command;
  if (survivorId === personId) throw new RuleBroken('person/merge-into-itself', { personId });
  const merged = { ...fact('PersonMerged', command), into: survivorId };
  return reason.basis === 'officer'
    ? [{ ...merged, reason: 'officer' }]
    : [{ ...merged, reason: 'likeness', score: reason.score.value }];
}

export function undoMerge(personId: string, { mergedInto }: PersonState, command: UndoMerge): PersonEvent[] {
  if (mergedInto === undefined) throw new RuleBroken('person/not-merged', { personId });
  return [{ ...fact('MergeUndone', command), from: mergedInto }];
}
