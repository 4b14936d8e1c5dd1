import { createServer, STATUS_CODES, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express } from 'express';
import { API_PROBLEMS, type ApiProblemCode } from './api-problems.ts';

/** What cannot be read as a request reaches no application: those are the codes of what is wrong with it. */
const REFUSED: Readonly<Record<string, ApiProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'request/headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'request/too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request/too-slow',
};
/** For as long what is still on its way is taken: a connection that breaks at once loses the answer too. */
const LINGERING_MILLISECONDS = 1_000;

/** The application behind a server that refuses in the application's own form what it cannot read. */
export function httpServer(app: Express, options: ServerOptions = {}): Server {
  const underWay = new WeakMap<Duplex, Set<ServerResponse>>();
  const refused = new WeakSet<Duplex>();
  const refuse = (socket: Duplex, code: ApiProblemCode): void => {
    if (refused.has(socket)) return;
    const isTelling = [...(underWay.get(socket) ?? [])].some(({ headersSent }) => headersSent);
    if (!socket.writable || isTelling) return void socket.destroy();
    refused.add(socket);
    socket.end(refusal(code));
    setTimeout(() => socket.destroy(), LINGERING_MILLISECONDS).unref();
  };
  // Node would refuse a request without a host by itself, and say nothing.
  const server = createServer({ ...options, requireHostHeader: false }, (request, response) => {
    const { socket, headers, httpVersionMinor } = request;
    if (headers.host === undefined && httpVersionMinor > 0) return refuse(socket, 'request/malformed-http');
    const responses = underWay.get(socket) ?? new Set();
    underWay.set(socket, responses.add(response));
    response.once('close', () => responses.delete(response));
    app(request, response);
  });
  server.on('clientError', ({ code = '' }: NodeJS.ErrnoException, socket) =>
    refuse(socket, REFUSED[code] ?? 'request/malformed-http'),
  );
  return server;
}

/** Nobody's language is known: both are sent. */
function refusal(code: ApiProblemCode): string {
  const { status, title } = API_PROBLEMS[code];
  const body = JSON.stringify({
    type: `/problems/${code}`,
    title: `${title.ko} · ${title.en}`,
    status,
    code,
  });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    'content-language: ko, en',
    'x-content-type-options: nosniff',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
