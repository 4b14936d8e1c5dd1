import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CompactEncrypt, exportJWK, exportSPKI, importJWK } from 'jose';
import {
  codeOf,
  encoded,
  good,
  header,
  ISSUER,
  now,
  published,
  refused,
  rsa,
  signed,
  stranger,
  without,
} from '../../support/provider-keys.ts';

beforeEach(() => {
  refused.length = 0;
});

const asPss = async () =>
  (await importJWK(await exportJWK(rsa.privateKey), 'PS256')) as typeof rsa.privateKey;
const spki = await exportSPKI(rsa.publicKey);
const hmac = (secret: string, more: object = {}): string => {
  const content = `${encoded({ alg: 'HS256', typ: 'at+jwt', kid: 'rsa', ...more })}.${encoded(good())}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
};
const spoilt = async (): Promise<string> => {
  const [head, , signature] = (await signed(good())).split('.');
  return `${head}.${encoded({ ...good(), roles: ['headquarters'] })}.${signature}`;
};
const sealed = async (): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(good())))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', typ: 'at+jwt', kid: 'rsa' })
    .encrypt(await importJWK(await exportJWK(rsa.publicKey), 'RSA-OAEP-256'));

describe('refused, always in the same words, told apart only for operators', () => {
  const attacks: readonly (readonly [string, () => string | Promise<string>, string])[] = [
    ['nothing', () => '', 'ERR_JWS_INVALID'],
    ['no token at all', () => 'officer', 'ERR_JWS_INVALID'],
    ['algorithm none', () => `${encoded({ ...header, alg: 'none' })}.${encoded(good())}.`, 'ERR_JOSE_ALG'],
    ['algorithm nOnE', () => `${encoded({ ...header, alg: 'nOnE' })}.${encoded(good())}.`, 'ERR_JOSE_ALG'],
    ['the public key as a secret', () => hmac(spki), 'ERR_JOSE_ALG'],
    ['the public key as a secret, as JSON', () => hmac(JSON.stringify(published.keys[1])), 'ERR_JOSE_ALG'],
    [
      'another algorithm than the key’s',
      async () => signed(good(), { alg: 'PS256', kid: 'pss' }, await asPss()),
      'ERR_JOSE_ALG',
    ],
    [
      'a key of another algorithm',
      () => signed(good(), { alg: 'RS256', kid: 'pss' }, rsa.privateKey),
      'ERR_JWKS_NO_MATCHING_KEY',
    ],
    [
      'a key for something else',
      () => signed(good(), { kid: 'sealing' }, stranger.privateKey),
      'ERR_JWKS_NO_MATCHING_KEY',
    ],
    ['a key that is not there', () => signed(good(), { kid: 'gone' }), 'ERR_JWKS_NO_MATCHING_KEY'],
    [
      'a path instead of a key',
      () => signed(good(), { kid: '../../../dev/null' }),
      'ERR_JWKS_NO_MATCHING_KEY',
    ],
    ['a query instead of a key', () => signed(good(), { kid: "ec' or '1'='1" }), 'ERR_JWKS_NO_MATCHING_KEY'],
    [
      'somebody else’s key under the same name',
      () => signed(good(), {}, stranger.privateKey),
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ],
    [
      'somebody else’s key, brought along',
      async () => signed(good(), { jwk: await exportJWK(stranger.publicKey) }, stranger.privateKey),
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ],
    [
      'somebody else’s address of keys',
      () => signed(good(), { jku: 'https://evil.example/jwks', kid: 'evil' }, stranger.privateKey),
      'ERR_JWKS_NO_MATCHING_KEY',
    ],
    ['changed after it was signed', spoilt, 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    [
      'a header that must be understood',
      () => `${encoded({ ...header, crit: ['exp'] })}.${encoded(good())}.AA`,
      'ERR_JOSE_NOT_SUPPORTED',
    ],
    ['sealed instead of signed', sealed, 'ERR_JWS_INVALID'],
    [
      'for somebody else',
      () => signed({ ...good(), aud: 'urn:other' }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED aud',
    ],
    ['for nobody', () => signed(without('aud')), 'ERR_JWT_CLAIM_VALIDATION_FAILED aud'],
    [
      'from somebody else',
      () => signed({ ...good(), iss: 'https://evil.example' }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED iss',
    ],
    [
      'from almost the same',
      () => signed({ ...good(), iss: `${ISSUER}/` }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED iss',
    ],
    ['an identity token', () => signed(good(), { typ: 'JWT' }), 'ERR_JWT_CLAIM_VALIDATION_FAILED typ'],
    ['of no type', () => signed(good(), { typ: undefined }), 'ERR_JWT_CLAIM_VALIDATION_FAILED typ'],
    ['expired beyond the leeway', () => signed({ ...good(), exp: now() - 61 }), 'ERR_JWT_EXPIRED exp'],
    ['without an end', () => signed(without('exp')), 'ERR_JWT_CLAIM_VALIDATION_FAILED exp'],
    [
      'with an end in words',
      () => signed({ ...good(), exp: '2099-01-01' as never }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED exp',
    ],
    ['not yet valid', () => signed({ ...good(), nbf: now() + 61 }), 'ERR_JWT_CLAIM_VALIDATION_FAILED nbf'],
    [
      'issued in the future',
      () => signed({ ...good(), iat: now() + 61 }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED iat',
    ],
    ['issued nobody knows when', () => signed(without('iat')), 'ERR_JWT_CLAIM_VALIDATION_FAILED iat'],
    [
      'two days old, whatever its end',
      () => signed({ ...good(), iat: now() - 172_800 }),
      'ERR_JWT_EXPIRED iat',
    ],
    ['of nobody', () => signed(without('sub')), 'ERR_JWT_CLAIM_VALIDATION_FAILED sub'],
    ['an empty account', () => signed({ ...good(), sub: '' }), 'claim sub'],
    ['an account that is too long', () => signed({ ...good(), sub: 'a'.repeat(65) }), 'claim sub'],
    ['an account with a line', () => signed({ ...good(), sub: 'officer\n' }), 'claim sub'],
    ['an account with a colon', () => signed({ ...good(), sub: 'officer:POST /cases' }), 'claim sub'],
    ['an account beyond ASCII', () => signed({ ...good(), sub: '홍길동' }), 'claim sub'],
    ['an account that is a number', () => signed({ ...good(), sub: 7 as never }), 'claim sub'],
    ['roles in one word', () => signed({ ...good(), roles: 'investigator supervisor' }), 'claim roles'],
    ['roles that are objects', () => signed({ ...good(), roles: [{ name: 'auditor' }] }), 'claim roles'],
    ...['', '0', '1111', '111100', '*', '11110 ', '１１', '-1', '1e4'].map(
      (place) =>
        [
          `a district “${place}”`,
          () => signed({ ...good(), jurisdictions: ['11110', place] }),
          'claim jurisdictions',
        ] as const,
    ),
    ['districts in one word', () => signed({ ...good(), jurisdictions: '00' }), 'claim jurisdictions'],
    ['more than a header holds', () => signed({ ...good(), note: 'x'.repeat(9_000) }), 'ERR_JWT_INVALID'],
  ];

  test.each(attacks)('%s', async (_, forged, why) => {
    const token = await forged();
    expect(await codeOf(token)).toBe('token/missing-or-unknown');
    expect(refused).toEqual([expect.stringContaining(why)]);
  });

  test('whatever is sent: nothing but a refusal, and nothing of it is told', async () => {
    const part = fc.oneof(
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
      fc.base64String(),
    );
    const any = fc.oneof(
      fc.string(),
      fc.array(part, { minLength: 1, maxLength: 6 }).map((all) => all.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(any, async (token) => {
        refused.length = 0;
        expect(await codeOf(token)).toBe('token/missing-or-unknown');
        expect(refused).toEqual([expect.stringMatching(/^(ERR_[A-Z_]+( [a-z]+)?|claim \w+)$/)]);
      }),
    );
  });

  test('what a refused token says is in no log', async () => {
    await codeOf(await signed({ ...good(), sub: '홍길동', roles: ['secret-role'] }));
    await codeOf(await signed({ ...good(), aud: 'secret-audience', exp: now() - 100 }));
    expect(refused.join()).not.toMatch(/홍길동|secret/);
  });
});
