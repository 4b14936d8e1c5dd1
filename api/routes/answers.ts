import type { Response } from 'express';
import { forPeople } from '../words.ts';

type Receipt = Readonly<{ id: string; version: number; stage: string }>;

/** What a command came to: the aggregate's id, new version (also as ETag) and stage. */
export function sendReceipt(response: Response, receipt: Receipt, name: string): void {
  const { id, ...rest } = receipt;
  response.set('etag', `"${receipt.version}"`).json({ [name]: id, ...rest });
}

/** A page of a list, in times of Seoul, and the way to the next one. */
export function sendPage<Item>(
  response: Response,
  items: readonly Item[],
  limit: number,
  cursorOf: (item: Item) => string,
): void {
  const last = items[items.length - 1];
  const nextCursor = items.length === limit && last !== undefined ? cursorOf(last) : null;
  if (nextCursor !== null) {
    const { req } = response;
    const next = new URL(req.originalUrl, 'http://localhost');
    next.searchParams.set('cursor', nextCursor);
    response.set('link', `<${next.pathname}${next.search}>; rel="next"`);
  }
  response.json({ items: forPeople(items), nextCursor });
}
