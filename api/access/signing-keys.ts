import {
  createRemoteJWKSet,
  customFetch,
  errors,
  jwksCache,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
} from 'jose';
import { refuse } from '../api-problems.ts';

export type SigningKeys = JWTVerifyGetKey &
  Readonly<{
    /** Another object after each fetch; nothing before the first and once they are too old to be used. */
    inForce?: () => object | undefined;
  }>;

export type KeySource = Readonly<{
  url: string;
  /** Told why the keys could not be fetched. */
  failed: (why: string) => void;
  /** In milliseconds: how long one request for the keys may take. */
  timeout?: number;
  /** A key that is not there is looked for again no sooner than this after the keys were fetched. */
  cooldown?: number;
  /** Keys this old are fetched anew: for so long, at most, a withdrawn one still counts. */
  maxAge?: number;
  /** A provider that failed is left alone for so long, however many requests wait for it. */
  pause?: number;
}>;

/**
 * The identity provider's public keys, from the one address that is configured and from no other, whatever a token says.
 * @throws Refusal `identity-provider/unavailable` when they cannot be fetched: nobody is let in on keys that are unknown
 */
export function signingKeysAt({ url, failed, pause = 2_000, ...pace }: KeySource): SigningKeys {
  let failedAt = -Infinity;
  const isPause = (): boolean => performance.now() - failedAt < pause;
  const fetched: JWKSCacheInput = {};
  const keys = createRemoteJWKSet(new URL(url), {
    timeoutDuration: pace.timeout ?? 5_000,
    cooldownDuration: pace.cooldown ?? 30_000,
    cacheMaxAge: pace.maxAge ?? 600_000,
    [jwksCache]: fetched,
    [customFetch]: async (address, options) => {
      if (isPause()) throw new Error('the identity provider failed a moment ago');
      return fetch(address, options);
    },
  });
  const keyOf: JWTVerifyGetKey = async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      if (!isPause()) {
        failedAt = performance.now();
        failed(error instanceof Error ? error.message : typeof error);
      }
      throw refuse('identity-provider/unavailable');
    }
  };
  return Object.assign(keyOf, { inForce: () => (keys.fresh ? fetched.jwks : undefined) });
}
