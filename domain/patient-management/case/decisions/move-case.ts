import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { MoveCase } from '../case.commands.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { fact } from './fact.ts';

/** Quiet when it is there already. */
export function moveCase(state: CaseState, command: MoveCase): CaseEvent[] {
  const { handOverId, from, to } = command;
  if (state.district === to.code) return [];
  if (state.district !== from.code) throw new RuleBroken('case/in-another-district');
  return [{ ...fact('CaseMoved', command), handOverId, from: from.code, to: to.code }];
}
