import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Place } from '../../../activities/ports/lookups.ts';
import type { Role } from '../../../api/access/roles.ts';
import { bound } from '../../../api/contract/bind.ts';
import type { Dependencies } from '../../../api/dependencies.ts';
import { failures } from '../../../api/failures.ts';
import { LIVING_SUPPORT } from '../../../api/routes/living-support.endpoints.ts';
import { LOOK_UPS } from '../../../api/routes/look-ups.endpoints.ts';
import { TASKS } from '../../../api/routes/tasks.endpoints.ts';

const HERE = '01900000-0000-7000-8000-000000000001';
const ELSEWHERE = '01900000-0000-7000-8000-000000000002';
const PAYMENT = '01900000-0000-7000-8000-000000000003';
const LOOK_UP = '01900000-0000-7000-8000-000000000004';
const NOWHERE = '01900000-0000-7000-8000-000000000009';
const PLACES: Readonly<Record<string, Place>> = {
  [HERE]: { district: '11110' },
  [ELSEWHERE]: { district: '26110' },
  [PAYMENT]: { district: '11110', taskKind: 'living-support-approval' },
  [LOOK_UP]: { district: '11110', taskKind: 'look-up-approval' },
};

let roles: readonly Role[] = [];
let asked: unknown[] = [];
const unexpected: object[] = [];
const done = async (ask: unknown) => {
  asked.push(ask);
  return { id: HERE, version: 2, stage: 'done' };
};
const uses = {
  staffOf: async () => ({ id: 'kim', roles, jurisdictions: ['11110'] }),
  isRevoked: async () => false,
  placeOf: async ({ id }: { id: string }) => PLACES[id],
  accessRecords: { record: async () => undefined },
  requests: { applyForLivingSupport: done, decideTask: done, approveRequest: done },
} as unknown as Dependencies;

let server: Server;
beforeAll(async () => {
  const app = express();
  app.use(bound([...LIVING_SUPPORT, ...LOOK_UPS, ...TASKS], uses));
  app.use(failures((entry) => unexpected.push(entry)));
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  expect(unexpected).toEqual([]);
});

const post = async (as: readonly Role[], path: string, body: object) => {
  [roles, asked] = [as, []];
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k', 'if-match': '"1"' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('what the body names in another district is refused like what is not there', async () => {
  const claim = (isolationId: string) => post(['payment-officer'], '/living-support', { isolationId });
  expect((await claim(HERE)).status).toBe(201);
  expect(asked).toEqual([expect.objectContaining({ isolationId: HERE, by: 'kim' })]);
  const elsewhere = await claim(ELSEWHERE);
  expect(elsewhere).toMatchObject({ status: 404, body: { code: 'isolation/not-found' } });
  expect(asked).toEqual([]);
  expect(await claim(NOWHERE)).toEqual(elsewhere);
});

test('a task is decided with the right that its kind takes', async () => {
  const decided = (role: Role, decision: string) => post([role], `/tasks/${PAYMENT}/decision`, { decision });
  for (const decision of ['approve', 'reject']) {
    expect(await decided('supervisor', decision)).toMatchObject({
      status: 403,
      body: { code: 'access/not-allowed' },
    });
    expect(asked).toEqual([]);
    expect((await decided('payment-officer', decision)).status).toBe(200);
  }
  expect((await post(['tester'], `/tasks/${HERE}/decision`, { decision: 'done' })).status).toBe(200);
});

test('a look-up is approved in an office that the token carries', async () => {
  const paths = {
    [`/look-ups/${HERE}/approval`]: {},
    [`/tasks/${LOOK_UP}/decision`]: { decision: 'approve' },
  };
  for (const [path, body] of Object.entries(paths)) {
    const lead = await post(['investigation-lead'], path, body);
    expect([lead.status, asked]).toEqual([200, [expect.objectContaining({ role: 'investigation-lead' })]]);
    expect(
      await post(['investigation-lead'], path, { ...body, role: 'public-health-director' }),
    ).toMatchObject({ status: 403, body: { code: 'access/not-your-office' } });
    expect(asked).toEqual([]);
    const both = ['investigation-lead', 'public-health-director'] as const;
    await post(both, path, { ...body, role: 'public-health-director' });
    expect(asked).toEqual([expect.objectContaining({ role: 'public-health-director' })]);
  }
});
