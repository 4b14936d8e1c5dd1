import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bound } from '../../../api/contract/bind.ts';
import type { Dependencies } from '../../../api/dependencies.ts';
import { ENDPOINTS } from '../../../api/endpoints.ts';
import { failures } from '../../../api/failures.ts';

/** In whatever order they are declared. */
const ORDERS = { asDeclared: ENDPOINTS, theOtherWayRound: ENDPOINTS.toReversed() };
const servers: Server[] = [];
const ports = new Map<string, number>();
beforeAll(async () => {
  for (const [order, endpoints] of Object.entries(ORDERS)) {
    const app = express();
    app.use(bound(endpoints, {} as Dependencies)); // nothing is asked of anything before the method fits
    app.use(failures(() => undefined));
    const server = app.listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    ports.set(order, (server.address() as AddressInfo).port);
  }
});
afterAll(async () => {
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
});
const ask = (order: string, path: string, method: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${ports.get(order) ?? 0}${path}`, { method });

const PATHS = [...new Set(ENDPOINTS.map(({ path }) => path))];
const takenAt = (path: string) => ENDPOINTS.filter((one) => one.path === path).map(({ method }) => method);

test.each(PATHS.filter((path) => takenAt(path).length === 1))(
  '%s says which method it takes, also where another path would take it for an id',
  async (path) => {
    const [taken] = takenAt(path);
    for (const order of Object.keys(ORDERS)) {
      const other = taken === 'get' ? 'POST' : 'GET';
      const answer = await ask(order, path.replaceAll(/:\w+/g, '7'), other);
      expect([answer.status, await answer.json()]).toMatchObject([
        405,
        { code: 'request/method-not-allowed' },
      ]);
      expect(answer.headers.get('allow')).toBe(taken === 'get' ? 'GET, HEAD' : 'POST');
    }
  },
);
