import { placeId } from '../../domain/epidemiological-investigation/place-id.ts';
import { Stay } from '../../domain/epidemiological-investigation/route/stay.ts';
import { stayOf, type Visit } from '../../domain/epidemiological-investigation/route/visit.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { RuleSource } from '../case-rules.ts';
import { replay } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import { needsThatCase } from '../look-up-ground.ts';
import { daysThatCount } from './days-that-count.ts';
import { requestInformation, type RequestInformationInput, type RequestUses } from './request-information.ts';
import type { RouteUses, VisitRequest } from './route-command.ts';

export type RequestVenueLookUpInput = VisitRequest &
  Pick<RequestInformationInput, 'legalBasis' | 'requestedBy'>;

/**
 * 장소 출입자 조회: asks who else was at a place while the case was there. Only of a visit that is established, and only of
 * the part on which others could catch it: the names of strangers are asked for no wider than that.
 */
export const requestVenueLookUp =
  (uses: RequestUses & RouteUses & RuleSource) =>
  async ({ routeId, visitId, ...asked }: RequestVenueLookUpInput): Promise<Receipt> => {
    const { aggregate: route, handled } = await uses.routes.load(routeId, asked.commandId);
    if (handled !== undefined) return replay(handled, asked); // though the visit may be none any more
    const { caseId } = route.state;
    const aCase = (await uses.cases.load(caseId)).aggregate.state;
    needsThatCase(aCase);
    const visit = route.establishedVisit(visitId);
    const stay = withinDays(visit, await daysThatCount(uses, aCase, await uses.clock.now()));
    return requestInformation(uses)({
      ...asked,
      caseId,
      kind: 'entryLog',
      periodFrom: stay.from.dateInSeoul().toString(),
      periodTo: stay.to.dateInSeoul().toString(),
      venue: { placeId: placeId(visit.placeId), stay },
    });
  };

function withinDays(
  visit: Visit,
  { from, until }: Readonly<{ from: string | null; until: string | null }>,
): Stay {
  const visited = stayOf(visit);
  const begin = from === null ? visited.from : Instant.onDayInSeoul(LocalDate.of(from), 0);
  const end = until === null ? visited.to : Instant.atEndOfDayInSeoul(LocalDate.of(until));
  const stay = end.isBefore(begin) ? undefined : visited.within(Stay.of(begin, end));
  if (stay === undefined) throw new RuleBroken('information-request/outside-infectious-days');
  return stay;
}
