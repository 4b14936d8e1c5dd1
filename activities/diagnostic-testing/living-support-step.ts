import type { LivingSupportState } from '../../domain/diagnostic-testing/living-support/living-support.state.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { EffectOwner } from '../ports/effect-log.ts';

/** Who and when, of a step that a claim's process takes by itself. */
export const byLivingSupportProcess = ({ at }: Readonly<{ at: string }>): By => ({
  by: 'process:living-support',
  at: Instant.of(at),
});

/** What the payment system says is told in its name, whoever asked it. */
export const byPaymentSystem = ({ at }: Readonly<{ at: string }>): By => ({
  by: 'living-support-payments',
  at: Instant.of(at),
});

export const ownerOfClaim = (id: string, { caseId }: LivingSupportState): EffectOwner => ({
  kind: 'living-support',
  id,
  ...(caseId === undefined ? {} : { caseId }),
});

export const transferKey = (id: string, attempt: number): string => `living-support:${id}:payment:${attempt}`;
export const recallKey = (id: string, reversals: number): string =>
  `living-support:${id}:recall:${reversals}`;
