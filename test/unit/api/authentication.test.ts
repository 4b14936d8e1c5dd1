import { connect, type AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { failures } from '../../../api/failures.ts';
import { refuse } from '../../../api/api-problems.ts';
import { authentication } from '../../../api/request-identity.ts';
import { readTestToken, tokenFor } from '../../support/tokens.ts';

const logged: string[] = [];
const app = express();
const staffOf = authentication(readTestToken);
app.get('/me', async (request, response) => {
  response.json(await staffOf(request));
});
app.get('/down', async () => {
  throw refuse('identity-provider/unavailable');
});
app.use(failures((entry, message) => logged.push(JSON.stringify(entry) + message)));
let server: ReturnType<typeof app.listen>;
let token = '';
beforeAll(async () => {
  token = await tokenFor({ id: 'tester-11110', roles: ['tester'], jurisdictions: ['11110'] });
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => void server.close());
const port = (): number => (server.address() as AddressInfo).port;

/** Headers line by line, as only somebody who writes them by hand would send them. */
const ask = (path: string, ...headers: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port(), '127.0.0.1', () =>
      socket.write(
        [`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'),
      ),
    );
    let answer = '';
    socket
      .setEncoding('utf8')
      .on('data', (text: string) => (answer += text))
      .once('end', () => resolve(answer))
      .once('error', reject);
  });

test.each(['Authorization: Bearer', 'authorization: bearer', 'AUTHORIZATION: Bearer '])(
  '“%s” and a token',
  async (start) =>
    expect(await ask('/me', `${start} ${token}`)).toContain('"id":"tester-11110","roles":["tester"]'),
);

test('nothing sent: told what is needed, and not that it was wrong', async () => {
  const answer = await ask('/me');
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  expect(answer).toMatch(/^WWW-Authenticate: Bearer\r$/im);
  expect(answer).toContain('token/missing-or-unknown');
});

const wrong: readonly (readonly [string, () => readonly string[]])[] = [
  ['an unknown token', () => ['Authorization: Bearer officer']],
  ['a password', () => ['Authorization: Basic b2ZmaWNlcjpvZmZpY2Vy']],
  ['a scheme without a token', () => ['Authorization: Bearer']],
  ['a token without a scheme', () => [`Authorization: ${token}`]],
  ['two tokens in one header', () => [`Authorization: Bearer ${token} ${token}`]],
  ['two tokens with a comma', () => [`Authorization: Bearer ${token}, Bearer ${token}`]],
  ['the same header twice', () => [`Authorization: Bearer ${token}`, `Authorization: Bearer ${token}`]],
  ['a bad header behind a good one', () => [`Authorization: Bearer ${token}`, 'authorization: Bearer x']],
  ['a good header behind a bad one', () => ['authorization: Bearer x', `Authorization: Bearer ${token}`]],
];
test.each(wrong)('%s is refused in the same words', async (_, headers) => {
  const answer = await ask('/me', ...headers());
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  expect(answer).toMatch(/^WWW-Authenticate: Bearer error="invalid_token"\r$/im);
  expect(answer).toContain('application/problem+json');
  expect(answer).toContain('다시 로그인');
  expect(answer).not.toContain(token);
});

test('a token in the address counts for nothing', async () =>
  expect(await ask(`/me?access_token=${token}`)).toMatch(/^HTTP\/1\.1 401 /));

test('no identity provider: 503, with when to try again', async () => {
  const answer = await ask('/down', 'Accept-Language: en');
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(answer).toMatch(/^Retry-After: \d+\r$/im);
  expect(answer).toMatch(/identity provider does not answer.*Try again/);
});

test('no token comes into a log', () => expect(logged).toEqual([]));
