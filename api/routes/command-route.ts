import type { Request, Router } from 'express';
import type { z } from 'zod';
import type { Receipt } from '../../activities/ports/repository.ts';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { expectedVersion, identity, type Identity } from '../request-identity.ts';
import { sendReceipt } from './answers.ts';

type Asking<Params, Body> = Params & Body & Identity & Readonly<{ expectedVersion: number }>;
type Making<Params, Body> = Params & Body & Identity;

type Terms<Params extends z.ZodType, Body extends z.ZodType> = Readonly<{
  path: string;
  params: Params;
  body: Body;
  /** What the id is called in the answer. */
  name: string;
}>;

/** One POST for one command: who asks, under which key, about what version; the body parsed; the receipt answered. */
export function commandRoute<Params extends z.ZodType<object>, Body extends z.ZodType<object>>(
  routes: Router,
  { actorOf }: Pick<Dependencies, 'actorOf'>,
  { path, params, body, name }: Terms<Params, Body>,
  run: (ask: Asking<z.output<Params>, z.output<Body>>) => Promise<Receipt>,
): void {
  routes.post(path, async (request, response) => {
    const about = asked(request, actorOf, params, body);
    sendReceipt(response, await run({ ...about, expectedVersion: expectedVersion(request) }), name);
  });
}

/** The same for what comes to be: 201 and its address. */
export function creationRoute<Params extends z.ZodType<object>, Body extends z.ZodType<object>>(
  routes: Router,
  { actorOf }: Pick<Dependencies, 'actorOf'>,
  { path, params, body, name, at }: Terms<Params, Body> & Readonly<{ at: string }>,
  run: (ask: Making<z.output<Params>, z.output<Body>>) => Promise<Receipt>,
): void {
  routes.post(path, async (request, response) => {
    const receipt = await run(asked(request, actorOf, params, body));
    response.status(201).location(`${at}/${receipt.id}`);
    sendReceipt(response, receipt, name);
  });
}

function asked<Params extends z.ZodType<object>, Body extends z.ZodType<object>>(
  request: Request,
  actorOf: Dependencies['actorOf'],
  params: Params,
  body: Body,
): Making<z.output<Params>, z.output<Body>> {
  const who = identity(request, actorOf(request));
  return { ...who, ...parse(params, request.params), ...parse(body, request.body ?? {}) };
}
