import { execFile, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { begunAt } from './process-record.ts';

const run = promisify(execFile);

export const SERVER_VERSION = '1.32.0';
const MODULES = {
  server: `go.temporal.io/server/cmd/server@v${SERVER_VERSION}`,
  sql: `go.temporal.io/server/cmd/tools/sql@v${SERVER_VERSION}`,
  ui: 'github.com/temporalio/ui-server/v2/cmd/server@v2.54.1',
} as const;
export const GO_NEEDED = '1.26.8';

export type TemporalBinaries = Readonly<{ server: string; sql: string; ui: string }>;

/** Compares dotted versions: negative, zero or positive. */
export function compareVersions(one: string, other: string): number {
  const parts = (text: string): number[] => text.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [left, right] = [parts(one), parts(other)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const inFolder = (folder: string): TemporalBinaries => ({
  server: join(folder, 'server', 'server'),
  sql: join(folder, 'sql', 'sql'),
  ui: join(folder, 'ui', 'server'),
});

const complete = (binaries: TemporalBinaries): boolean =>
  Object.values(binaries).every((file) => existsSync(file));

/** A `temporal` CLI on PATH whose server is new enough: the path, or nothing. */
export async function suitableCli(): Promise<string | undefined> {
  try {
    const { stdout } = await run('temporal', ['--version']);
    const [, server] = /Server (\d+\.\d+\.\d+)/i.exec(stdout) ?? [];
    return server !== undefined && compareVersions(server, SERVER_VERSION) >= 0 ? 'temporal' : undefined;
  } catch {
    return undefined; // no such command
  }
}

export async function goVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await run('go', ['env', 'GOVERSION']);
    return stdout.trim().replace(/^go/, '');
  } catch {
    return undefined; // no Go
  }
}

/**
 * The production server, its schema tool and Temporal Web, built once from their official Go modules into a cache that
 * every checkout shares. One build at a time; a build that was cut off is not taken for a finished one.
 */
export async function temporalBinaries(
  cacheDir: string,
  progress: (what: string) => void,
): Promise<TemporalBinaries> {
  const folder = join(cacheDir, `temporal-${SERVER_VERSION}`);
  const finished = inFolder(folder);
  if (complete(finished)) return finished;
  const go = await goVersion();
  if (go === undefined || compareVersions(go, GO_NEEDED) < 0) {
    throw new Error(
      `no Temporal server. Do one of these: install Go ${GO_NEEDED} or newer (it is then built once, some minutes); ` +
        `put a temporal CLI with server ${SERVER_VERSION} or newer on PATH; set TEMPORAL_ADDRESS to a running cluster.`,
    );
  }
  mkdirSync(cacheDir, { recursive: true });
  const unlock = await lock(join(cacheDir, 'build.lock'), progress);
  try {
    if (complete(finished)) return finished;
    const building = `${folder}.building`;
    rmSync(building, { recursive: true, force: true });
    for (const [part, module] of Object.entries(MODULES)) {
      progress(`building ${part} from ${module} (once, a few minutes)`);
      await build(module, join(building, part));
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(building, folder);
    return finished;
  } finally {
    unlock();
  }
}

function build(module: string, target: string): Promise<void> {
  mkdirSync(target, { recursive: true });
  return new Promise((resolve, reject) => {
    const errors: string[] = [];
    const child = spawn('go', ['install', module], {
      env: { ...process.env, GOBIN: target },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`go install ${module} failed:\n${errors.join('').split('\n').slice(-12).join('\n')}`),
        );
    });
  });
}

/** Held by the process named in the file; one whose owner is gone is broken. */
async function lock(file: string, progress: (what: string) => void): Promise<() => void> {
  for (;;) {
    try {
      const descriptor = openSync(file, 'wx');
      writeFileSync(descriptor, `${process.pid} ${begunAt(process.pid) ?? ''}`);
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [pid = '', begun = ''] = owner(file);
    const written = pid !== '';
    const old = !written && Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 5_000;
    if (old || (written && begunAt(Number(pid)) !== begun)) rmSync(file, { force: true });
    else {
      progress(`waiting for the build of process ${pid}`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

function owner(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(' ').filter(Boolean);
  } catch {
    return []; // just released
  }
}
