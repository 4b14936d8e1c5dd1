import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express, { type Request } from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { admission, kindOf, ROOM } from '../../../api/contract/admission.ts';
import { bound } from '../../../api/contract/bind.ts';
import { endpoint } from '../../../api/contract/endpoint.ts';
import { gate } from '../../../api/contract/gate.ts';
import type { Dependencies } from '../../../api/dependencies.ts';
import { ENDPOINTS } from '../../../api/endpoints.ts';
import { failures } from '../../../api/failures.ts';

let server: Server;
let base = '';
let letGo: () => void = () => undefined;
let waiting = 0;

/** Whose requests are answered once they are let go; each is known by their token. */
const STAFF = {
  staffOf: async (request: Request) => ({
    id: request.get('authorization') ?? '',
    roles: ['headquarters'],
    jurisdictions: ['00'],
  }),
  isRevoked: async () => false,
  accessRecords: {
    record: async () => {
      recorded += 1;
    },
  },
} as unknown as Dependencies;
let recorded = 0;

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
  recorded = 0;
  const slow = endpoint({ ...open, method: 'get', path: '/slow' }, async () => {
    waiting += 1;
    await gate;
    return { body: {} };
  });
  const report = endpoint({ ...open, method: 'get', path: '/report', load: 'intake' }, async () => ({
    body: {},
  }));
  const own = endpoint({ ...open, method: 'get', path: '/own', action: 'protocol:read' }, async () => {
    waiting += 1;
    await gate;
    return { body: {} };
  });
  const app = express();
  app.use(bound([slow, report, own], STAFF));
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

const asking = (client: string, times: number): Promise<Response>[] =>
  Array.from({ length: times }, () => fetch(`${base}/own`, { headers: { authorization: client } }));
test('nobody fills the room alone: half of it stays for others', async () => {
  const greedy = asking('greedy', ROOM.others);
  let turnedAway = 0;
  for (const one of greedy) void one.then(({ status }) => (turnedAway += Number(status === 429)));
  await until(() => waiting + turnedAway === ROOM.others);
  expect(waiting).toBe(ROOM.others / 2);
  const late = await fetch(`${base}/own`, { headers: { authorization: 'greedy' } });
  expect([late.status, late.headers.get('retry-after')]).toEqual([429, '2']);
  expect(await late.json()).toMatchObject({ type: '/problems/client/too-many-at-once' });
  const other = asking('other', 1);
  await until(() => waiting === ROOM.others / 2 + 1);
  letGo();
  await Promise.all(greedy);
  expect(turnedAway).toBe(ROOM.others / 2);
  expect((await Promise.all(other)).map(({ status }) => status)).toEqual([200]);
  expect(recorded).toBe(0);
});

test('three who want all get about as much each, and a fourth still comes in', async () => {
  const names = ['one', 'two', 'three'];
  const rounds: [string, Promise<Response>][] = [];
  for (let round = 0; round < ROOM.others; round += 1)
    for (const name of names)
      rounds.push(...asking(name, 1).map((answer): [string, Promise<Response>] => [name, answer]));
  const fourth = asking('four', 1);
  await until(() => waiting > (ROOM.others * 3) / 4 - 3);
  letGo();
  const answered = await Promise.all(
    rounds.map(async ([name, answer]) => [name, (await answer).status] as const),
  );
  const shares = names.map(
    (name) => answered.filter(([who, status]) => who === name && status === 200).length,
  );
  expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(2);
  expect((await Promise.all(fourth)).map(({ status }) => status)).toEqual([200]);
});

test('what was answered or given up counts no longer', async () => {
  const impatient = new AbortController();
  const half = Array.from({ length: ROOM.others / 2 }, () =>
    fetch(`${base}/own`, { headers: { authorization: 'greedy' }, signal: impatient.signal }).catch(
      () => undefined,
    ),
  );
  await until(() => waiting === ROOM.others / 2);
  impatient.abort();
  await Promise.all(half);
  const again = asking('greedy', ROOM.others / 2);
  await until(() => waiting === ROOM.others);
  letGo();
  expect((await Promise.all(again)).map(({ status }) => status)).toEqual(Array(ROOM.others / 2).fill(200));
});

test('in front of everything a full room is told at once, and only of its own kind', async () => {
  const room = admission({ ...ROOM, others: 1, heavy: 0 });
  let late = 0;
  const reached: string[] = [];
  const of = (path: string, load?: 'intake' | 'heavy') =>
    endpoint({ ...open, method: 'get', path, ...(load && { load }) }, async () => ({ body: {} }));
  const app = express();
  app.use(
    gate([of('/all/:id/heavy', 'heavy'), of('/all/:id/report', 'intake'), of('/all/:id')], room, () => late),
  );
  app.use((request, response) => {
    reached.push(request.path);
    response.end();
  });
  app.use(failures(() => undefined));
  const own = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => own.once('listening', resolve));
  const at = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
  const leave = room.enter('others');
  const answers = await Promise.all(
    ['/all/1', '/all/1/report', '/all/1/heavy', '/all/1/unknown'].map((path) => fetch(at + path)),
  );
  expect(answers.map(({ status }) => status)).toEqual([429, 200, 429, 429]);
  expect(answers[0]?.headers.get('retry-after')).toBe('2');
  expect(await answers[0]?.json()).toMatchObject({ type: '/problems/server/busy' });
  late = 20;
  const begun = performance.now();
  expect((await fetch(`${at}/all/1`)).status).toBe(429);
  expect(performance.now() - begun).toBeGreaterThan(390); // held back as long as the process is behind
  leave?.();
  expect((await fetch(`${at}/all/1`)).status).toBe(200);
  expect(reached).toEqual(['/all/1/report', '/all/1']);
  own.closeAllConnections();
  own.close();
});

test('readers of files, however slow, leave room for lists that are handed in and commands for many', () => {
  const room = admission();
  const enter = (method: string, path: string) => {
    const one = ENDPOINTS.find((each) => each.method === method && each.path === path);
    return one === undefined ? undefined : room.enter(kindOf(one));
  };
  const files = ['/exports/cases.csv', '/exports/contacts.xlsx', '/exports/:id/file'];
  const read = Array.from({ length: 9 }, (_, index) => enter('get', files[index % 3] ?? ''));
  expect(read.map((leave) => leave !== undefined)).toEqual([
    ...Array<boolean>(4).fill(true),
    ...Array<boolean>(5).fill(false),
  ]);
  expect(enter('post', '/imports')).toBeDefined();
  expect(enter('post', '/bulk-commands')).toBeDefined();
});
