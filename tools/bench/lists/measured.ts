import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { ROOT } from '../../launcher/settings.ts';
import type { Ask } from './ask.ts';

/** As it is sent. */
export type Asked = Pick<Ask, 'group' | 'at' | 'method'> &
  Readonly<{ url: string; headers: Readonly<Record<string, string>>; body?: string }>;
export type Prepared = Readonly<{ name: string; text: string; values: readonly unknown[] }>;
/** What one request reads with, one after the other. */
export type Statements = Readonly<{ group: string; statements: readonly Prepared[] }>;
/** By place, those of each client. */
export type Tokens = Readonly<Record<string, readonly string[]>>;
export type Load = Readonly<{ clients: number; seconds: number; pauseMilliseconds: number }> &
  (
    | Readonly<{ shape: 'http'; asked: readonly Asked[]; tokens: Tokens }>
    | Readonly<{ shape: 'sql'; asked: readonly Statements[]; databaseUrl: string }>
  );
/** In milliseconds. */
export type Times = Readonly<{ count: number; p50: number; p99: number }>;
export type Measured = Readonly<{
  perSecond: number;
  /** Answered with anything but 200. */
  failed: number;
  all: Times;
  /** What the load itself took of a processor. */
  coreSeconds: number;
  groups: Readonly<Record<string, Times>>;
}>;

/** Puts the load on from a process of its own. */
export async function measured(load: Load): Promise<Measured> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/bench/lists/load.ts'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(load));
  const [told] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(told) as Measured;
}
