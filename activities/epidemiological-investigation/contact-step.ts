import type { ContactState } from '../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { EffectOwner } from '../ports/effect-log.ts';

export const CONTACT_PROCESS = 'process:contact';

/** Who and when, of a step that a contact's process takes by itself. */
export const byContactProcess = ({ at }: Readonly<{ at: string }>): By => ({
  by: CONTACT_PROCESS,
  at: Instant.of(at),
});

/** A contact's effects stand in the history of the source case. */
export const ownerOf = (id: string, { sourceCaseId }: ContactState): EffectOwner => ({
  kind: 'contact',
  id,
  caseId: sourceCaseId,
});
