import { errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import { refuse } from '../api-problems.ts';
import { Refusal } from '../problem.ts';
import { account } from '../schemas/basics.ts';
import { knownTokens } from './known-tokens.ts';
import { ROLE_NAMES } from './roles.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { Staff } from './staff.ts';

/** One for each kind of key, so that a key is never used with two of them (RFC 8725, 3.1). */
const ALGORITHMS = ['ES256', 'RS256', 'EdDSA'];
const LEEWAY_SECONDS = 30;
/** Whatever its expiry says, a token this old is renewed first. */
const OLDEST_SECONDS = 24 * 3_600;
const LONGEST = 8_192;

/** What the provider says of the person, beside what every token says of itself. */
const claims = z.object({
  sub: account,
  /** Those of other applications are none of our business. */
  roles: z
    .array(z.string())
    .default([])
    .transform((named) => ROLE_NAMES.filter((role) => named.includes(role))),
  jurisdictions: z.array(z.string().regex(/^(\d{2}|\d{5})$/)).default([]),
});

export type TokenRules = Readonly<{
  issuer: string;
  audience: string;
  keys: SigningKeys;
  /** Told why a token was refused, in codes: nothing of what it says. */
  refused: (why: string) => void;
}>;

/** Who holds an access token (RFC 9068, checked as RFC 8725 demands). */
export function tokenReader({ issuer, audience, keys, refused }: TokenRules) {
  const known = knownTokens(() => keys.inForce?.());
  /** @throws Refusal `token/missing-or-unknown`, `identity-provider/unavailable` */
  return async (token: string): Promise<Staff> => {
    try {
      if (token.length > LONGEST) throw new errors.JWTInvalid('too long');
      const remembered = known.find(token, Math.floor(Date.now() / 1_000));
      if (remembered !== undefined) return remembered;
      const checkedWith = known.keys();
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ALGORITHMS,
        typ: 'at+jwt',
        issuer,
        audience,
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: LEEWAY_SECONDS,
        maxTokenAge: OLDEST_SECONDS,
      });
      const { sub, roles, jurisdictions } = claims.parse(payload);
      const staff = { id: sub, roles, jurisdictions };
      known.keep(token, { staff, lastSecond: lastSecondOf(payload) }, checkedWith);
      return staff;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      refused(reasonOf(error));
      throw refuse('token/missing-or-unknown');
    }
  };
}

/** Behind it the check would fail: the token has ended, or is too old. */
const lastSecondOf = ({ exp = 0, iat = 0 }: JWTPayload): number =>
  Math.min(exp - 1, iat + OLDEST_SECONDS) + LEEWAY_SECONDS;

/** The messages of these errors may quote the token: only codes and the names of claims are passed on. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return `claim ${String(error.issues[0]?.path[0])}`;
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired)
    return `${error.code} ${error.claim}`;
  return error instanceof errors.JOSEError ? error.code : nameOf(error);
}
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
