import type { InformationRequestState } from '../domain/epidemiological-investigation/information-request/information-request.state.ts';
import type { Route } from '../domain/epidemiological-investigation/route/route.ts';
import type { Stay } from '../domain/epidemiological-investigation/route/stay.ts';
import { stayOf } from '../domain/epidemiological-investigation/route/visit.ts';
import type { Case } from '../domain/patient-management/case/case.ts';
import { isNoCase } from '../domain/patient-management/case/case.state.ts';
import type { Lookups } from './ports/lookups.ts';
import type { Repository } from './ports/repository.ts';

export type VenueUses = Readonly<{
  cases: Repository<Case>;
  routes: Repository<Route>;
  lookups: Pick<Lookups, 'routeOfCase'>;
}>;
type Asked = Pick<InformationRequestState, 'caseId' | 'venue'>;

/**
 * Of the stay for which a venue's entry log was asked: the parts at which the case is known to have been there today. None,
 * once the visit is rejected or the case is none. By place and time and not by the visit's id, since evidence joins visits.
 */
export async function knownAtVenue(
  { cases, routes, lookups }: VenueUses,
  { caseId, venue }: Asked,
): Promise<readonly Stay[]> {
  if (venue === undefined || isNoCase((await cases.load(caseId)).aggregate.state)) return [];
  const routeId = await lookups.routeOfCase(caseId);
  if (routeId === undefined) return [];
  const asked = stayOf(venue);
  return (await routes.load(routeId)).aggregate.state.visits.flatMap((visit) => {
    if (visit.standing !== 'established' || visit.placeId !== venue.placeId) return [];
    return stayOf(visit).within(asked) ?? [];
  });
}

/** Whether all of the time that is asked for is still that of an established visit; of the case's own records it always is. */
export async function visitStands(uses: VenueUses, state: Asked): Promise<boolean> {
  if (state.venue === undefined) return true;
  const asked = stayOf(state.venue);
  return (await knownAtVenue(uses, state)).some((stay) => stay.equals(asked));
}
