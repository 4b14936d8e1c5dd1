import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { Provider, type Adapter, type AdapterPayload } from 'oidc-provider';
import { ALGORITHM } from './keys.ts';
import { accountOf } from './staff.ts';

export type ProviderOptions = Readonly<{
  issuer: string;
  audience: string;
  /** The one password of all accounts. */
  secret: string;
  keys: { keys: JWK[] };
}>;

const EIGHT_HOURS = 8 * 3_600;

/** An agency's identity provider, as far as an API sees one. Every account is a client that asks for a token of its own. */
export function provider({ issuer, audience, secret, keys }: ProviderOptions): Provider {
  const clientOf = (id: string): AdapterPayload | undefined =>
    accountOf(id) && {
      client_id: id,
      client_secret: secret,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    };
  /** Nothing is kept: a signed token speaks for itself. */
  const register = (model: string): Adapter => ({
    find: async (id) => (model === 'Client' ? clientOf(id) : undefined),
    findByUserCode: async () => undefined,
    findByUid: async () => undefined,
    upsert: async () => undefined,
    consume: async () => undefined,
    destroy: async () => undefined,
    revokeByGrantId: async () => undefined,
  });
  return new Provider(issuer, {
    jwks: keys,
    adapter: register,
    cookies: { keys: [randomUUID()] },
    clientDefaults: { id_token_signed_response_alg: ALGORITHM },
    enabledJWA: { idTokenSigningAlgValues: [ALGORITHM] },
    ttl: { ClientCredentials: EIGHT_HOURS },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: () => ({
          audience,
          scope: '',
          accessTokenTTL: EIGHT_HOURS,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: ALGORITHM } },
        }),
      },
    },
    extraTokenClaims: (_context, { clientId }) => {
      const { roles, jurisdictions } = accountOf(clientId ?? '') ?? { roles: [], jurisdictions: [] };
      return { roles: [...roles], jurisdictions: [...jurisdictions] };
    },
  });
}
