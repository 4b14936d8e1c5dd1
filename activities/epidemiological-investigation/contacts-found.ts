import { placeId } from '../../domain/epidemiological-investigation/place-id.ts';
import { routeCommand, type RouteRequest } from './route-command.ts';

type OfPlace = RouteRequest & Readonly<{ placeId: string }>;

/** An investigator says that all contacts at a place are found, or takes that back. */
export const declareAllContactsFound = routeCommand<OfPlace>((input, by) => ({
  type: 'DeclareAllContactsFound',
  placeId: placeId(input.placeId),
  ...by,
}));

export const withdrawAllContactsFound = routeCommand<OfPlace>((input, by) => ({
  type: 'WithdrawAllContactsFound',
  placeId: placeId(input.placeId),
  ...by,
}));
