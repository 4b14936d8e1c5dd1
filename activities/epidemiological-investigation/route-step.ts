import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';

/** Who and when, of a step that an investigation takes by itself. */
export const byInvestigation = ({ at }: Readonly<{ at: string }>): By => ({
  by: 'process:route',
  at: Instant.of(at),
});
