import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { DoubtIdentity, ResolveIdentity } from '../case.commands.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { fact, needsUnsettled } from './fact.ts';

/** 신원 의심: after the release too, for living support is still judged and paid. Quiet while it is in doubt already. */
export function doubt(state: CaseState, command: DoubtIdentity): CaseEvent[] {
  needsUnsettled(state);
  if (state.identityInDoubt !== undefined) return [];
  return [{ ...fact('IdentityDoubted', command), reason: command.reason }];
}

/** Only what is in doubt can be resolved; also of a case that has ended meanwhile, whose last notice is held. */
export function resolve(state: CaseState, command: ResolveIdentity): CaseEvent[] {
  if (state.identityInDoubt === undefined) {
    needsUnsettled(state);
    throw new RuleBroken('case/identity-not-in-doubt');
  }
  const { taskId } = command;
  return [{ ...fact('IdentityResolved', command), ...(taskId === undefined ? {} : { taskId }) }];
}
