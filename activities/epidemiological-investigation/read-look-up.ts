import { Stay } from '../../domain/epidemiological-investigation/route/stay.ts';
import { isNoCase } from '../../domain/patient-management/case/case.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { change } from '../change.ts';
import { holdWhileInDoubt } from '../hold-while-in-doubt.ts';
import type { SubjectStep, Uses } from '../uses.ts';
import { beginInvestigation } from './begin-route.ts';
import { drawVisits } from './draw-visits.ts';
import { keeperOf } from './look-up-provider.ts';
import { byLookUpProcess } from './look-up-step.ts';

/**
 * Reads the records at the provider and keeps of them the places and times that the route needs, nothing else. That they
 * were read is on record before they are. Quiet when it was done, or when the records are gone.
 */
export const readLookUp =
  (uses: Uses) =>
  async (step: SubjectStep): Promise<void> => {
    const { informationRequests, cases, lookups } = uses;
    const { id, at, commandId } = step;
    const { state } = (await informationRequests.load(id)).aggregate;
    const { caseId, resultReference, visitsDrawnAt, kind, periodFrom, periodTo } = state;
    if (visitsDrawnAt !== undefined || resultReference === undefined) return;
    const aCase = (await cases.load(caseId)).aggregate.state;
    if (isNoCase(aCase)) return; // its records are not read; they go on their day
    holdWhileInDoubt(aCase, caseId);
    const by = byLookUpProcess(step);
    const consultation = { type: 'ConsultRecords', purpose: 'route', ...by } as const;
    await change(informationRequests, id, {}, (lookUp) => lookUp.execute(consultation));
    const { source, sightings } = keeperOf(uses, kind);
    const places = await sightings(resultReference);
    await beginInvestigation(uses)({ caseId, at, commandId: `${commandId}:route` });
    const routeId = await lookups.routeOfCase(caseId);
    if (routeId === undefined) return; // no case any more: nothing of its records is kept
    const within = Stay.of(
      Instant.onDayInSeoul(LocalDate.of(periodFrom), 0),
      Instant.onDayInSeoul(LocalDate.of(periodTo).plusDays(1), 0),
    );
    const drawn = await drawVisits(uses, { routeId, source, places, within, by });
    await change(informationRequests, id, {}, (lookUp) =>
      lookUp.execute({ type: 'RecordVisitsDrawn', ...drawn, ...by }),
    );
  };
