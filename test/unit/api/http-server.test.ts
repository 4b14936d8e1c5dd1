import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { httpServer } from '../../../api/http-server.ts';

let server: Server;
let port = 0;
beforeAll(async () => {
  const app = express();
  app.get('/begun', (_request, response) => void response.write('half of it'));
  app.use((request, response) => void request.resume().once('end', () => response.send('read')));
  server = httpServer(app, { requestTimeout: 100, connectionsCheckingInterval: 50 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
});

/** All that is answered to these bytes, until the server ends the connection. */
async function answerTo(...parts: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  for (const [index, part] of parts.entries()) {
    if (index > 0) await once(socket, 'data');
    socket.write(part);
  }
  await once(socket, 'close');
  return answer;
}
const HOST = 'host: here\r\n';

describe('what cannot be read as a request is refused in the declared form', () => {
  test.each([
    [
      'headers of 20 KB',
      `GET / HTTP/1.1\r\n${HOST}x: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'headers of 20 MB',
      `GET / HTTP/1.1\r\n${HOST}x: ${'a'.repeat(20_000_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'an address of 20 KB',
      `GET /?q=${'a'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`,
      431,
      'headers-too-large',
    ],
    ['nonsense', 'nonsense\r\n\r\n', 400, 'malformed-http'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400, 'malformed-http'],
    ['a header that is none', `GET / HTTP/1.1\r\n${HOST}a b\r\n\r\n`, 400, 'malformed-http'],
    [
      'a length that is none',
      `POST / HTTP/1.1\r\n${HOST}content-length: many\r\n\r\n`,
      400,
      'malformed-http',
    ],
    ['headers without an end', `GET / HTTP/1.1\r\n${HOST}`, 408, 'too-slow'],
    ['a body without an end', `POST / HTTP/1.1\r\n${HOST}content-length: 9\r\n\r\nhalf`, 408, 'too-slow'],
    [
      'chunks with endless words',
      `POST / HTTP/1.1\r\n${HOST}transfer-encoding: chunked\r\n\r\n1;${'a'.repeat(20_000)}\r\n`,
      413,
      'too-large',
    ],
  ])('%s', async (_what, sent, status, code) => {
    const answer = await answerTo(sent);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [A-Z]`));
    expect(head).toContain('\r\ncontent-type: application/problem+json; charset=utf-8\r\n');
    expect(head).toContain(`\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`);
    expect(JSON.parse(body)).toEqual({
      ...{ type: `/problems/request/${code}`, code: `request/${code}`, status },
      title: expect.stringMatching(/^[가-힣][^·]+\. · [A-Z][^·]+\.$/),
    });
  });
});

test('an answer that has begun is cut, and nothing is put into it', async () => {
  const answer = await answerTo(`GET /begun HTTP/1.1\r\n${HOST}\r\n`, 'nonsense\r\n\r\n');
  expect(answer).toContain('half of it');
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('requests that can be read go to the application, one after the other on a connection', async () => {
  const one = `GET /one HTTP/1.1\r\n${HOST}\r\n`;
  const last = `GET /two HTTP/1.0\r\n\r\n`;
  expect((await answerTo(`${one}${one}${last}`)).match(/HTTP\/1\.1 200/g)).toHaveLength(3);
});
