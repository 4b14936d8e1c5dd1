import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AccessEntry } from '../../../activities/ports/access-records.ts';
import { refuse } from '../../../api/api-problems.ts';
import { roomForStrangers } from '../../../api/access/strangers.ts';
import { bound } from '../../../api/contract/bind.ts';
import type { Dependencies } from '../../../api/dependencies.ts';
import { failures } from '../../../api/failures.ts';
import { IDENTITY } from '../../../api/routes/identity.endpoints.ts';

const PERSON = '01900000-0000-7000-8000-000000000001';

const recorded: AccessEntry[] = [];
let server: Server;
beforeAll(async () => {
  const app = express();
  const uses = {
    staffOf: async () => {
      throw refuse('token/missing-or-unknown');
    },
    placeOf: async ({ id }: { id: string }) => (id === PERSON ? { district: '11110' } : undefined),
    accessRecords: { record: async (rows: readonly AccessEntry[]) => void recorded.push(...rows) },
  } as unknown as Dependencies;
  app.use(bound(IDENTITY, uses));
  app.use(failures(() => undefined));
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const open = async (id: string): Promise<number> => {
  const { port } = server.address() as AddressInfo;
  return (await fetch(`http://127.0.0.1:${port}/people/${id}/identity`)).status;
};

test('whoever comes without a token that counts leaves a record: of what they tried, and where it belongs', async () => {
  expect([await open(PERSON), await open('not-an-id')]).toEqual([401, 401]);
  expect(recorded).toMatchObject([
    {
      staffId: undefined,
      roles: [],
      endpoint: 'GET /people/:id/identity',
      subjectKind: 'person',
      subjectId: PERSON,
      district: '11110',
      problem: 'token/missing-or-unknown',
      sourceAddress: expect.stringContaining('127.0.0.1'),
    },
    { subjectId: undefined, district: undefined, problem: 'token/missing-or-unknown' },
  ]);
});

test('a flood of them fills no chain: a hundred a minute, and the next minute a hundred again', async () => {
  const answers = await Promise.all(Array.from({ length: 150 }, () => open(PERSON)));
  expect(new Set(answers)).toEqual(new Set([401]));
  expect(recorded).toHaveLength(100);
  let time = 0;
  const room = roomForStrangers(2, 60_000, () => time);
  const entered = () => [room.enter(), room.enter(), room.enter()];
  expect(entered()).toEqual([true, true, false]);
  time = 60_000;
  expect(entered()).toEqual([true, true, false]);
});
