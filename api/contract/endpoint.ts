import type { Request } from 'express';
import type { z } from 'zod';
import type { Between, Place } from '../../activities/ports/lookups.ts';
import type { GivenTo } from '../access/given-to.ts';
import type { Action } from '../access/matrix.ts';
import type { Staff } from '../access/staff.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Words } from '../problem.ts';
import type { Identity } from '../request-identity.ts';
import type { Held } from './held.ts';
import type { Tag } from './tags.ts';

/** What a path's `:id` names. Its district decides who may ask about it. */
export type Subject =
  | 'bulk-run'
  | 'case'
  | 'clinic'
  | 'contact'
  | 'export'
  | 'hand-over'
  | 'information-request'
  | 'isolation'
  | 'living-support'
  | 'person'
  | 'route'
  | 'staff-account'
  | 'supplies'
  | 'survey'
  | 'task'
  | 'test'
  | 'webhook-subscription';

/** One request, authorised and parsed. */
export type Asked<Params, Query, Body> = Readonly<{
  params: Params;
  query: Query;
  body: Body;
  staff: Staff;
  /** Where what `:id` names belongs, or what the body names in its stead. */
  place: Place | undefined;
  language: keyof Words;
  /** @throws Refusal `idempotency-key/missing` */
  identity: () => Identity;
  /** The version that was read. @throws Refusal `if-match/missing` */
  expectedVersion: () => number;
  request: Request;
}>;

export type Shown = Readonly<{
  kind: Subject;
  id?: string | undefined;
  personId?: string | undefined;
  caseId?: string | undefined;
}>;

/** What the endpoint answers; the status is the one that it declares. */
export type Answer = Readonly<{
  body?: unknown;
  /** The version of what was read or changed. */
  version?: number;
  location?: string;
  headers?: Readonly<Record<string, string>>;
  /** Whose personal data it shows, or who came to be by it: each leaves a record of the access. Unsaid, it is `about`. */
  shown?: readonly Shown[];
  /** Of lines, where it is not the one that is declared: what the client asked for by `Accept`. */
  type?: string;
  /** Instead of a body: written as it comes, as long as the reader reads. */
  lines?: AsyncIterable<string | Uint8Array>;
}>;

export type AnswerTerms = Readonly<{
  status: 200 | 201 | 202;
  schema: z.ZodType;
  /** `application/json` where nothing is said. */
  type?: string;
  /** Text instead, where the client asks for it by `Accept`; or what a file may be, whichever was asked for. */
  alsoAs?: string | readonly string[];
  etag?: true;
  location?: true;
}>;

export type Terms<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> = Readonly<{
  method: 'get' | 'post';
  /** As express reads it: `/cases/:id/death`. */
  path: string;
  tag: Tag;
  /** How it is treated when more is asked than can be answered: intake goes on, what is heavy waits first. */
  load?: 'intake' | 'heavy' | 'files' | 'counting' | 'waiting';
  /** What it does, in one line. */
  does: Words;
  /** What a newcomer has to know beside that. */
  more?: Words;
  /** The right that it takes. Without one it is open to everybody who can reach the server. */
  action?: Action;
  /** What `:id` in the path names. */
  about?: Subject;
  /** Every id that path, query or body name beside `:id`, by where it stands (`person.personId`), and how each is held. */
  names?: Readonly<Record<string, Held>>;
  /** Only the district in which it is at home: none that is responsible for something of it beside that. */
  onlyAtHome?: true;
  /** A further right, which what `:id` names asks for. */
  alsoNeeds?: (place: Place) => Action | undefined;
  /** To whom it gives work there: an account that may do it. */
  givenTo?: GivenTo;
  /**
   * Of what lies between two districts: whose it is to do. The other one is told so; both may where nothing is said.
   */
  side?: keyof Between;
  /** In which district it acts, where the request itself says so. */
  districtOf?: (asked: Readonly<{ query: z.output<Query>; body: z.output<Body> }>) => string | undefined;
  params?: Params;
  query?: Query;
  body?: Body;
  /** A body that can be sent as it stands. */
  example?: z.input<Body>;
  /** What the body is, where it is not JSON that the parser reads. */
  consumes?: 'text/csv' | 'signed bytes';
  needsKey?: true;
  needsVersion?: true;
  answer: AnswerTerms;
  /** Refusals of the domain that may come: codes, or the part before the slash for all of that family. */
  problems?: readonly string[];
}>;

export type Endpoint = Terms &
  Readonly<{ handle: (uses: Dependencies, asked: Asked<never, never, never>) => Promise<Answer> }>;

/** One endpoint, declared once: its checks, its types, its page and its tests come from here. */
export function endpoint<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  terms: Terms<Params, Query, Body>,
  handle: (
    uses: Dependencies,
    asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Answer>,
): Endpoint {
  return { ...terms, handle } as unknown as Endpoint;
}
