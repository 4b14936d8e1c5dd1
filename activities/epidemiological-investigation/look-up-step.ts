import type { InformationRequestState } from '../../domain/epidemiological-investigation/information-request/information-request.state.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { EffectOwner } from '../ports/effect-log.ts';

/** Who and when, of a step that a look-up's process takes by itself. */
export const byLookUpProcess = ({ at }: Readonly<{ at: string }>): By => ({
  by: 'process:information-request',
  at: Instant.of(at),
});

export const ownerOfLookUp = (id: string, { caseId }: InformationRequestState): EffectOwner => ({
  kind: 'information-request',
  id,
  caseId,
});

/** Keys of a look-up's effects, whoever has them: its process, or the sweep of what is past its date. */
export const keyOfLookUp = (id: string, step: KeyStep): string => `information-request:${id}:${step}`;
type KeyStep = `${'entry-log' | 'card-history'}-${'submission' | 'destruction'}` | 'person-notice';
