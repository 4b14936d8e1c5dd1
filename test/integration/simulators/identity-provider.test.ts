import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { ROLE_NAMES } from '../../../api/access/roles.ts';
import { signingKeysAt } from '../../../api/access/signing-keys.ts';
import { tokenReader } from '../../../api/access/token.ts';
import { accessToken } from '../../../tools/launcher/access-token.ts';
import { freePorts } from '../../../tools/launcher/ports.ts';
import { ROOT } from '../../../tools/launcher/settings.ts';
import { simulatorProcess } from '../../support/simulator-process.ts';

const NAME = 'identity-provider';
const AUDIENCE = 'urn:bangyeok:api';
const SECRET = 'a secret: with % and +';
const KEYS_FILE = join(mkdtempSync(join(tmpdir(), 'identity-')), 'below', 'keys.json');
const given = { NODE_ENV: 'development', KEYS_FILE, SECRET, AUDIENCE };
type Provider = Awaited<ReturnType<typeof simulatorProcess>>;
let provider: Provider;
beforeAll(async () => {
  provider = await simulatorProcess(NAME, given);
});
afterAll(() => provider.stop());

const metadata = async ({ baseUrl }: Provider) =>
  (await (await fetch(`${baseUrl}/.well-known/openid-configuration`)).json()) as Record<string, string>;
const readerOf = async (one: Provider) => {
  const { issuer = '', jwks_uri: url = '' } = await metadata(one);
  const refused = (why: string): never => {
    throw new Error(why);
  };
  return tokenReader({ issuer, audience: AUDIENCE, keys: signingKeysAt({ url, failed: refused }), refused });
};
const token = (account: string, secret = SECRET): Promise<string> =>
  accessToken(provider.baseUrl, secret, account);

test.each([
  ['investigator-11110', ['investigator'], ['11110']],
  ['patient-manager+supervisor-11110', ['patient-manager', 'supervisor'], ['11110']],
  ['supervisor-11', ['supervisor'], ['11']],
  ['headquarters', ['headquarters'], ['00']],
  ['officer', ROLE_NAMES, ['00']],
])('the API knows %s by the provider’s own token', async (account, roles, jurisdictions) => {
  const read = await readerOf(provider);
  expect(await read(await token(account))).toEqual({ id: account, roles, jurisdictions });
});

test('a token lives for eight hours', async () => {
  const { iat = 0, exp = 0 } = decodeJwt(await token('auditor'));
  expect(exp - iat).toBe(8 * 3_600);
});

test('nobody gets a token for an account that is not there, or with another password', async () => {
  await expect(token('director-11110')).rejects.toThrow(/director-11110.*There is no such account.*staff/);
  await expect(token('auditor', 'guessed')).rejects.toThrow(/There is no such account/);
});

test('a provider that does not run is said so, with what to do', () =>
  expect(accessToken('http://127.0.0.1:9', SECRET, 'auditor')).rejects.toThrow(/npm start/));

test('its accounts can be looked up, its private key by its owner only', async () => {
  const { items } = (await (await fetch(`${provider.baseUrl}/staff`)).json()) as { items: { id: string }[] };
  expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['investigator-26440', 'auditor']));
  expect(statSync(KEYS_FILE).mode & 0o777).toBe(0o600);
  const published = await (await fetch(String((await metadata(provider))['jwks_uri']))).text();
  expect(published).not.toContain('"d":');
});

test('two that start at once for one folder sign with the same key, and so does the next', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'identity-')), 'keys.json');
  const ports = await freePorts(2);
  const start = (port?: number) => simulatorProcess(NAME, { ...given, KEYS_FILE: file }, port);
  const both = await Promise.all(ports.map(start));
  const kept = readFileSync(file, 'utf8');
  const kids = await Promise.all(
    both.map(async ({ baseUrl }) => (await (await fetch(`${baseUrl}/jwks`)).json()) as { keys: object[] }),
  );
  expect(kids[0]).toEqual(kids[1]);
  await Promise.all(both.map(({ stop }) => stop()));
  const next = await start();
  expect(await (await fetch(`${next.baseUrl}/jwks`)).json()).toEqual(kids[0]);
  expect(readFileSync(file, 'utf8')).toBe(kept);
  await next.stop();
});

test('it refuses production', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', `test/simulators/${NAME}/server.ts`], {
    cwd: ROOT,
    env: { ...process.env, ...given, NODE_ENV: 'production', PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(1);
  expect(words).toMatch(/운영에서 실행되지 않습니다.*OIDC_ISSUER/);
});
