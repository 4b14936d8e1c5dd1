import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Answer, Endpoint } from './endpoint.ts';

const PATIENCE_MILLISECONDS = 30_000;

/**
 * The answer as HTTP. What was read has an ETag: its version, or else a hash of what is shown. A version is for If-Match: the
 * page shows more than its aggregate (tasks, what is next), so by it nobody is told that nothing has changed.
 */
export async function send(
  response: Response,
  { action, method, answer }: Endpoint,
  given: Answer,
): Promise<void> {
  response.status(answer.status);
  if (action !== undefined) response.set('cache-control', 'no-store');
  if (given.version !== undefined) {
    response.set('etag', `"${given.version}"`);
    delete response.req.headers['if-none-match'];
  }
  // Written once: the tag is of the very text that is sent.
  const text = given.lines === undefined ? JSON.stringify(given.body) : undefined;
  if (given.version === undefined && method === 'get' && given.lines === undefined)
    response.set('etag', weakTag(text));
  if (given.location !== undefined) response.location(given.location);
  response.set(given.headers ?? {});
  if (given.lines !== undefined)
    return write(response.type(given.type ?? answer.type ?? 'application/x-ndjson'), given.lines);
  if (response.get('content-type') === undefined) response.type('application/json');
  response.send(text);
}

const weakTag = (text: string | undefined): string =>
  `W/"${createHash('sha256')
    .update(text ?? '')
    .digest('base64url')}"`;

async function write(response: Response, lines: AsyncIterable<string | Uint8Array>): Promise<void> {
  response.set('cache-control', 'no-store');
  if (response.req.method === 'HEAD') return void response.end();
  for await (const line of lines) {
    if (response.destroyed) return;
    if (!response.write(line)) await ready(response);
  }
  response.end();
}

/** Until more may be written, or the reader has gone: whoever reads nothing for so long is let go. */
const ready = (response: Response): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      response.off('drain', done).off('close', done);
      resolve();
    };
    const timer = setTimeout(() => {
      response.destroy();
      done();
    }, PATIENCE_MILLISECONDS).unref();
    response.once('drain', done).once('close', done);
  });
