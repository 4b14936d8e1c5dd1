import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { exportJWK } from 'jose';
import { signingKeysAt, type KeySource } from '../../../api/access/signing-keys.ts';
import { tokenReader } from '../../../api/access/token.ts';
import type { Refusal } from '../../../api/problem.ts';
import { AUDIENCE, ec, good, ISSUER, published, rsa, signed, stranger } from '../../support/provider-keys.ts';

/** Only what tells the time is ours to move: sockets and their timers run as they do. */
const RUNNING = [
  'hrtime',
  'nextTick',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: [...RUNNING] });
});
const later = (milliseconds: number): void => {
  jest.advanceTimersByTime(milliseconds);
};

let server: Server | undefined;
afterEach(() => {
  jest.useRealTimers();
  server?.closeAllConnections();
  server?.close();
});

/** A provider that answers as it is told, and a reader of tokens that has its keys from there. */
async function provider(pace: Partial<KeySource> = {}) {
  const told = { keys: published as object, asked: 0, failures: [] as string[] };
  const serving: RequestListener = (_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(told.keys));
  };
  let answer = serving;
  server = createServer((request, response) => {
    told.asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const keys = signingKeysAt({ url, failed: (why) => told.failures.push(why), ...pace });
  const read = tokenReader({ issuer: ISSUER, audience: AUDIENCE, keys, refused: () => undefined });
  return {
    told,
    answering: (how: RequestListener = serving): void => {
      answer = how;
    },
    /** Who it is, or the code of the refusal. */
    come: async (token: string | Promise<string>): Promise<string> => {
      try {
        return (await read(await token)).id;
      } catch (error) {
        return (error as Refusal).problem.code;
      }
    },
  };
}
const UNKNOWN = 'token/missing-or-unknown';
const UNAVAILABLE = 'identity-provider/unavailable';
const SOMEBODY = 'investigator-11110';
const mine = (): Promise<string> => signed(good());
const ofKey = (kid: string, key = stranger.privateKey): Promise<string> => signed(good(), { kid }, key);

test('the keys are fetched once, however many come', async () => {
  const { told, come } = await provider();
  expect(await Promise.all(Array.from({ length: 20 }, () => come(mine())))).toEqual(Array(20).fill(SOMEBODY));
  expect(await come(signed(good(), { alg: 'RS256', kid: 'rsa' }, rsa.privateKey))).toBe(SOMEBODY);
  expect(told.asked).toBe(1);
});

test('keys that nobody has do not send us to the provider again and again', async () => {
  const { told, come } = await provider();
  await come(mine());
  for (let tried = 0; tried < 20; tried += 1) expect(await come(ofKey(`made-up-${tried}`))).toBe(UNKNOWN);
  expect(told.asked).toBe(1);
});

test('a new key is found after the cooldown, and a withdrawn one no longer counts', async () => {
  const { told, come } = await provider({ cooldown: 200 });
  expect(await come(mine())).toBe(SOMEBODY);
  told.keys = {
    keys: [{ ...(await exportJWK(stranger.publicKey)), kid: 'next', alg: 'ES256', use: 'sig' }],
  };
  expect(await come(ofKey('next'))).toBe(UNKNOWN);
  later(250);
  expect(await come(ofKey('next'))).toBe(SOMEBODY);
  expect(await come(mine())).toBe(UNKNOWN);
});

test('a withdrawn key counts no longer than the keys may be old', async () => {
  const { told, come } = await provider({ maxAge: 200 });
  expect(await come(mine())).toBe(SOMEBODY);
  told.keys = { keys: [] };
  expect(await come(mine())).toBe(SOMEBODY);
  later(250);
  expect(await come(mine())).toBe(UNKNOWN);
});

const BROKEN: readonly (readonly [string, RequestListener])[] = [
  ['an error', (_request, response) => void response.writeHead(500).end()],
  ['not found', (_request, response) => void response.writeHead(404).end('{}')],
  ['a page', (_request, response) => void response.end('<html>')],
  ['something else', (_request, response) => void response.end('{"keys":"none"}')],
  ['a cut connection', (request) => void request.socket.destroy()],
  ['silence', () => undefined],
  [
    'the way to somewhere else',
    (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/jwks' }).end(),
  ],
];
test.each(BROKEN)('%s instead of keys: nobody is let in, and it is tried again', async (_, broken) => {
  const { told, come, answering } = await provider({ timeout: 150, pause: 150 });
  answering(broken);
  expect(await Promise.all([come(mine()), come(mine())])).toEqual([UNAVAILABLE, UNAVAILABLE]);
  answering();
  expect(await come(mine())).toBe(UNAVAILABLE);
  expect([told.asked, told.failures.length]).toEqual([1, 1]);
  later(200);
  expect(await come(mine())).toBe(SOMEBODY);
});

test('nobody listens there', async () => {
  const keys = signingKeysAt({ url: 'http://127.0.0.1:9/jwks', failed: () => undefined });
  const read = tokenReader({ issuer: ISSUER, audience: AUDIENCE, keys, refused: () => undefined });
  await expect(read(await mine())).rejects.toMatchObject({ problem: { code: UNAVAILABLE, status: 503 } });
});

test('while known keys are fresh, an outage is noticed by nobody who has a good token', async () => {
  const { come, answering } = await provider({ cooldown: 0, pause: 0 });
  expect(await come(mine())).toBe(SOMEBODY);
  answering((_request, response) => void response.writeHead(503).end());
  expect(await come(ofKey('made-up'))).toBe(UNAVAILABLE);
  expect(await come(mine())).toBe(SOMEBODY);
});

test('what has no chance from the start asks for no keys', async () => {
  const { told, come } = await provider();
  expect(await come('officer')).toBe(UNKNOWN);
  expect(await come(signed(good(), { alg: 'ES256', typ: 'at+jwt' }, ec.privateKey))).toBe(SOMEBODY);
  expect(told.asked).toBe(1);
});

test('a token that was checked is known until the keys are others, and no longer than it lasts', async () => {
  const { told, answering, come } = await provider();
  const short = await signed({ ...good(), exp: Math.floor(Date.now() / 1_000) + 60 });
  const token = await mine();
  expect([await come(token), await come(short)]).toEqual([SOMEBODY, SOMEBODY]);
  expect(await come(token)).toBe(SOMEBODY); // the first check brought the keys
  const verify = jest.spyOn(crypto.subtle, 'verify');
  expect([await come(token), await come(short)]).toEqual([SOMEBODY, SOMEBODY]);
  expect(verify).not.toHaveBeenCalled(); // known by their text
  verify.mockRestore();
  const forged = `${token.slice(0, -6)}AAAAAA`;
  expect(await come(forged)).toBe(UNKNOWN);
  later(89_000);
  expect(await come(short)).toBe(SOMEBODY); // within the leeway
  later(1_000);
  expect(await come(short)).toBe(UNKNOWN);
  // The key is withdrawn: it counts until the keys are fetched anew, for whoever was let in before as well.
  told.keys = { keys: published.keys.filter(({ kid }) => kid !== 'ec') };
  later(500_000);
  expect(await come(token)).toBe(SOMEBODY);
  later(20_000);
  expect(await come(token)).toBe(UNKNOWN);
  expect(told.asked).toBe(2);
  answering((_request, response) => response.writeHead(500).end());
  later(601_000);
  expect(await come(token)).toBe(UNAVAILABLE); // nobody is let in by what was known once
});
