import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { ROLE_NAMES } from './access/roles.ts';
import { NATION, type Staff } from './access/staff.ts';
import { refuse } from './api-problems.ts';

/** Who asks, and under which id the command takes effect once. */
export type Identity = Readonly<{ by: string; commandId: string; fingerprint: string }>;

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest();
};

/** Static bearer tokens, by the hash of the token: whoever has one may do anything. */
export function authentication(tokens: ReadonlyMap<string, string>): (request: Request) => Promise<Staff> {
  const known = [...tokens].map(([token, actor]) => ({ digest: sha256(token), actor }));
  return async (request) => {
    const [, token] = /^Bearer ([^\s]+)$/i.exec(request.get('authorization') ?? '') ?? [];
    const digest = sha256(token ?? '');
    const holder = known.find((entry) => timingSafeEqual(entry.digest, digest));
    if (token === undefined || holder === undefined) throw refuse('token/missing-or-unknown');
    return { id: holder.actor, roles: ROLE_NAMES, jurisdictions: [NATION] };
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
