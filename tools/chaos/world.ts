import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import type { Stack } from '../launcher/stack.ts';
import { office, type Office } from './load/office.ts';
import type { ChaosProtocol } from './load/protocol.ts';
import { insist } from './patience.ts';
import { discoverSimulators, type Simulator } from './simulators.ts';

/** The running system, and the ways in which a fault test reaches into it. */
export type World = Readonly<{
  stack: Stack;
  simulators: readonly Simulator[];
  /** Where crash points are armed. */
  crashFolder: string;
  office: Office;
  rules: ChaosProtocol;
  /** Reads the database, also while it is down: then it waits until it is back. */
  read: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** Asks the engine, also while it is down. */
  engine: <Result>(ask: (client: Client) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
}>;

/** Who tells processes something on purpose, twice or in a wrong order. */
export const FAULTS_ARE_FROM = 'chaos';

export const crashFolderOf = (dataDir: string, profile: string): string => {
  const folder = join(dataDir, 'crash-points', profile);
  mkdirSync(folder, { recursive: true });
  return folder;
};

export async function openWorld(stack: Stack, crashFolder: string, rules: ChaosProtocol): Promise<World> {
  const { addresses, settings } = stack;
  const pool = new pg.Pool({
    connectionString: addresses.database,
    max: 4,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  });
  pool.on('error', () => undefined); // killed on purpose
  const connection = Connection.lazy({ address: addresses.temporal });
  const client = new Client({ connection, namespace: settings.namespace, identity: FAULTS_ARE_FROM });
  return {
    stack,
    crashFolder,
    office: office(stack, pool),
    rules,
    simulators: await discoverSimulators(addresses),
    read: (text, values = []) => insist(async () => (await pool.query(text, [...values])).rows),
    engine: (ask) => insist(() => client.withDeadline(Date.now() + 5_000, () => ask(client))),
    close: async () => {
      await pool.end();
      await connection.close();
    },
  };
}
