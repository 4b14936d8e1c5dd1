import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { tokenReader } from '../../api/access/token.ts';
import type { Refusal } from '../../api/problem.ts';

export const ISSUER = 'https://identity.example/realms/office';
export const AUDIENCE = 'urn:bangyeok:api';
/** The keys of a provider, and of somebody who is none. */
export const ec = await generateKeyPair('ES256', { extractable: true });
export const rsa = await generateKeyPair('RS256', { extractable: true });
export const ed = await generateKeyPair('EdDSA', { extractable: true });
export const stranger = await generateKeyPair('ES256', { extractable: true });
export const published = {
  keys: [
    { ...(await exportJWK(ec.publicKey)), kid: 'ec', alg: 'ES256', use: 'sig' },
    { ...(await exportJWK(rsa.publicKey)), kid: 'rsa', alg: 'RS256', use: 'sig' },
    { ...(await exportJWK(ed.publicKey)), kid: 'ed', alg: 'EdDSA', use: 'sig' },
    { ...(await exportJWK(stranger.publicKey)), kid: 'sealing', use: 'enc' },
    { ...(await exportJWK(rsa.publicKey)), kid: 'pss', alg: 'PS256', use: 'sig' },
  ],
};
/** Why tokens were refused, in the words of the reader. */
export const refused: string[] = [];
export const read = tokenReader({
  issuer: ISSUER,
  audience: AUDIENCE,
  keys: createLocalJWKSet(published),
  refused: (why) => refused.push(why),
});

export const now = (): number => Math.floor(Date.now() / 1_000);
export const good = (): JWTPayload => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'investigator-11110',
  iat: now() - 5,
  exp: now() + 600,
  roles: ['investigator'],
  jurisdictions: ['11110'],
});
export const header = { alg: 'ES256', typ: 'at+jwt', kid: 'ec' };
export const signed = (claims: JWTPayload, more: object = {}, key = ec.privateKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ ...header, ...more }).sign(key);
export const without = (name: string): JWTPayload => {
  const { [name]: _gone, ...others } = good();
  return others;
};
export const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** The code that it is refused with, or who it is. */
export const codeOf = (token: string): Promise<unknown> =>
  read(token).then(
    (staff) => staff,
    (error: unknown) => (error as Refusal).problem.code,
  );
