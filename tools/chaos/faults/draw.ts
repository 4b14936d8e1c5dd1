import { CRASH_POINTS, type CrashPoint } from '../../../activities/ports/crash-points.ts';
import type { Random } from '../random.ts';
import type { Simulator } from '../simulators.ts';
import type { Fault, FaultKind, Program } from './fault.ts';

/** Passed once or twice in a run: bulk work has few batches. */
const SELDOM = /^batch\//;

/** Within how much time the faults of a run are spread. */
export const WINDOW_MILLISECONDS = 5_000;

/** Who passes a point: the relay, the effects and the activities are the worker's. */
export const programsAt = (point: CrashPoint): readonly Program[] =>
  /^(save|command)\//.test(point) ? ['api', 'worker'] : ['worker'];

/** Answers that a partner gives instead of doing what it was asked: some may pass, some are for good. */
const STATUSES = [500, 502, 503, 429, 400] as const;

const SHARES: Readonly<Record<FaultKind, number>> = {
  partner: 56,
  crash: 18,
  kill: 6,
  signal: 8,
  webhook: 10,
  'store-lost': 2,
};
/** Processes take some seconds to come back: more of these in one run would only hit those that are down already. */
const MOST: Partial<Record<FaultKind, number>> = { crash: 3, kill: 1, 'store-lost': 1 };

/** How often each partner is asked for something, roughly: a fault of one that is never asked finds no moment. */
const TRAFFIC: Readonly<Record<string, number>> = {
  sms: 5,
  'pcr-laboratory': 3,
  registry: 3,
  payment: 2,
  delivery: 2,
  'living-support': 2,
  'entry-log': 2,
  'card-history': 2,
  survey: 2,
};
/**
 * The registry answers at once and never calls back. Where the others lose a message, our process asks them after hours
 * or a day: right, and longer than a run.
 */
const NEVER: Readonly<Record<string, RegExp>> = {
  registry: /callback|reorder/,
  delivery: /lose-callback/,
  'living-support': /lose-callback/,
  'entry-log': /lose-callback/,
  'card-history': /lose-callback/,
  survey: /lose-callback/,
};

function shares({ name, url, faults }: Simulator): readonly Simulator[] {
  const possible = faults.filter((fault) => NEVER[name]?.test(fault) !== true);
  return Array.from({ length: TRAFFIC[name] ?? 0 }, () => ({ name, url, faults: possible }));
}

export type Drawing = Readonly<{
  simulators: readonly Simulator[];
  count: number;
  kinds: readonly FaultKind[];
}>;

/** The faults of one run, by its chance alone. */
export function drawFaults(random: Random, { simulators, count, kinds }: Drawing): readonly Fault[] {
  const faults: Fault[] = [];
  const drawn = new Map<FaultKind, number>();
  while (faults.length < count) {
    const open = kinds.filter((kind) => (drawn.get(kind) ?? 0) < (MOST[kind] ?? Infinity));
    if (open.length === 0) break;
    const kind = random.pick(open.flatMap((one) => Array.from({ length: SHARES[one] }, () => one)));
    drawn.set(kind, (drawn.get(kind) ?? 0) + 1);
    faults.push({ at: random.below(WINDOW_MILLISECONDS), ...one(random, kind, simulators) } as Fault);
  }
  return faults.sort((earlier, later) => earlier.at - later.at);
}

function one(random: Random, kind: FaultKind, simulators: readonly Simulator[]): object {
  switch (kind) {
    case 'partner': {
      const { name, faults } = random.pick(simulators.flatMap((one) => shares(one)));
      const fault = random.pick(faults);
      return {
        kind,
        system: name,
        fault,
        ...(fault === 'delay' ? { milliseconds: random.pick([300, 1_000, 3_500]) } : {}),
        ...(fault.startsWith('fail') ? { status: random.pick(STATUSES) } : {}),
      };
    }
    case 'crash': {
      const point = random.pick(CRASH_POINTS);
      const program = random.pick(programsAt(point));
      const victim = random.pick([program, program, program, 'postgres', 'temporal']);
      return { kind, point, program, victim, pass: random.between(1, SELDOM.test(point) ? 1 : 6) };
    }
    case 'kill':
      return { kind, victim: random.pick(['worker', 'api', 'postgres', 'temporal']) };
    case 'signal':
      return { kind, how: random.pick(['twice', 'reordered', 'before-start']) };
    case 'webhook':
      return { kind, how: random.pick(['duplicated', 'forged', 'late', 'unknown-order']) };
    case 'store-lost':
      return { kind };
  }
}
