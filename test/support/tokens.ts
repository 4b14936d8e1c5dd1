import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { ROLE_NAMES } from '../../api/access/roles.ts';
import type { Staff } from '../../api/access/staff.ts';
import { NATION } from '../../domain/shared-kernel/districts/beginnings.ts';
import { tokenReader } from '../../api/access/token.ts';

const ISSUER = 'https://identity.example/realms/test';
const AUDIENCE = 'urn:bangyeok:test';
const KID = 'test';

/** What the configuration is given where tokens are those of this file. */
export const OIDC_ENVIRONMENT = {
  OIDC_ISSUER: ISSUER,
  OIDC_AUDIENCE: AUDIENCE,
  OIDC_JWKS_URL: 'http://127.0.0.1:9/jwks',
};

const { privateKey, publicKey } = await generateKeyPair('ES256');
const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: KID, alg: 'ES256', use: 'sig' }] };

/** Everybody at once: every role in the whole country. */
export const OFFICER: Staff = { id: 'officer', roles: ROLE_NAMES, jurisdictions: [NATION] };

/** A token that the API takes, of somebody with those roles in those places. */
export const tokenFor = ({ id, roles, jurisdictions }: Staff): Promise<string> =>
  new SignJWT({ roles: [...roles], jurisdictions: [...jurisdictions] })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: KID })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(id)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey);

/** Whose token it is, by the key of this process. */
export const readTestToken = tokenReader({
  issuer: ISSUER,
  audience: AUDIENCE,
  keys: createLocalJWKSet(jwks),
  refused: () => undefined,
});
