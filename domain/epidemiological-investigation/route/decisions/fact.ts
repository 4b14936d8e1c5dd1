import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { RouteEvent } from '../route.events.ts';
import type { RouteState } from '../route.state.ts';
import type { Stay } from '../stay.ts';
import { visitNamed, type Visit } from '../visit.ts';

/** The part that every event of a route shares. */
export function fact<Type extends RouteEvent['type']>(type: Type, { by, at }: By, caseId: string) {
  return { type, v: 1, at: at.toString(), by, caseId } as const;
}

/** A finished route accepts no change. */
export function needsOpen({ stage }: RouteState): void {
  if (stage === 'finished') throw new RuleBroken('route/already-finished');
}

export function needsVisit(visits: readonly Visit[], visitId: string): Visit {
  const visit = visitNamed(visits, visitId);
  if (visit === undefined) throw new RuleBroken('route/visit-not-found', { visitId });
  return visit;
}

export function notInTheFuture({ to }: Stay, { at }: By): void {
  if (to.isAfter(at)) throw new InvalidValue('visit/in-the-future', { field: 'to' });
}
