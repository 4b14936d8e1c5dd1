import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { begunAt, endProcess, isAlive, type ProcessRecord, type ProcessRecords } from './process-record.ts';
import type { Say } from './steps.ts';

export type ServiceOptions = Readonly<{
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  environment?: NodeJS.ProcessEnv;
  uid?: number | undefined;
  gid?: number | undefined;
  logFolder: string;
  records: ProcessRecords;
  /** Answers when it may be used. */
  isReady: () => Promise<boolean>;
  readyWithinSeconds?: number;
  stopSignal?: NodeJS.Signals;
  /** How often it may end in a minute and is started again. */
  mayEnd?: number | undefined;
  say: Say;
}>;

/** A running process of the stack. It is started again when it ends by itself, unless it keeps ending. */
export type Service = Readonly<{
  name: string;
  pid: () => number;
  kill: (signal: NodeJS.Signals) => void;
  /** Starts it again after a kill and waits until it is ready. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}>;

const MAY_END = 5;

/** Starts a process in a group of its own, so that Ctrl-C reaches the launcher alone, and waits until it is ready. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { name, records, say, mayEnd = MAY_END } = options;
  let current: ProcessRecord = { name, pid: 0, begun: '' };
  let expectedToEnd = false;
  const ends: number[] = [];

  const launch = (): void => {
    mkdirSync(options.logFolder, { recursive: true });
    const log = openSync(join(options.logFolder, `${name}.log`), 'a');
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.environment ?? process.env,
      detached: true,
      stdio: ['ignore', log, log],
      ...(options.uid === undefined ? {} : { uid: options.uid }),
      ...(options.gid === undefined ? {} : { gid: options.gid }),
    });
    closeSync(log);
    child.once('error', (error) => say(`[!!] ${name} cannot be started: ${error.message}`));
    if (child.pid === undefined) return;
    const mine = { name, pid: child.pid, begun: begunAt(child.pid) ?? '' };
    current = mine;
    records.write(name, child.pid);
    child.once('exit', (code, signal) => {
      if (!expectedToEnd && current === mine) void again(mine, signal ?? `code ${code}`);
    });
  };

  const again = async (ended: ProcessRecord, how: string): Promise<void> => {
    const now = Date.now();
    ends.push(now);
    const recent = ends.filter((end) => now - end < 60_000).length;
    say(`[!!] ${name} ended (${how}). Last lines of its log:\n${lastLines(options)}`);
    if (recent >= mayEnd) {
      say(
        `[!!] ${name} ended ${recent} times in a minute and is left alone. Mend the cause, then start again.`,
      );
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** Math.min(recent - 1, MAY_END - 2)));
    if (expectedToEnd || current !== ended) return; // somebody else brings it back, or has
    launch();
    try {
      await untilReady(options, () => isAlive(current));
      say(`[ok] ${name} runs again`);
    } catch (error) {
      say(`[!!] ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  const stop = async (): Promise<void> => {
    expectedToEnd = true;
    await endProcess(current, options.stopSignal);
    records.remove(name);
  };

  launch();
  try {
    await untilReady(options, () => isAlive(current));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name,
    pid: () => current.pid,
    kill: (signal) => {
      expectedToEnd = true; // whoever kills decides when it comes back
      if (isAlive(current)) process.kill(current.pid, signal); // it may have ended by itself
    },
    restart: async () => {
      expectedToEnd = true;
      await endProcess(current, options.stopSignal);
      launch();
      expectedToEnd = false;
      await untilReady(options, () => isAlive(current));
    },
    stop,
  };
}

async function untilReady(options: ServiceOptions, stillAlive: () => boolean): Promise<void> {
  const { name, isReady, readyWithinSeconds = 60 } = options;
  const begun = performance.now();
  while (!(await isReady())) {
    const tooLate = performance.now() - begun > readyWithinSeconds * 1_000;
    if (tooLate || !stillAlive()) {
      const what = tooLate ? `is not ready after ${readyWithinSeconds} s` : 'ended while starting';
      throw new Error(
        `${name} ${what}. Last lines of ${join(options.logFolder, `${name}.log`)}:\n${lastLines(options)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function lastLines({ logFolder, name }: ServiceOptions): string {
  try {
    return readFileSync(join(logFolder, `${name}.log`), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-8)
      .map((line) => line.slice(0, 300))
      .join('\n');
  } catch {
    return '(no log)';
  }
}

/** Whether an address answers 200. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false; // not yet
  }
}
