import { CRASH_POINTS, type CrashPoint } from '../../../activities/ports/crash-points.ts';
import { isSeldom } from '../load/cast.ts';
import type { Random } from '../random.ts';
import type { Simulator } from '../simulators.ts';
import { CONTRADICTION_NAMES } from './contradictions.ts';
import { pairsOf, type Pair } from './aims.ts';
import type { Fault, FaultKind, Program } from './fault.ts';

/** Passed once or twice in a run: bulk work has few batches. */
const SELDOM = /^batch\//;

/** Within how much time the faults of a run are spread. */
export const WINDOW_MILLISECONDS = 5_000;
/** By when the faults are set up that wait for something seldom. */
export const EARLY_MILLISECONDS = 1_000;

/** Who passes a point: the relay, the effects and the activities are the worker's. */
export const programsAt = (point: CrashPoint): readonly Program[] =>
  /^(save|command)\//.test(point) ? ['api', 'worker'] : ['worker'];

/** Answers that a partner gives instead of doing what it was asked: some may pass, some are for good. */
const STATUSES = [500, 502, 503, 429, 400] as const;

/** The longest is over after the call was given up and would have been made again. */
export const LONGEST_DELAY_MILLISECONDS = 6_000;
const DELAYS = [300, 1_000, 3_500, LONGEST_DELAY_MILLISECONDS] as const;

const SHARES: Readonly<Record<FaultKind, number>> = {
  partner: 50,
  crash: 18,
  kill: 6,
  signal: 8,
  webhook: 8,
  contradiction: 8,
  'store-lost': 2,
};
/** Processes take some seconds to come back: more of these in one run would only hit those that are down already. */
const MOST: Partial<Record<FaultKind, number>> = { crash: 3, kill: 1, 'store-lost': 1 };

export type Drawing = Readonly<{
  simulators: readonly Simulator[];
  count: number;
  kinds: readonly FaultKind[];
  /** Where the round of all pairs of aim and fault goes on; by the seed unless told. */
  place?: number | undefined;
}>;

/** The faults of one run, by its chance and its place in the round alone. */
export function drawFaults(random: Random, { simulators, count, kinds, place }: Drawing): readonly Fault[] {
  const pairs = pairsOf(simulators);
  const begin = place ?? random.below(pairs.length); // before all else, or a seed draws something else
  const faults: Fault[] = [];
  const drawn = new Map<FaultKind, number>();
  while (faults.length < count) {
    const open = kinds.filter((kind) => (drawn.get(kind) ?? 0) < (MOST[kind] ?? Infinity));
    if (open.length === 0) break;
    const kind = random.pick(open.flatMap((one) => Array.from({ length: SHARES[one] }, () => one)));
    drawn.set(kind, (drawn.get(kind) ?? 0) + 1);
    const pair = pairs[(begin + (drawn.get('partner') ?? 0) - 1) % pairs.length];
    faults.push(
      kind === 'partner'
        ? partnerFault(random, pair)
        : ({ at: moment(random), ...one(random, kind) } as Fault),
    );
  }
  return faults.sort((earlier, later) => earlier.at - later.at);
}

const moment = (random: Random): number => random.below(WINDOW_MILLISECONDS);

/** What is seldom is waited for from early on, by a patient who comes after that (`load/cast.ts`). */
function partnerFault(random: Random, pair: Pair | undefined): Fault {
  if (pair === undefined) throw new RangeError('no simulator has a fault');
  const { aim, system, fault } = pair;
  return {
    at: isSeldom(aim) ? random.below(EARLY_MILLISECONDS) : moment(random),
    kind: 'partner',
    system,
    aim,
    fault,
    ...(fault === 'delay' ? { milliseconds: random.pick(DELAYS) } : {}),
    ...(fault.startsWith('fail') ? { status: random.pick(STATUSES) } : {}),
  };
}

function one(random: Random, kind: Exclude<FaultKind, 'partner'>): object {
  switch (kind) {
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
    case 'contradiction':
      return { kind, what: random.pick(CONTRADICTION_NAMES) };
    case 'store-lost':
      return { kind };
  }
}
