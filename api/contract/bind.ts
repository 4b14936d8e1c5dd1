import { once } from 'node:events';
import { Router, type Request, type Response } from 'express';
import { refuse } from '../api-problems.ts';
import { mayEver, mayIn, type Staff } from '../access/staff.ts';
import type { Place } from '../../activities/ports/lookups.ts';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { languageOf } from '../problem.ts';
import { nothing } from '../schemas/basics.ts';
import { expectedVersion, identity } from '../request-identity.ts';
import { refusedAs } from './absent.ts';
import type { Answer, Asked, Endpoint, Subject } from './endpoint.ts';

const PATIENCE_MILLISECONDS = 30_000;

/** The endpoints as express serves them: who asks, whether they may, what they ask, what they are told. */
export function bound(endpoints: readonly Endpoint[], uses: Dependencies): Router {
  const routes = Router();
  for (const one of endpoints) {
    routes[one.method](one.path, async (request, response) => {
      const staff = await authorised(one, uses, request);
      const asked = askedOf(one, request, staff);
      const place = await withinReach(one, uses, asked);
      await send(response, one, await one.handle(uses, { ...asked, place } as Asked<never, never, never>));
    });
  }
  return routes;
}

/** @throws Refusal `token/missing-or-unknown`, `access/not-allowed`: the same whatever the request is about */
async function authorised({ action }: Endpoint, uses: Dependencies, request: Request): Promise<Staff> {
  if (action === undefined) return NOBODY;
  const staff = await uses.staffOf(request);
  if (!mayEver(staff, action)) throw refuse('access/not-allowed');
  return staff;
}
const NOBODY: Staff = { id: 'nobody', roles: [], jurisdictions: [] };

type Parsed = Omit<Asked<unknown, unknown, unknown>, 'place'>;

function askedOf(one: Endpoint, request: Request, staff: Staff): Parsed {
  return {
    params: one.params === undefined ? {} : parse(one.params, request.params),
    query: parse(one.query ?? nothing, request.query),
    body: one.method === 'get' ? undefined : parse(one.body ?? nothing, request.body ?? {}),
    staff,
    language: languageOf(request),
    identity: () => identity(request, staff.id),
    expectedVersion: () => expectedVersion(request),
    request,
  };
}

/** What lies in another district is refused in the very words in which something that does not exist is. */
async function withinReach(
  { action, about, aboutInBody, alsoNeeds, districtOf }: Endpoint,
  uses: Dependencies,
  { staff, query, body, request }: Parsed,
): Promise<Place | undefined> {
  if (action === undefined) return undefined;
  const district = districtOf?.({ query, body });
  if (district !== undefined && !mayIn(staff, action, district)) throw refuse('access/not-in-this-district');
  const reached = async (kind: Subject, id: string): Promise<Place> => {
    const place = await uses.placeOf({ kind, id });
    if (place === undefined || !mayIn(staff, action, place.district)) throw refusedAs(kind);
    return place;
  };
  const inPath = about === undefined ? undefined : await reached(about, String(request.params['id']));
  const further = inPath === undefined ? undefined : alsoNeeds?.(inPath);
  if (inPath !== undefined && further !== undefined && !mayIn(staff, further, inPath.district)) {
    throw refuse('access/not-allowed');
  }
  const named = aboutInBody?.(body as never);
  const inBody = named === undefined ? undefined : await reached(named.kind, named.id);
  return inPath ?? inBody;
}

async function send(response: Response, { answer }: Endpoint, given: Answer): Promise<void> {
  response.status(answer.status);
  if (given.version !== undefined) response.set('etag', `"${given.version}"`);
  if (given.location !== undefined) response.location(given.location);
  response.set(given.headers ?? {});
  if (given.lines === undefined) {
    response.json(given.body);
    return;
  }
  response.type(answer.type ?? 'application/x-ndjson').set('cache-control', 'no-store');
  for await (const line of given.lines) {
    if (response.destroyed) return;
    if (!response.write(line)) {
      await Promise.race([once(response, 'drain'), once(response, 'close'), patience(response)]);
    }
  }
  response.end();
}

/** Whoever reads nothing for so long is let go. */
const patience = (response: Response): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => {
      response.destroy();
      resolve();
    }, PATIENCE_MILLISECONDS).unref();
    const done = (): void => clearTimeout(timer);
    response.once('drain', done).once('close', done);
  });
