import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Staff } from './access/staff.ts';
import { refuse } from './api-problems.ts';

/** Who asks, and under which id the command takes effect once. */
export type Identity = Readonly<{ by: string; commandId: string; fingerprint: string }>;

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest();
};

/** Who asks, by the one bearer token in the header. `read`: whose token it is. */
export function authentication(
  read: (token: string) => Promise<Staff>,
): (request: Request) => Promise<Staff> {
  return async (request) => {
    // Node keeps the first of several headers: whoever checked the request before us may have read another one.
    const sent = request.rawHeaders.filter(
      (name, at) => at % 2 === 0 && /^authorization$/i.test(name),
    ).length;
    const [, token] = /^Bearer +([^\s]+)$/i.exec(request.get('authorization') ?? '') ?? [];
    if (sent !== 1 || token === undefined) throw refuse('token/missing-or-unknown');
    return read(token);
  };
}

/** The body's bytes, kept by the JSON parser for fingerprints and signatures. */
export type WithRawBody = Request & { rawBody?: Buffer };

/** @throws Refusal `idempotency-key/missing` */
export function identity(request: Request, by: string): Identity {
  const key = request.get('idempotency-key');
  if (key === undefined || !/^[\x21-\x7e]{1,200}$/.test(key)) throw refuse('idempotency-key/missing');
  const route = `${request.method} ${String(request.route?.path ?? request.path)}`;
  const raw = (request as WithRawBody).rawBody ?? Buffer.alloc(0);
  return {
    by,
    commandId: `http:${by}:${route}:${key}`,
    fingerprint: sha256(request.method, request.originalUrl, raw).toString('hex'),
  };
}

/** @throws Refusal `if-match/missing` */
export function expectedVersion(request: Request): number {
  const [, version] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.get('if-match') ?? '') ?? [];
  if (version === undefined) throw refuse('if-match/missing');
  return Number(version);
}
