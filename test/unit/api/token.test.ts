import { beforeEach, describe, expect, test } from '@jest/globals';
import { mayEver } from '../../../api/access/staff.ts';
import {
  AUDIENCE,
  codeOf,
  ec,
  ed,
  good,
  now,
  read,
  refused,
  rsa,
  signed,
} from '../../support/provider-keys.ts';

beforeEach(() => {
  refused.length = 0;
});

describe('a token says who holds it', () => {
  test.each([
    ['ec', 'ES256', ec.privateKey],
    ['rsa', 'RS256', rsa.privateKey],
    ['ed', 'EdDSA', ed.privateKey],
  ])('signed with the key %s by %s', async (kid, alg, key) => {
    expect(await read(await signed(good(), { kid, alg }, key))).toEqual({
      id: 'investigator-11110',
      roles: ['investigator'],
      jurisdictions: ['11110'],
    });
    expect(refused).toEqual([]);
  });
  test.each([
    ['several audiences', { aud: ['urn:other', AUDIENCE] }],
    ['expired within the leeway', { exp: now() - 10 }],
    ['of a clock that is a little ahead', { iat: now() + 10, nbf: now() + 10 }],
    ['an account as an e-mail address, or of a broker', { sub: 'auth0|Kim.Min-su+1@office.example' }],
  ])('%s', async (_, claims) => {
    expect(await codeOf(await signed({ ...good(), ...claims }))).toMatchObject({ roles: ['investigator'] });
  });
  test('roles that nobody knows are not there: a person who may do nothing', async () => {
    const staff = await read(await signed({ ...good(), roles: ['admin', 'constructor', '__proto__', ''] }));
    expect(staff).toEqual({ id: 'investigator-11110', roles: [], jurisdictions: ['11110'] });
    expect(mayEver(staff, 'case:read')).toBe(false);
    expect((await read(await signed({ ...good(), roles: ['admin', 'tester', 'tester'] }))).roles).toEqual([
      'tester',
    ]);
  });
  test('neither roles nor districts: nobody who may do anything anywhere', async () => {
    const { roles: _roles, jurisdictions: _places, ...bare } = good();
    expect(await read(await signed(bare))).toEqual({
      id: 'investigator-11110',
      roles: [],
      jurisdictions: [],
    });
  });
});
