import { placeId } from '../../domain/epidemiological-investigation/place-id.ts';
import type { RecordRoute } from '../../domain/epidemiological-investigation/route/route.commands.ts';
import { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import { visitId } from '../../domain/epidemiological-investigation/route/visit-id.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, routeId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { change, create, theirsOrOurs } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type RecordRouteInput = Request &
  Readonly<{
    caseId: string;
    visits: readonly Readonly<{ placeId: string; district: string; day: string }>[];
  }>;
type Recording = Pick<Uses, 'routes' | 'cases' | 'clock' | 'newId' | 'maximumVisitsPerRoute'> &
  Readonly<{ lookups: Pick<Uses['lookups'], 'routeOfCase'> }>;

/**
 * A list tells on which days a case was where. A route of its own, which nobody investigates, unless the case has one: then
 * what is new joins it. The nightly sweep destroys these visits like any others: the days for which they are kept are counted
 * from the last thing that happened to the route or its case, so from the recording, not from the day of the visit.
 */
export const recordRoute =
  ({ routes, cases, lookups, clock, newId, maximumVisitsPerRoute: maximumVisits }: Recording) =>
  async (input: RecordRouteInput): Promise<Receipt> => {
    const aCase = (await cases.load(input.caseId)).aggregate;
    const command: RecordRoute = {
      type: 'RecordRoute',
      caseId: caseId(aCase.id),
      district: District.recorded(aCase.state.district),
      visits: input.visits.map((visit) => ({
        visitId: visitId(newId()),
        placeId: placeId(visit.placeId),
        district: District.of(visit.district),
        day: LocalDate.of(visit.day),
      })),
      maximumVisits,
      by: input.by,
      at: Instant.of(await clock.now()),
    };
    const intoKnown = async (): Promise<Receipt | undefined> => {
      const known = await lookups.routeOfCase(aCase.id);
      return known === undefined
        ? undefined
        : change(routes, known, input, (route) => route.execute(command));
    };
    return theirsOrOurs(intoKnown, () => {
      const route = Route.unbegun(routeId(newId()));
      route.execute(command);
      return create(routes, route, input);
    });
  };
