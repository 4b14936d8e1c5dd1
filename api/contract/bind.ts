import express, {
  Router,
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { refuse } from '../api-problems.ts';
import { roomForStrangers } from '../access/strangers.ts';
import { reasonOf } from '../access/reasons.ts';
import { recorder } from '../access/recorder.ts';
import { mayEver, type Staff } from '../access/staff.ts';
import type { Dependencies } from '../dependencies.ts';
import { problemOf } from '../failures.ts';
import { parse } from '../parse.ts';
import { languageOf } from '../problem.ts';
import { textOf } from '../imports/list-text.ts';
import { expectedVersion, identity, type WithRawBody } from '../request-identity.ts';
import { nothing } from '../schemas/basics.ts';
import { admission, kindOf, type Leave } from './admission.ts';
import { byPath } from './by-path.ts';
import type { Asked, Endpoint } from './endpoint.ts';
import { send } from './send.ts';
import { withinReach } from './within-reach.ts';

/** The endpoints as express serves them: who asks, whether they may, what they ask, what they are told. */
export function bound(endpoints: readonly Endpoint[], uses: Dependencies, room = admission()): Router {
  const routes = Router();
  const strangers = roomForStrangers();
  /** Asked of the store each time: nothing that is remembered lets anybody in. @throws Refusal `access/revoked` */
  const refuseRevoked = async ({ action }: Endpoint, { id }: Staff): Promise<void> => {
    if (action !== undefined && (await uses.isRevoked(id))) throw refuse('access/revoked');
  };
  const serve = (one: Endpoint): void => {
    const kind = kindOf(one);
    const withRoom: RequestHandler = (_request, response, next) => {
      const leave = room.enter(kind);
      if (leave === undefined) throw refuse('server/busy');
      response.once('close', leave);
      next();
    };
    const staff = new WeakMap<Request, Staff>();
    const records = recorder(one, uses);
    /** Before a body is read: whoever may not ask is not listened to. */
    const admitted: RequestHandler = async (request, response, next) => {
      const who = one.action === undefined ? NOBODY : await uses.staffOf(request);
      if (who !== NOBODY) keepShare(room.share(kind, who.id), response);
      staff.set(request, who);
      await refuseRevoked(one, who);
      if (one.action !== undefined && !mayEver(who, one.action)) throw refuse('access/not-allowed');
      next();
    };
    const handled: RequestHandler = async (request, response) => {
      // A body may be long in coming, and access revoked meanwhile.
      if (one.method === 'post') await refuseRevoked(one, staff.get(request) ?? NOBODY);
      const asked = askedOf(one, request, staff.get(request) ?? NOBODY);
      const place = await withinReach(one, uses, asked);
      const answer = await one.handle(uses, { ...asked, place } as Asked<never, never, never>);
      await records.allowed({ request, staff: asked.staff, place }, answer); // nothing is told that is not on record
      await send(response, one, answer);
    };
    /** A refusal is on record too, whatever it is for, and whoever asked. */
    const refused: ErrorRequestHandler = async (error, request, _response, _next) => {
      const who = staff.get(request);
      if (who !== undefined) await records.refused({ request, staff: who }, error);
      else if (isUnknown(error) && strangers.enter()) await records.refused({ request }, error);
      throw error;
    };
    routes[one.method](one.path, withRoom, admitted, ...bodyOf(one), handled, refused);
  };
  for (const [path, own] of byPath(endpoints)) {
    own.forEach(serve);
    const methods = own.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : ['POST']));
    routes.all(path, (_request, response) => {
      response.set('allow', methods.join(', '));
      throw refuse('request/method-not-allowed');
    });
  }
  return routes;
}

const keepRaw = (request: unknown, _response: unknown, bytes: Buffer): void => {
  (request as WithRawBody).rawBody = bytes;
};
const json = express.json({
  limit: '256kb',
  type: ['application/json', 'application/fhir+json'],
  verify: keepRaw,
});
const csv = express.raw({ limit: '4mb', type: 'text/csv', verify: keepRaw });
const bytes: RequestHandler[] = [
  express.raw({ limit: '256kb', type: () => true }),
  (request, _response, next) => {
    request.body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    next();
  },
];

/** A body of another kind is not taken for none. */
const refuseUnread: RequestHandler = (request, _response, next) => {
  const sent = request.get('transfer-encoding') !== undefined || Number(request.get('content-length')) > 0;
  if (sent && request.body === undefined) throw refuse('request/not-json');
  next();
};

function bodyOf({ method, consumes }: Endpoint): readonly RequestHandler[] {
  if (method === 'get') return [];
  if (consumes === undefined) return [json, refuseUnread];
  if (consumes === 'signed bytes') return bytes;
  return [
    csv,
    (request, _response, next) => {
      if (!Buffer.isBuffer(request.body)) throw refuse('import/not-csv');
      request.body = textOf(request.body, request.get('content-type') ?? '');
      next();
    },
  ];
}

/** @throws Refusal `client/too-many-at-once` */
function keepShare(leave: Leave | undefined, response: Response): void {
  if (leave === undefined) throw refuse('client/too-many-at-once');
  if (response.closed)
    leave(); // who hung up while their token was checked
  else response.once('close', leave);
}
const isUnknown = (error: unknown): boolean => problemOf(error)?.code === 'token/missing-or-unknown';

const NOBODY: Staff = { id: 'nobody', roles: [], jurisdictions: [] };

type Parsed = Omit<Asked<unknown, unknown, unknown>, 'place'>;

function askedOf(one: Endpoint, request: Request, staff: Staff): Parsed {
  if (one.action !== undefined) reasonOf(request); // one that is not on the list is refused wherever it comes
  return {
    params: parse(one.params ?? nothing, request.params),
    query: parse(one.query ?? nothing, request.query),
    body: one.method === 'get' ? undefined : parse(one.body ?? nothing, request.body ?? {}),
    staff,
    language: languageOf(request),
    identity: () => identity(request, staff.id),
    expectedVersion: () => expectedVersion(request),
    request,
  };
}
