import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { ROOM } from '../../../api/contract/admission.ts';
import { bound } from '../../../api/contract/bind.ts';
import { endpoint } from '../../../api/contract/endpoint.ts';
import type { Dependencies } from '../../../api/dependencies.ts';
import { failures } from '../../../api/failures.ts';

let server: Server;
let base = '';
let letGo: () => void = () => undefined;
let waiting = 0;

const open = {
  tag: 'interface',
  does: { ko: '시험', en: 'a test' },
  answer: { status: 200, schema: z.object({}) },
} as const;
beforeEach(async () => {
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  waiting = 0;
  const slow = endpoint({ ...open, method: 'get', path: '/slow' }, async () => {
    waiting += 1;
    await gate;
    return { body: {} };
  });
  const report = endpoint({ ...open, method: 'get', path: '/report', load: 'intake' }, async () => ({
    body: {},
  }));
  const app = express();
  app.use(bound([slow, report], {} as Dependencies));
  app.use(failures(() => undefined));
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  letGo();
  server.closeAllConnections();
  server.close();
});

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test('whoever finds no room is told to come again; reports come in all the same', async () => {
  const inside = Array.from({ length: ROOM.others }, () => fetch(`${base}/slow`));
  await until(() => waiting === ROOM.others);
  const late = await fetch(`${base}/slow`);
  expect([late.status, late.headers.get('retry-after')]).toEqual([429, '2']);
  expect(await late.json()).toMatchObject({ type: '/problems/server/busy' });
  expect((await fetch(`${base}/report`)).status).toBe(200);
  letGo();
  expect((await Promise.all(inside)).map(({ status }) => status)).toEqual(Array(ROOM.others).fill(200));
  expect((await fetch(`${base}/slow`)).status).toBe(200);
});

test('whoever hangs up leaves their room to others', async () => {
  const impatient = new AbortController();
  const given = Array.from({ length: ROOM.others }, () =>
    fetch(`${base}/slow`, { signal: impatient.signal }).catch(() => undefined),
  );
  await until(() => waiting === ROOM.others);
  impatient.abort();
  await Promise.all(given);
  const next = fetch(`${base}/slow`);
  await until(() => waiting === ROOM.others + 1);
  letGo();
  expect((await next).status).toBe(200);
});
