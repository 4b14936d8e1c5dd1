import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { pgAccessRecords } from '../../activities/adapters/postgres/access-records.pg.ts';
import { webhookReader } from '../../activities/adapters/webhooks/webhook-reader.ts';
import { webhookSecrets } from '../../activities/adapters/webhooks/webhook-secrets.ts';
import { configuration } from '../../activities/configuration.ts';
import { connect } from '../../activities/connect.ts';
import { requests, storeActivities } from '../../activities/index.ts';
import { createApp } from '../../api/app.ts';
import { readModels } from '../../api/read-models/index.ts';
import { isRevoked } from '../../api/read-models/revocation.ts';
import { authentication } from '../../api/request-identity.ts';
import { undeclared } from './conformance.ts';
import { testEnvironment } from './environment.ts';
import { testDatabase } from './servers.ts';
import { OFFICER, readTestToken, tokenFor } from './tokens.ts';

const TOKEN = await tokenFor(OFFICER);
export const SECRETS = ['the-first-live-secret', 'the-second-live-secret'];

export type Body = Readonly<{
  [field: string]: unknown;
  caseId: string;
  personId: string;
  version: number;
  currentVersion: number;
  items: readonly Readonly<Record<string, string>>[];
  history: readonly Readonly<{ type: string }>[];
}>;

export const key = (): { 'idempotency-key': string } => ({ 'idempotency-key': randomUUID() });

let people = 0;
/** Somebody else each time: no two of a file are alike in telephone and birth date. The first is of 1980-01-02, 010-1234-5678. */
export const somebody = () => {
  const birthDate = new Date(Date.UTC(1980, 0, 2 + people)).toISOString().slice(0, 10);
  const phone = `010-1234-${5_678 + people}`;
  people += 1;
  return { name: '홍길동', birthDate, sex: 'male', phone };
};
export const diagnosis = () => ({
  kind: 'diagnosis',
  person: somebody(),
  district: '11110',
  symptomatic: true,
});

/** The REST interface over a database of its own, without worker and without Temporal: intake needs neither. */
export async function apiWorld(protocolAsOf = '2020-06-25') {
  const database = await testDatabase();
  const where = { databaseUrl: database.url, secrets: SECRETS };
  const configured = configuration(testEnvironment(where, { PROTOCOL_AS_OF: protocolAsOf }));
  const uses = connect(configured, database.pool);
  const unexpected: string[] = [];
  const asked = requests(uses);
  const app = createApp({
    requests: asked,
    ...readModels(database.pool),
    isRevoked: isRevoked(database.pool),
    accessRecords: pgAccessRecords(database.pool, {
      anchored: () => undefined,
      failed: (error) => unexpected.push(String(error)),
    }),
    webhooks: webhookReader(webhookSecrets(configured)),
    staffOf: authentication(readTestToken),
    placeOf: (of) => uses.lookups.placeOf(of),
    accountOf: (staffId) => uses.subscribers.of(staffId),
    trustedProxies: configured.TRUSTED_PROXIES,
    processUrl: (id) => `http://web/${id}`,
    isReady: async () => true,
    log: (entry, message) => unexpected.push(JSON.stringify(entry) + message),
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const callAs = async (
    token: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(base + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const type = response.headers.get('content-type') ?? '';
    const whole = await response.text();
    const answer = (/[/+]json\b/.test(type) ? JSON.parse(whole) : whole) as Body;
    const wrong = undeclared(method, path, { status: response.status, type, body: answer });
    if (wrong !== undefined) throw new Error(wrong);
    return { status: response.status, headers: response.headers, body: answer };
  };
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    callAs(TOKEN, method, path, body, headers);
  /** The answer's body as it came. */
  const text = async (method: string, path: string, body?: string, headers: Record<string, string> = {}) => {
    const response = await fetch(base + path, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return response.text();
  };
  return {
    base,
    call,
    /** As somebody else; with an empty token as nobody. */
    callAs,
    text,
    pool: database.pool,
    uses,
    requests: asked,
    /** Steps that a process would take. */
    steps: storeActivities(uses),
    /** What the API answered with 500 to. */
    unexpected,
    /** A visit on a case's route, as an interview tells it. */
    visited: async (caseId: string, visit: Readonly<{ placeId: string; from: string; to: string }>) => {
      const asked = () => ({ commandId: randomUUID(), fingerprint: '', by: 'officer' });
      const { rows } = await database.pool.query<{ id: string }>('select id from route where case_id = $1', [
        caseId,
      ]);
      const routeId = rows[0]?.id ?? (await requests(uses).beginRoute({ ...asked(), caseId })).id;
      await requests(uses).recordVisit({
        ...asked(),
        routeId,
        source: 'interview',
        district: '11110',
        ...visit,
      });
    },
    opened: async (): Promise<Body> => (await call('POST', '/cases', diagnosis(), key())).body,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}
export type ApiWorld = Awaited<ReturnType<typeof apiWorld>>;
