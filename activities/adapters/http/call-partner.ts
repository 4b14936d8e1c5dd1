import type { z } from 'zod';
import { ExternalSystemRefused, ExternalSystemUnavailable } from '../../ports/external-system.ts';
import { boundedText, TooLarge } from './bounded-text.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { retryAfterMilliseconds } from './retry-after.ts';

/** How to reach a system. */
export type PartnerOptions = Readonly<{
  baseUrl: string;
  apiKey: string;
  timeoutMilliseconds: number;
  /** Without one every call is tried. */
  circuit?: CircuitBreaker | undefined;
}>;

export type Call = Pick<PartnerOptions, 'timeoutMilliseconds' | 'circuit'> &
  Readonly<{
    system: string;
    url: string;
    method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    headers: Readonly<Record<string, string>>;
    body?: unknown;
    /** What a refusal's body says, in our words; nothing: its status is all that is told. */
    refusal?: (body: unknown) => ExternalSystemRefused | undefined;
  }>;

/**
 * One HTTP call to a partner, its answer held against what we understand.
 * @throws ExternalSystemUnavailable for whatever may pass: network, time-out, 408, 425, 429, 5xx, an answer that makes no
 * sense, and `circuit-open` while the system is spared
 * @throws ExternalSystemRefused for every other 4xx
 */
export function callPartner<Schema extends z.ZodType>(call: Call, schema: Schema): Promise<z.output<Schema>> {
  const ask = (): Promise<z.output<Schema>> => asked(call, schema);
  return call.circuit === undefined ? ask() : call.circuit.run(ask);
}

/** Asks for something that may not be there: 404 is an answer too. */
export async function findAtPartner<Schema extends z.ZodType>(
  call: Call,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  try {
    return await callPartner(call, schema);
  } catch (error) {
    if (error instanceof ExternalSystemRefused && error.code === 'http-404') return undefined;
    throw error;
  }
}

async function asked<Schema extends z.ZodType>(call: Call, schema: Schema): Promise<z.output<Schema>> {
  const { system, refusal } = call;
  const { status, text, retryAfter } = await send(call);
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    throw new ExternalSystemUnavailable(system, `http-${status}`, retryAfter);
  }
  if (status >= 400) throw refusal?.(json(text)) ?? new ExternalSystemRefused(system, `http-${status}`);
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
      // Credentials and personal values go to the configured address and nowhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    return {
      status: response.status,
      text: await boundedText(response),
      retryAfter: retryAfterMilliseconds(response.headers.get('retry-after'), Date.now()),
    };
  } catch (error) {
    if (error instanceof TooLarge) throw new ExternalSystemUnavailable(system, 'garbage');
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
