import type { ReopeningReason } from '../../domain/epidemiological-investigation/route/route.commands.ts';
import { routeCommand, type RouteRequest } from './route-command.ts';

export const finishRoute = routeCommand<RouteRequest>((_input, by) => ({ type: 'FinishRoute', ...by }));

export const reopenRoute = routeCommand<RouteRequest & Readonly<{ reason: ReopeningReason }>>(
  (input, by) => ({ type: 'ReopenRoute', reason: input.reason, ...by }),
);
