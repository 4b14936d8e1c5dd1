import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import express from 'express';
import type { Role } from '../../../api/access/roles.ts';
import { bound } from '../../../api/contract/bind.ts';
import type { Dependencies } from '../../../api/dependencies.ts';
import { failures } from '../../../api/failures.ts';
import { PROTOCOLS } from '../../../api/routes/protocols.endpoints.ts';
import { TASKS } from '../../../api/routes/tasks.endpoints.ts';

let roles: readonly Role[] = [];
let isRevoked: () => Promise<boolean> = async () => false;
const reached: string[] = [];
const uses = {
  staffOf: async () => ({ id: 'kim', roles, jurisdictions: ['11110'] }),
  isRevoked: () => isRevoked(),
  accessRecords: { record: async () => undefined },
  placeOf: async () => ({ district: '11110' }),
  taskList: async () => {
    reached.push('taskList');
    return [];
  },
  requests: new Proxy({}, { get: (_all, name) => async () => reached.push(String(name)) }),
} as unknown as Dependencies;
const unexpected: object[] = [];

let server: Server;
let base = '';
beforeAll(async () => {
  const app = express();
  app.use(bound([...TASKS, ...PROTOCOLS], uses));
  app.use(failures((entry) => unexpected.push(entry)));
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  [roles, isRevoked] = [['supervisor'], async () => false];
  reached.length = 0;
  unexpected.length = 0;
});

const told = async (path: string, body?: string) => {
  const response = await fetch(base + path, {
    ...(body === undefined ? {} : { method: 'POST', body }),
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
  });
  return [response.status, ((await response.json()) as { code?: string }).code];
};

test('a revoked account is told that and nothing else: neither what it may not do nor what it wrote wrongly', async () => {
  isRevoked = async () => true;
  for (const role of ['supervisor', 'auditor'] as const) {
    roles = [role];
    expect(await told('/tasks')).toEqual([401, 'access/revoked']);
    expect(await told('/tasks?limit=many')).toEqual([401, 'access/revoked']);
    expect(await told('/protocols', '{')).toEqual([401, 'access/revoked']);
  }
  expect(reached).toEqual([]);
});

test.each([
  ['down', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
  ['cut off', new Error('Connection terminated unexpectedly')],
  ['out of connections', new Error('timeout exceeded when trying to connect')],
])('while the store is %s nobody is let in: 503', async (_how, error) => {
  isRevoked = () => Promise.reject(error);
  expect(await told('/tasks')).toEqual([503, 'service/unavailable']);
  expect(await told('/protocols', '{}')).toEqual([503, 'service/unavailable']);
  expect([reached, unexpected]).toEqual([[], []]);
});

test('whatever else goes wrong lets nobody in either', async () => {
  isRevoked = () => Promise.reject(new Error('something new'));
  expect(await told('/tasks')).toEqual([500, 'internal/unexpected']);
  expect(reached).toEqual([]);
});

test('every request asks anew', async () => {
  const answers = [false, true, false];
  isRevoked = async () => answers.shift() ?? true;
  expect(
    [await told('/tasks'), await told('/tasks'), await told('/tasks')].map(([status]) => status),
  ).toEqual([200, 401, 200]);
});
