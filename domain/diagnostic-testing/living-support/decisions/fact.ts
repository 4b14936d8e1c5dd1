import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { InvalidValue } from '../../../shared-kernel/domain-error.ts';
import type { Money } from '../../../shared-kernel/money.ts';
import type { LivingSupportEvent } from '../living-support.events.ts';
import type { LivingSupportState } from '../living-support.state.ts';

/** The part that every event of a claim shares. */
export function fact<Type extends LivingSupportEvent['type']>(
  type: Type,
  claim: Pick<LivingSupportState, 'personId' | 'isolationId' | 'caseId'>,
  { by, at }: By,
) {
  const { personId, isolationId, caseId } = claim;
  const ids = { personId, isolationId, ...(caseId === undefined ? {} : { caseId }) };
  return { type, v: 1, at: at.toString(), by, ...ids } as const;
}

/** @throws InvalidValue `living-support/amount-zero` */
export function neverZero(amount: Money | undefined): void {
  if (amount?.won === 0) throw new InvalidValue('living-support/amount-zero');
}
