import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import {
  registerNamespace,
  registerSearchAttributes,
} from '../../activities/adapters/temporal/search-attributes.ts';
import { isTaken } from './ports.ts';
import { dropDatabase, ensureDatabase } from './postgres.ts';
import type { ProcessRecords } from './process-record.ts';
import { answers, startService, type Service } from './service.ts';
import type { Ports } from './settings.ts';
import type { Say } from './steps.ts';
import { suitableCli, temporalBinaries, type TemporalBinaries } from './temporal-binaries.ts';
import { dynamicConfig, serverConfig, webConfig } from './temporal-config.ts';

const run = promisify(execFile);

export type TemporalOptions = Readonly<{
  ports: Ports;
  dataDir: string;
  cacheDir: string;
  logFolder: string;
  records: ProcessRecords;
  mayEnd?: number | undefined;
  say: Say;
  progress: (what: string) => void;
}>;

export type Temporal = Readonly<{ address: string; way: string; services: readonly Service[] }>;

/** The Temporal server and Temporal Web: running already, by a CLI on PATH, or built from the official modules. */
export async function ensureTemporal(options: TemporalOptions): Promise<Temporal> {
  const { ports, records } = options;
  const address = `127.0.0.1:${ports.TEMPORAL_PORT}`;
  const running = records.alive('temporal');
  if (running !== undefined && (await servesWithin(30, address))) {
    const web = records.alive('temporal-web') === undefined ? await startWebAgain(options) : [];
    return { address, way: 'running already', services: web };
  }
  for (const [name, port] of Object.entries(ports)) {
    if (!name.startsWith('TEMPORAL_') || !(await isTaken(port))) continue;
    throw new Error(
      `port ${port} is in use by something else. Set ${name} to a free port, or TEMPORAL_ADDRESS to use that server.`,
    );
  }
  const cli = await suitableCli();
  if (cli !== undefined)
    return { address, way: 'the temporal CLI on PATH', services: [await startCli(cli, options)] };
  const binaries = await temporalBinaries(options.cacheDir, options.progress);
  const server = await startServer(binaries, options);
  return {
    address,
    way: 'built from the official Go modules',
    services: [server, await startWeb(binaries, options)],
  };
}

/** The namespace and its search attributes. Repeating it is harmless. `fresh`: nothing of an earlier run goes on. */
export async function ensureNamespace(address: string, namespace: string, fresh = false): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await registerNamespace(connection, namespace);
    await eventually(() => registerSearchAttributes(connection, namespace));
    await eventually(() => connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 }));
    if (fresh) await clearNamespace(connection, namespace);
  } finally {
    await connection.close();
  }
}

/** Ends what an earlier run left in a namespace whose database begins empty: its processes would look for what is gone. */
async function clearNamespace(connection: Connection, namespace: string): Promise<void> {
  const client = new Client({ connection, namespace });
  for await (const { workflowId } of client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
    await client.workflow.getHandle(workflowId).terminate('its database begins anew');
  }
}

async function startServer(binaries: TemporalBinaries, options: TemporalOptions): Promise<Service> {
  const folder = join(options.dataDir, 'temporal');
  mkdirSync(folder, { recursive: true });
  const [server, dynamic] = [join(folder, 'server.yaml'), join(folder, 'dynamic.yaml')];
  writeFileSync(server, serverConfig(options.ports, dynamic));
  writeFileSync(dynamic, dynamicConfig());
  options.progress('bringing the schema up to date');
  await schemas(binaries, options.ports.POSTGRES_PORT);
  options.progress('starting');
  return startService({
    name: 'temporal',
    command: binaries.server,
    args: ['--config-file', server, '--allow-no-auth', 'start'],
    cwd: folder,
    logFolder: options.logFolder,
    records: options.records,
    mayEnd: options.mayEnd,
    isReady: () => serves(`127.0.0.1:${options.ports.TEMPORAL_PORT}`),
    say: options.say,
  });
}

async function startWebAgain(options: TemporalOptions): Promise<readonly Service[]> {
  if (await isTaken(options.ports.TEMPORAL_UI_PORT)) return [];
  return [await startWeb(await temporalBinaries(options.cacheDir, options.progress), options)];
}

async function startWeb(binaries: TemporalBinaries, options: TemporalOptions): Promise<Service> {
  const folder = join(options.dataDir, 'temporal', 'web');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'dev.yaml'), webConfig(options.ports, 'bangyeok'));
  return startService({
    name: 'temporal-web',
    command: binaries.ui,
    args: ['--root', folder, '--config', '.', '--env', 'dev', 'start'],
    cwd: folder,
    logFolder: options.logFolder,
    records: options.records,
    mayEnd: options.mayEnd,
    isReady: () => answers(`http://127.0.0.1:${options.ports.TEMPORAL_UI_PORT}/`),
    say: options.say,
  });
}

async function startCli(cli: string, options: TemporalOptions): Promise<Service> {
  const { ports } = options;
  return startService({
    name: 'temporal',
    command: cli,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(ports.TEMPORAL_PORT)],
      ...[
        '--ui-port',
        String(ports.TEMPORAL_UI_PORT),
        '--db-filename',
        join(options.dataDir, 'temporal.sqlite'),
      ],
      ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
      ...['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'],
      ...['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="50ms"'],
      ...['--dynamic-config-value', 'system.forceSearchAttributesCacheRefreshOnRead=true'],
    ],
    cwd: options.dataDir,
    logFolder: options.logFolder,
    records: options.records,
    mayEnd: options.mayEnd,
    isReady: () => serves(`127.0.0.1:${ports.TEMPORAL_PORT}`),
    say: options.say,
  });
}

/** Loses all that the engine knows, as a fault test wants it. The server must be down. */
export async function emptyTemporalStore({
  ports,
  cacheDir,
}: Pick<TemporalOptions, 'ports' | 'cacheDir'>): Promise<void> {
  const binaries = await temporalBinaries(cacheDir, () => undefined);
  for (const database of ['temporal', 'temporal_visibility'])
    await dropDatabase(ports.POSTGRES_PORT, database);
  await schemas(binaries, ports.POSTGRES_PORT);
}

async function schemas({ sql }: TemporalBinaries, port: number): Promise<void> {
  await Promise.all([
    schema(sql, port, 'temporal', 'postgresql/v12/temporal'),
    schema(sql, port, 'temporal_visibility', 'postgresql/v12/visibility'),
  ]);
}

async function schema(tool: string, port: number, database: string, name: string): Promise<void> {
  const base = [
    '--ep',
    '127.0.0.1',
    '-p',
    String(port),
    '-u',
    'postgres',
    '--pl',
    'postgres12_pgx',
    '--db',
    database,
  ];
  if (await ensureDatabase(port, database)) await run(tool, [...base, 'setup-schema', '-v', '0.0']);
  await run(tool, [...base, 'update-schema', '--schema-name', name]);
}

/** One that runs may be slow to answer while the machine is busy. */
async function servesWithin(seconds: number, address: string): Promise<boolean> {
  for (const begun = performance.now(); !(await serves(address));) {
    if (performance.now() - begun > seconds * 1_000) return false;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return true;
}

async function serves(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 });
    try {
      await connection.withDeadline(Date.now() + 1_000, () =>
        connection.workflowService.describeNamespace({ namespace: 'temporal-system' }),
      );
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false; // not yet
  }
}

async function eventually(attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
