import type { z } from 'zod';
import type { Receipt } from '../../activities/ports/repository.ts';
import type { Requests } from '../../activities/index.ts';
import type { Dependencies } from '../dependencies.ts';
import { forPeople } from '../words.ts';
import type { Identity } from '../request-identity.ts';
import {
  endpoint,
  type Answer,
  type Asked,
  type Endpoint,
  type Shown,
  type Subject,
  type Terms,
} from './endpoint.ts';
import { pageOf, receiptOf } from './shapes.ts';

type Schema = z.ZodType<object>;
type Own<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Omit<
  Terms<P, Q, B>,
  'method' | 'needsKey' | 'needsVersion' | 'answer'
>;
/** `name`: what the id is called in the answer. */
type Named<P extends z.ZodType, B extends z.ZodType> = Own<P, z.ZodType, B> & Readonly<{ name: string }>;
type Making<P, B> = P & B & Identity;
type Changing<P, B> = Making<P, B> & Readonly<{ expectedVersion: number }>;

/** What a receipt says, with the id under its own name. */
export function receiptAnswer({ id, ...rest }: Receipt, name: string): Answer {
  return { version: rest.version, body: { [name]: id, ...rest } };
}

/** A change of something that exists, once under its key, if it is still as it was read. */
export function command<P extends Schema, B extends Schema>(
  { name, ...terms }: Named<P, B>,
  run: (
    requests: Requests,
    ask: Changing<z.output<P>, z.output<B>>,
    who: Pick<Asked<unknown, unknown, unknown>, 'staff' | 'place'>,
  ) => Promise<Receipt>,
): Endpoint {
  const answer = { status: 200, schema: receiptOf(name), etag: true } as const;
  return endpoint(
    { ...terms, method: 'post', needsKey: true, needsVersion: true, answer },
    async ({ requests }, asked: Asked<z.output<P>, unknown, z.output<B>>) =>
      receiptAnswer(
        await run(requests, { ...making(asked), expectedVersion: asked.expectedVersion() }, asked),
        name,
      ),
  );
}

/** Something comes to be, once under its key: 201 and its address below `at`. */
export function creation<P extends Schema, B extends Schema>(
  { name, at, makes, ...terms }: Named<P, B> & Readonly<{ at: string; makes: Subject }>,
  run: (
    requests: Requests,
    ask: Making<z.output<P>, z.output<B>>,
    who: Pick<Asked<unknown, unknown, unknown>, 'staff'>,
  ) => Promise<Receipt>,
): Endpoint {
  const answer = { status: 201, schema: receiptOf(name), etag: true, location: true } as const;
  return endpoint(
    { ...terms, method: 'post', needsKey: true, answer },
    async ({ requests }, asked: Asked<z.output<P>, unknown, z.output<B>>) => {
      const receipt = await run(requests, making(asked), asked);
      const shown = [{ kind: makes, id: receipt.id }];
      return { ...receiptAnswer(receipt, name), location: `${at}/${receipt.id}`, shown };
    },
  );
}

const making = <P extends object, B extends object>({
  identity,
  params,
  body,
}: Asked<P, unknown, B>): Making<P, B> => ({ ...identity(), ...params, ...body });

/** A read. Every moment in the answer is Seoul's; where there is a version, it is the ETag. */
export function reading<P extends z.ZodType, Q extends z.ZodType>(
  { shows, ...terms }: Own<P, Q, z.ZodType> & Readonly<{ shows: z.ZodType }>,
  read: (
    uses: Dependencies,
    asked: Asked<z.output<P>, z.output<Q>, unknown>,
  ) => Promise<Readonly<{ version?: number; body: unknown }>>,
): Endpoint {
  const answer = { status: 200, schema: shows, etag: true } as const;
  return endpoint(
    { ...terms, method: 'get', answer },
    async (uses, asked: Asked<z.output<P>, z.output<Q>, unknown>) => {
      const { version, body } = await read(uses, asked);
      return { body: forPeople(body), ...(version === undefined ? {} : { version }) };
    },
  );
}

/** A page of a list, and the way to the next one: `cursorOf` says where the page after an item begins, `shownOf` whose data it shows. */
export function listing<P extends z.ZodType, Q extends z.ZodType<Readonly<{ limit: number }>>, Item>(
  { item, ...terms }: Own<P, Q, z.ZodType> & Readonly<{ item: z.ZodType; query: Q }>,
  read: (uses: Dependencies, asked: Asked<z.output<P>, z.output<Q>, unknown>) => Promise<readonly Item[]>,
  cursorOf: (item: Item) => string,
  shownOf?: (item: Item) => Shown,
): Endpoint {
  const answer = { status: 200, schema: pageOf(item), etag: true } as const;
  return endpoint(
    { ...terms, method: 'get', answer },
    async (uses, asked: Asked<z.output<P>, z.output<Q>, unknown>) => {
      const items = await read(uses, asked);
      const last = items.at(-1);
      const nextCursor = items.length === asked.query.limit && last !== undefined ? cursorOf(last) : null;
      return {
        body: { items: forPeople(items), nextCursor },
        ...(shownOf === undefined ? {} : { shown: items.map(shownOf) }),
        ...(nextCursor === null
          ? {}
          : { headers: { link: nextPage(asked.request.originalUrl, nextCursor) } }),
      };
    },
  );
}

/** `Link` to the page that begins at a cursor. */
export function nextPage(address: string, cursor: string, parameter = 'cursor'): string {
  const next = new URL(address, 'http://localhost');
  next.searchParams.set(parameter, cursor);
  return `<${next.pathname}${next.search}>; rel="next"`;
}
