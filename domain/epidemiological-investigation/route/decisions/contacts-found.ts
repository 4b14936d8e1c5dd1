import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { placeId } from '../../place-id.ts';
import type { DeclareAllContactsFound, WithdrawAllContactsFound } from '../route.commands.ts';
import type { RouteEvent } from '../route.events.ts';
import { placesFound, type RouteState } from '../route.state.ts';
import { fact } from './fact.ts';

/** Quiet when it is declared. */
export function declare(state: RouteState, command: DeclareAllContactsFound): RouteEvent[] {
  const { placeId } = command;
  const isOnRoute = state.visits.some((visit) => visit.placeId === placeId && visit.standing !== 'rejected');
  if (!isOnRoute) throw new RuleBroken('route/place-not-visited', { placeId });
  if (placesFound(state).includes(placeId)) return [];
  return [{ ...fact('AllContactsFound', command, state.caseId), placeId }];
}

/** Quiet when it is not declared. */
export function withdraw(state: RouteState, command: WithdrawAllContactsFound): RouteEvent[] {
  const { placeId } = command;
  if (!placesFound(state).includes(placeId)) return [];
  return [{ ...fact('AllContactsFoundWithdrawn', command, state.caseId), placeId }];
}

const TELLS_OF_A_STAY = ['VisitRecorded', 'VisitEvidenceAdded', 'VisitTimesCorrected'] as const;
type Told = Extract<RouteEvent, Readonly<{ type: (typeof TELLS_OF_A_STAY)[number] }>>;
const tellsOfAStay = (event: RouteEvent): event is Told =>
  TELLS_OF_A_STAY.some((type) => type === event.type);

/** Another stay at the place, or other times there: who was there then is not known to be found. */
export function outdated(state: RouteState, { by, at }: By, events: readonly RouteEvent[]): RouteEvent[] {
  return events
    .filter(tellsOfAStay)
    .flatMap((event) =>
      withdraw(state, { type: 'WithdrawAllContactsFound', placeId: placeId(event.placeId), by, at }),
    );
}
