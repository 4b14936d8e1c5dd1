import type { CrashPoint } from '../../activities/ports/crash-points.ts';
import { EARLY_MILLISECONDS } from './faults/draw.ts';
import type { Fault } from './faults/fault.ts';
import { inject } from './faults/inject.ts';
import { cast } from './load/cast.ts';
import { commandSender } from './load/commands.ts';
import { follow } from './load/follow.ts';
import { patient } from './load/patient.ts';
import { drawStory } from './load/story.ts';
import type { Evidence } from './oracle/evidence.ts';
import type { Finding } from './oracle/finding.ts';
import { gather } from './oracle/gather.ts';
import { judge } from './oracle/oracle.ts';
import { pause } from './patience.ts';
import { heal } from './heal.ts';
import { seeded } from './random.ts';
import type { World } from './world.ts';

export type RunPlan = Readonly<{
  seed: number;
  /** Tells runs of one program apart, so that no two patients share a telephone. */
  number: number;
  cases: number;
  faults: readonly Fault[];
  /** I3: a case that does not move for so long after the recovery is stuck. A minute unless told. */
  stillMilliseconds?: number;
  /** How long faults wait for their moment. */
  faultsWithinMilliseconds?: number;
}>;

export type RunReport = Readonly<{
  seed: number;
  seconds: number;
  cases: number;
  /** Faults that really happened. */
  injected: readonly Fault[];
  missed: readonly Fault[];
  points: readonly CrashPoint[];
  recoveries: readonly number[];
  acknowledged: number;
  longestWait: number;
  findings: readonly Finding[];
}>;

/** How long all faults may take to find their moment, unless every story is over before. */
const FAULTS_WITHIN_MILLISECONDS = 45_000;
/** Patients come one after the other, so that there is always somebody whom a fault can meet. */
const ARRIVALS_WITHIN = 7_000;
const STILL_MILLISECONDS = 60_000;
/** When the rules change, for open episodes too. */
const RULES_CHANGE_AFTER = 4_000;

/** One small batch of cases under the faults of its seed, then everything is held against what was promised. */
export async function run(world: World, plan: RunPlan): Promise<RunReport> {
  const begun = performance.now();
  const begunAt = new Date();
  const random = seeded(plan.seed);
  const {
    faults,
    stillMilliseconds = STILL_MILLISECONDS,
    faultsWithinMilliseconds = FAULTS_WITHIN_MILLISECONDS,
  } = plan;
  const afterSetUp = Math.ceil((EARLY_MILLISECONDS * plan.cases) / ARRIVALS_WITHIN);
  const drawn = Array.from({ length: plan.cases }, (_, number) => drawStory(random, number));
  const stories = cast(drawn, faults, afterSetUp);
  const [{ since } = { since: 0 }] = await world.read<{ since: number }>(
    'select coalesce(max(seq), 0)::int as since from domain_event',
  );
  const sender = commandSender(world.stack.addresses.api, await world.stack.tokenOf('officer'));
  const patients = stories.map((story) => patient(world, sender, story, plan.number));

  let healed = false;
  let calm = false;
  const over = (): boolean => healed || calm || performance.now() - begun > faultsWithinMilliseconds;
  const outcomes = inject(world, faults, patients, over);
  const opened = Promise.all(
    patients.map(async (one, index) => {
      await pause((index * ARRIVALS_WITHIN) / patients.length);
      await one.open();
    }),
  );
  let recoveredAt = Infinity;
  const changed = pause(RULES_CHANGE_AFTER).then(() => world.rules.change());
  const healing = Promise.all([outcomes, opened, changed]).then(async () => {
    healed = true;
    await heal(world);
    recoveredAt = performance.now();
  });
  const following = follow(world, patients, {
    recoveredAt: () => recoveredAt,
    allOver: () => {
      calm = true;
    },
    stillMilliseconds,
  });
  const fates = await Promise.race([following, failureOf(healing)]);
  await healing;
  const done = await outcomes;
  const contradicted = done.flatMap((one) => one.contradicted ?? []);
  const findings = await judgeWhenQuiet(stillMilliseconds, () =>
    gather(world, { fates, contradicted, journal: sender.journal, since, begun: begunAt }),
  );
  const injected = done.filter(({ happened }) => happened);
  return {
    seed: plan.seed,
    seconds: (performance.now() - begun) / 1_000,
    cases: patients.length,
    injected: injected.map(({ fault }) => fault),
    missed: done.filter(({ happened }) => !happened).map(({ fault }) => fault),
    points: injected.flatMap(({ fault }) => (fault.kind === 'crash' ? [fault.point] : [])),
    recoveries: done.flatMap(({ recovery }) => recovery ?? []),
    acknowledged: sender.journal.length,
    longestWait: Math.max(0, ...sender.journal.map(({ waitedMilliseconds }) => waitedMilliseconds)),
    findings: [...done.flatMap(({ findings }) => findings ?? []), ...findings],
  };
}

/** Never ends unless what it looks at fails. */
const failureOf = async (doing: Promise<unknown>): Promise<never> => {
  await doing;
  return new Promise<never>(() => undefined);
};

/** What is still under way counts against nobody: it is looked at again until all is well, or nothing moves any more. */
async function judgeWhenQuiet(
  withinMilliseconds: number,
  look: () => Promise<Evidence>,
): Promise<readonly Finding[]> {
  for (const begun = performance.now(); ;) {
    const findings = judge(await look());
    if (findings.length === 0 || performance.now() - begun > withinMilliseconds) return findings;
    await pause(1_000);
  }
}
