import { expect, test } from '@jest/globals';
import { drawVisits } from '../../../activities/epidemiological-investigation/draw-visits.ts';
import type { Repository } from '../../../activities/ports/repository.ts';
import type { Route } from '../../../domain/epidemiological-investigation/route/route.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { staffId } from '../../../domain/shared-kernel/staff-id.ts';
import { idEnding } from '../../support/investigation-fixtures.ts';
import { aRoute } from '../../support/aggregate-makers.ts';

test('a visit that a source places in a district of which nobody knows is kept, one that cannot be is left out', async () => {
  const route = aRoute();
  const routes = {
    load: () => Promise.resolve({ aggregate: route }),
    save: () => Promise.resolve(undefined),
  } as unknown as Repository<Route>;
  let ids = 100;
  const uses = { routes, newId: () => idEnding((ids += 1)), maximumVisitsPerRoute: 9 };
  const visit = (district: string) => ({
    place: `P-${district}`,
    district,
    from: '2026-03-05T10:00:00Z',
    to: '2026-03-05T11:00:00Z',
  });
  const drawn = await drawVisits(uses, {
    routeId: route.id,
    source: 'card',
    places: [visit('11110'), visit('99999'), visit('1111')],
    by: { by: staffId('investigator'), at: Instant.of('2026-03-10T00:00:00Z') },
  });
  expect(drawn).toEqual({ visits: 2, leftOut: 1 });
});
