import type { z } from 'zod';
import { ExternalSystemRefused, ExternalSystemUnavailable } from '../../ports/external-system.ts';

export type Call = Readonly<{
  system: string;
  url: string;
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: unknown;
  timeoutMilliseconds: number;
}>;

/**
 * One HTTP call to a partner, its answer held against what we understand.
 * @throws ExternalSystemUnavailable for whatever may pass: network, time-out, 408, 425, 429, 5xx, an answer that makes no sense
 * @throws ExternalSystemRefused for every other 4xx
 */
export async function callPartner<Schema extends z.ZodType>(
  call: Call,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { system } = call;
  const { status, text, retryAfter } = await send(call);
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    throw new ExternalSystemUnavailable(system, `http-${status}`, retryAfter);
  }
  if (status >= 400) throw new ExternalSystemRefused(system, `http-${status}`);
  const answer = schema.safeParse(json(text));
  if (!answer.success) throw new ExternalSystemUnavailable(system, 'garbage');
  return answer.data;
}

async function send({ system, url, method, headers, body, timeoutMilliseconds }: Call) {
  try {
    const response = await fetch(url, {
      method,
      headers: { accept: 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const seconds = Number(response.headers.get('retry-after'));
    return {
      status: response.status,
      text: await response.text(),
      retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined,
    };
  } catch (error) {
    const timedOut = (error as { name?: unknown }).name === 'TimeoutError';
    throw new ExternalSystemUnavailable(system, timedOut ? 'timed-out' : 'unreachable');
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON at all: the schema says so
  }
}
