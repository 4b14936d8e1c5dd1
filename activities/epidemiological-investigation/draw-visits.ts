import { placeId } from '../../domain/epidemiological-investigation/place-id.ts';
import type { EvidenceSource } from '../../domain/epidemiological-investigation/route/evidence.ts';
import type { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import { Stay } from '../../domain/epidemiological-investigation/route/stay.ts';
import { visitId } from '../../domain/epidemiological-investigation/route/visit-id.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { DomainError } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Uses } from '../uses.ts';
import type { SightedPlace } from './look-up-provider.ts';

export type Sightings = Readonly<{
  routeId: string;
  source: EvidenceSource;
  places: readonly SightedPlace[];
  /** Nothing outside of it is taken over. */
  within?: Stay;
  by: By;
}>;

/**
 * What a source tells, as visits of a route: told again it is quiet. A route that was finished is opened again by new
 * evidence. `leftOut`: what tells of no visit that may stand there.
 * A district that is not in our table yet is kept: what a source tells is evidence.
 */
export async function drawVisits(
  uses: Pick<Uses, 'routes' | 'newId' | 'maximumVisitsPerRoute'>,
  { routeId, source, places, within, by }: Sightings,
): Promise<Readonly<{ visits: number; leftOut: number }>> {
  let visits = 0;
  await change(uses.routes, routeId, {}, (route) => {
    visits = 0;
    for (const place of places) {
      try {
        if (drawn(route, place)) visits += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error; // a code, a time or a district that cannot be
      }
    }
  });
  return { visits, leftOut: places.length - visits };

  function drawn(route: Route, { place, district, from, to }: SightedPlace): boolean {
    const told = Stay.of(Instant.of(from), Instant.of(to));
    const stay = within === undefined ? told : told.within(within);
    if (stay === undefined) return false;
    const sighting = { source, placeId: placeId(place), district: District.recorded(district), stay };
    if (route.state.stage === 'finished') {
      if (route.knows(sighting)) return true;
      route.execute({ type: 'ReopenRoute', reason: 'new-evidence', ...by });
    }
    route.execute({
      type: 'RecordVisit',
      visitId: visitId(uses.newId()),
      ...sighting,
      maximumVisits: uses.maximumVisitsPerRoute,
      ...by,
    });
    return true;
  }
}
