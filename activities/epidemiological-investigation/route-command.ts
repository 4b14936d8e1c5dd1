import type { RouteCommand } from '../../domain/epidemiological-investigation/route/route.commands.ts';
import type { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';

export type RouteUses = Readonly<{ routes: Repository<Route>; clock: Clock }>;
export type RouteRequest = Request & Readonly<{ routeId: string }>;
export type VisitRequest = RouteRequest & Readonly<{ visitId: string }>;

/** A use case that asks one route for one thing. */
export const routeCommand =
  <Input extends RouteRequest>(make: (input: Input, by: By) => RouteCommand) =>
  ({ routes, clock }: RouteUses) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, { by: input.by, at: Instant.of(await clock.now()) });
    return change(routes, input.routeId, input, (route) => route.execute(asked));
  };
