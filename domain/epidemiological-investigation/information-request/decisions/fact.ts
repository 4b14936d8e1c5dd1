import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { InformationRequestEvent } from '../information-request.events.ts';
import type { InformationRequestState } from '../information-request.state.ts';

/** The part that every event of a look-up shares. */
export function fact<Type extends InformationRequestEvent['type']>(
  type: Type,
  { by, at }: By,
  { caseId, kind }: Pick<InformationRequestState, 'caseId' | 'kind'>,
) {
  return { type, v: 1, at: at.toString(), by, caseId, kind } as const;
}

export function needsApproval({ stage, approvedBy }: InformationRequestState): void {
  if (stage === 'rejected') throw new RuleBroken('information-request/rejected');
  if (approvedBy === undefined) throw new RuleBroken('information-request/not-approved');
}

/** An approved look-up with a result. */
export function needsResult(state: InformationRequestState): void {
  needsApproval(state);
  if (state.recordCount === undefined) throw new RuleBroken('information-request/no-result');
}

/** A look-up of the case itself. */
export function needsPerson({ venue }: InformationRequestState): void {
  if (venue !== undefined) throw new RuleBroken('information-request/of-a-venue');
}
