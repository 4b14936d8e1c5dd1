import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler } from 'express';
import type { ErrorCode } from '../domain/shared-kernel/error-code.ts';
import { apiProblem } from './api-problems.ts';
import { Refusal, sendProblem, type Problem } from './problem.ts';
import { faultInWords, type Fault } from './protocol-faults.ts';
import { REFUSALS } from './refusals.ts';

type Named = Readonly<{
  name?: string;
  code?: unknown;
  params?: Readonly<Record<string, string | number>>;
  currentVersion?: number;
  faults?: readonly Fault[];
  type?: unknown;
  system?: string;
  stack?: string;
}>;

/** The only place where an error becomes an answer. Errors of other layers are known by their name and code. */
export function failures(log: (entry: object, message: string) => void): ErrorRequestHandler {
  const logged = (error: unknown): string => {
    const traceId = randomUUID();
    const { name, code, stack } = error as Named;
    // The message may quote values: frames only.
    log({ traceId, error: name, code, frames: stack?.split('\n').slice(1, 6) }, 'unexpected');
    return traceId;
  };
  // Express knows a handler of errors by its four parameters.
  return (error: unknown, request, response, _next) => {
    if (response.headersSent) {
      // In the middle of a stream nothing can be said any more: without its last line the reader knows that it is cut.
      logged(error);
      response.destroy();
      return;
    }
    const known = problemOf(error);
    if (known !== undefined) {
      if (known.code === 'token/missing-or-unknown' || known.code === 'access/revoked')
        response.set('www-authenticate', challenge(request.get('authorization')));
      return sendProblem(response, known);
    }
    return sendProblem(response, apiProblem('internal/unexpected', undefined, { traceId: logged(error) }));
  };
}

/** RFC 6750: whoever sent nothing is not told that it was wrong. */
const challenge = (sent: string | undefined): string =>
  sent === undefined ? 'Bearer' : 'Bearer error="invalid_token"';

/** What the client is told of an error; nothing of one that is not known. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Refusal) return error.problem;
  const { name, code, params, faults, currentVersion, type, system } = error as Named;
  if (typeof code === 'string' && code in REFUSALS)
    return refusedByDomain(code as ErrorCode, params ?? {}, faults);
  switch (name ?? '') {
    case 'ChangedSinceRead':
      return apiProblem('if-match/stale', undefined, { currentVersion: currentVersion ?? 0 });
    case 'CommandIdReused':
      return apiProblem('idempotency-key/reused');
    case 'CommandAheadOfTime':
      return apiProblem('clock/ahead');
    case 'NoProtocolInForce':
      return apiProblem('protocol/none-in-force', undefined, params);
    case 'ExternalSystemUnavailable':
      return apiProblem('partner/unavailable', undefined, { system: system ?? '' });
    case 'ExternalSystemRefused':
      return apiProblem('partner/refused', undefined, { system: system ?? '' });
    case 'AccessNotRecorded':
      return apiProblem('service/unavailable');
    case 'WebhookRefused':
      return apiProblem('webhook/refused');
  }
  if (type === 'entity.parse.failed') return apiProblem('request/malformed-json');
  if (type === 'entity.too.large') return apiProblem('request/too-large');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return apiProblem('request/not-json');
  // What express and its parsers refuse by themselves: a broken path, a body that cannot be unpacked.
  if ((error as { status?: unknown }).status === 400 || name === 'URIError')
    return apiProblem('request/invalid');
  return isStoreDown(error) ? apiProblem('service/unavailable') : undefined;
}

function refusedByDomain(
  code: ErrorCode,
  params: Readonly<Record<string, string | number>>,
  faults?: readonly Fault[],
): Problem {
  const { status, title, pointer } = REFUSALS[code];
  const { field, ...more } = params;
  if (faults !== undefined) return { code, status, title, more, errors: faults.map(faultInWords) };
  const place = field === undefined ? pointer : `/${field}`;
  const errors = place === undefined || place === '' ? undefined : [{ pointer: place, code, detail: title }];
  return { code, status, title, more, ...(errors === undefined ? {} : { errors }) };
}

/** Connection refused, reset or timed out, or PostgreSQL shutting down or starting up. */
function isStoreDown(error: unknown): boolean {
  const { code } = error as Named;
  const message = error instanceof Error ? error.message : '';
  return (
    (typeof code === 'string' && /^(ECONN|EPIPE|ETIMEDOUT|57P0|08|53)/.test(code)) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      message,
    )
  );
}
