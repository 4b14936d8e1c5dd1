import pg from 'pg';
import { postgresUrl, withClient } from '../../tools/launcher/postgres.ts';
import type { Ports } from '../../tools/launcher/settings.ts';

export type Servers = Readonly<{
  postgresPort: number;
  temporalAddress: string;
  /** File with the workflow bundle. */
  bundle: string;
  dataDir: string;
  ports: Ports;
}>;

export const TEMPLATE = 'bangyeok_template';
const VARIABLE = 'BANGYEOK_TEST_SERVERS';

/** Handed from the run's set-up to its test files. */
export function publish(servers: Servers): void {
  process.env[VARIABLE] = JSON.stringify(servers);
}

export function servers(): Servers {
  const published = process.env[VARIABLE];
  if (published === undefined)
    throw new Error('run this test through npm test: its servers were not started');
  return JSON.parse(published) as Servers;
}

export type TestDatabase = Readonly<{ url: string; pool: pg.Pool; close: () => Promise<void> }>;

let made = 0;

/** An empty, migrated database of the test file's own. */
export async function testDatabase(): Promise<TestDatabase> {
  const { postgresPort } = servers();
  made += 1;
  const name = `test_${process.pid}_${made}_${Date.now()}`;
  await withClient(postgresUrl(postgresPort, 'postgres'), (client) =>
    client.query(`create database ${name} template ${TEMPLATE}`),
  );
  const url = postgresUrl(postgresPort, name);
  const pool = new pg.Pool({ connectionString: url, max: 12 });
  pool.on('error', () => undefined); // the server is killed by some tests
  return { url, pool, close: () => pool.end() };
}
