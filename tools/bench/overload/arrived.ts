import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { ROOT } from '../../launcher/settings.ts';
import type { Asked, Tokens } from '../lists/measured.ts';

export type Arrivals = Readonly<{
  shape: 'reading' | 'intake';
  url: string;
  perSecond: number;
  seconds: number;
  /** Connections at most: what finds none is counted and not sent. */
  sockets: number;
  /** Opens them all first, and begins at that moment (milliseconds since 1970). Otherwise it begins with none, at once. */
  keptUntil?: number;
  asked: readonly Asked[];
  tokens: Tokens;
  webhookSecret: string;
}>;
/** Milliseconds since each was due, of those that were answered with what they asked for. */
export type Arrived = Readonly<{
  sent: number;
  unsent: number;
  statuses: Readonly<Record<string, number>>;
  /** Of those refused with 429, how many were told when to come again. */
  toldWhen: number;
  p50: number;
  p99: number;
}>;

export async function arrived(arrivals: Arrivals): Promise<Arrived> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/bench/overload/arrivals.ts'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(arrivals));
  const [told] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(told) as Arrived;
}

export const countOf = ({ statuses }: Arrived, status: RegExp): number =>
  Object.entries(statuses).reduce((sum, [one, count]) => sum + (status.test(one) ? count : 0), 0);
