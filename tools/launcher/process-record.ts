import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process that a launcher started: its id, and when it began, so that a stranger with its id is not taken for it. */
export type ProcessRecord = Readonly<{ name: string; pid: number; begun: string }>;

/** When a process began, as the system tells it; nothing when it is gone. */
export function begunAt(pid: number): string | undefined {
  try {
    if (existsSync('/proc/self/stat')) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined; // no such process
  }
}

export const isAlive = ({ pid, begun }: ProcessRecord): boolean => begunAt(pid) === begun;

/** The records of one folder: what was started and may still run. */
export function processRecords(folder: string) {
  mkdirSync(folder, { recursive: true });
  const file = (name: string): string => join(folder, `${name}.json`);
  const read = (name: string): ProcessRecord | undefined => {
    try {
      return JSON.parse(readFileSync(file(name), 'utf8')) as ProcessRecord;
    } catch {
      return undefined; // never written, or cut off while writing: nothing to go by
    }
  };
  return {
    write: (name: string, pid: number): void => {
      writeFileSync(file(name), JSON.stringify({ name, pid, begun: begunAt(pid) ?? '' }));
    },
    remove: (name: string): void => rmSync(file(name), { force: true }),
    alive: (name: string): ProcessRecord | undefined => {
      const record = read(name);
      return record !== undefined && isAlive(record) ? record : undefined;
    },
    allAlive: (): readonly ProcessRecord[] =>
      readdirSync(folder)
        .filter((entry) => entry.endsWith('.json'))
        .map((entry) => read(entry.slice(0, -'.json'.length)))
        .filter((record): record is ProcessRecord => record !== undefined && isAlive(record)),
  };
}
export type ProcessRecords = ReturnType<typeof processRecords>;

/** Asks a process to end, insists after a while, and waits until it is gone. */
export async function endProcess(
  record: ProcessRecord,
  signal: NodeJS.Signals = 'SIGTERM',
  patienceMilliseconds = 20_000,
): Promise<void> {
  const kill = (how: NodeJS.Signals): void => {
    if (isAlive(record)) process.kill(record.pid, how);
  };
  kill(signal);
  const begun = performance.now();
  while (isAlive(record)) {
    if (performance.now() - begun > patienceMilliseconds) kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
