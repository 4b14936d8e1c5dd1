import { Instant } from '../../../shared-kernel/instant.ts';
import type { LocalDate } from '../../../shared-kernel/local-date.ts';
import type { RecordRoute } from '../route.commands.ts';
import type { RouteEvent } from '../route.events.ts';
import { evolveRoute, type RouteState } from '../route.state.ts';
import { Stay } from '../stay.ts';
import { sightingsOf, stayOf } from '../visit.ts';
import { fact } from './fact.ts';
import { record } from './visits.ts';

/** Visits that are known are quiet: told by a list before, or by a better source of that day. */
export function recordRoute(state: RouteState | undefined, command: RecordRoute): RouteEvent[] {
  const { by, at, maximumVisits } = command;
  const begun: RouteEvent[] =
    state === undefined
      ? [{ ...fact('RouteRecorded', command, command.caseId), district: command.district.code }]
      : [];
  return command.visits.reduce<RouteEvent[]>((told, { visitId, placeId, district, day }) => {
    const known = told.reduce<RouteState | undefined>(evolveRoute, state) as RouteState;
    const stay = dayLong(day, at);
    if (isKnownThere(known, placeId, stay)) return told;
    const visit = { type: 'RecordVisit', visitId, source: 'list', placeId, district, stay } as const;
    return [...told, ...record(known, { ...visit, maximumVisits, by, at })];
  }, begun);
}

/** The whole day; of the day on which it is recorded, what has passed of it. */
function dayLong(day: LocalDate, at: Instant): Stay {
  const [from, to] = [Instant.onDayInSeoul(day, 0), Instant.atEndOfDayInSeoul(day)];
  return Stay.of(from, to.isAfter(at) && !from.isAfter(at) ? at : to);
}

/** Also of a visit whose times somebody has corrected since, whether it was there or not. */
const isKnownThere = ({ visits }: RouteState, place: string, day: Stay): boolean =>
  sightingsOf(visits).some(
    (one) =>
      one.placeId === place && [one, one.corrected ?? one].some((times) => stayOf(times).overlaps(day)),
  );
