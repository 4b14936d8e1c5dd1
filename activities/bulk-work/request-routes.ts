import { routeRows } from '../../domain/bulk-work/listed-route.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Uses } from '../uses.ts';
import { keptAsRun, type ListHandedIn } from './request-import.ts';

/** A list of visits: the routes of patients whose cases a list of the same source has made. */
export const requestRoutes =
  (uses: Uses) =>
  async (asked: ListHandedIn): Promise<Receipt> => {
    const at = await uses.clock.now();
    const { headings, lines, within = [District.of(asked.district).code] } = asked;
    const rows = routeRows({ headings, lines }, Instant.of(at).dateInSeoul());
    return keptAsRun(uses, asked, { rows, at, more: { rows: 'routes', within: within.join(' ') } });
  };
