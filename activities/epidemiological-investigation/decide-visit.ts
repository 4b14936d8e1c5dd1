import type { RejectionReason } from '../../domain/epidemiological-investigation/route/route.commands.ts';
import { Stay } from '../../domain/epidemiological-investigation/route/stay.ts';
import { visitId } from '../../domain/epidemiological-investigation/route/visit-id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { routeCommand, type VisitRequest } from './route-command.ts';

/** An investigator says what a visit comes to. */
export const establishVisit = routeCommand<VisitRequest>((input, by) => ({
  type: 'EstablishVisit',
  visitId: visitId(input.visitId),
  ...by,
}));

export const rejectVisit = routeCommand<VisitRequest & Readonly<{ reason: RejectionReason }>>(
  (input, by) => ({ type: 'RejectVisit', visitId: visitId(input.visitId), reason: input.reason, ...by }),
);

export const correctVisitTimes = routeCommand<VisitRequest & Readonly<{ from: string; to: string }>>(
  (input, by) => ({
    type: 'CorrectVisitTimes',
    visitId: visitId(input.visitId),
    stay: Stay.of(Instant.of(input.from), Instant.of(input.to)),
    ...by,
  }),
);
