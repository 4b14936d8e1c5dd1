import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { EffectOwner } from '../ports/effect-log.ts';

/** Who and when, of a step that an isolation's process takes by itself. */
export const byIsolationProcess = ({ at }: Readonly<{ at: string }>): By => ({
  by: 'process:isolation',
  at: Instant.of(at),
});

export const ownerOf = (id: string, { caseId }: IsolationState): EffectOwner => ({
  kind: 'isolation',
  id,
  ...(caseId === undefined ? {} : { caseId }),
});

/** A case's notices keep the key that they had when the case's own process sent them: nobody is told twice. */
export const keyOfNotice = (id: string, { kind, caseId }: IsolationState, name: string): string =>
  kind === 'isolation' && caseId !== undefined ? `case:${caseId}:${name}` : `isolation:${id}:${name}`;

/** The notice of the order itself. */
export const keyOfFirstNotice = (id: string, state: IsolationState): string =>
  keyOfNotice(id, state, state.kind === 'isolation' ? 'isolation-notice' : 'quarantine-notice');
