import type { CrashPoint } from '../../activities/ports/crash-points.ts';
import { crash, kill } from './faults/crash.ts';
import { drawFaults } from './faults/draw.ts';
import { describe, type Fault, type FaultKind } from './faults/fault.ts';
import { sendWebhook, signalAgain } from './faults/messages.ts';
import { misbehave } from './faults/partner.ts';
import { loseStore } from './faults/store-lost.ts';
import { commandSender } from './load/commands.ts';
import { viewCases } from './load/case-view.ts';
import { patient, type Patient } from './load/patient.ts';
import { drawStory } from './load/story.ts';
import type { CaseFate, Evidence } from './oracle/evidence.ts';
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
  faults: number;
  cases: number;
  kinds: readonly FaultKind[];
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

/** How long all faults may take to find their moment. */
const FAULTS_WITHIN = 20_000;
/** Patients come one after the other, so that there is always somebody whom a fault can meet. */
const ARRIVALS_WITHIN = 7_000;
/** I3: a case that does not move for so long after the recovery is stuck. */
const STILL_MILLISECONDS = 60_000;

/** One small batch of cases under the faults of its seed, then everything is held against what was promised. */
export async function run(world: World, plan: RunPlan): Promise<RunReport> {
  const begun = performance.now();
  const begunAt = new Date();
  const random = seeded(plan.seed);
  const { simulators } = world;
  const stories = Array.from({ length: plan.cases }, (_, number) => drawStory(random, number));
  const faults = drawFaults(random, { simulators, count: plan.faults, kinds: plan.kinds });
  const [{ since } = { since: 0 }] = await world.read<{ since: number }>(
    'select coalesce(max(seq), 0)::int as since from domain_event',
  );
  const sender = commandSender(world.stack.addresses.api, world.stack.credentials.tokens.officer);
  const patients = stories.map((story) => patient(world, sender, story, plan.number));

  let healed = false;
  let calm = false;
  const over = (): boolean => healed || calm || performance.now() - begun > FAULTS_WITHIN;
  const outcomes = inject(world, faults, patients, over);
  const opened = Promise.all(
    patients.map(async (one, index) => {
      await pause((index * ARRIVALS_WITHIN) / patients.length);
      await one.open();
    }),
  );
  let recoveredAt = Infinity;
  const healing = Promise.all([outcomes, opened]).then(async () => {
    healed = true;
    await heal(world);
    recoveredAt = performance.now();
  });
  const fates = await follow(
    world,
    patients,
    () => recoveredAt,
    () => {
      calm = true;
    },
  );
  await healing;
  const done = await outcomes;
  const findings = await judgeWhenQuiet(() =>
    gather(world, { fates, journal: sender.journal, since, begun: begunAt }),
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

/** What is still under way counts against nobody: it is looked at again until all is well, or nothing moves any more. */
async function judgeWhenQuiet(look: () => Promise<Evidence>): Promise<readonly Finding[]> {
  for (const begun = performance.now(); ;) {
    const findings = judge(await look());
    if (findings.length === 0 || performance.now() - begun > STILL_MILLISECONDS) return findings;
    await pause(1_000);
  }
}

type Outcome = Readonly<{
  fault: Fault;
  happened: boolean;
  recovery?: number | undefined;
  findings?: readonly Finding[];
}>;

/** Lets each fault happen at its moment. */
function inject(
  world: World,
  faults: readonly Fault[],
  patients: readonly Patient[],
  over: () => boolean,
): Promise<readonly Outcome[]> {
  const anyCase = (index: number): string | undefined => {
    const known = patients.flatMap(({ caseId }) => caseId ?? []);
    return known[index % Math.max(1, known.length)];
  };
  return Promise.all(
    faults.map(async (fault, index): Promise<Outcome> => {
      await pause(fault.at);
      try {
        return { fault, ...(await happen(world, fault, () => anyCase(index), over)) };
      } catch (error) {
        const what = `${describe(fault)}: ${error instanceof Error ? error.message : String(error)}`;
        return { fault, happened: true, findings: [{ invariant: 'I3', kind: 'stuck', what }] };
      }
    }),
  );
}

async function happen(
  world: World,
  fault: Fault,
  anyCase: () => string | undefined,
  over: () => boolean,
): Promise<Omit<Outcome, 'fault'>> {
  switch (fault.kind) {
    case 'partner':
      return { happened: await misbehave(world, fault, over) };
    case 'crash': {
      const recovery = await crash(world, fault, over);
      return { happened: recovery !== undefined, recovery };
    }
    case 'kill':
      return { happened: true, recovery: await kill(world, fault) };
    case 'signal':
      return { happened: await signalAgain(world, fault, anyCase()) };
    case 'webhook': {
      const { sent, wrong } = await sendWebhook(world, fault, anyCase());
      return {
        happened: sent,
        findings: wrong.map((what) => ({ invariant: 'I5', kind: 'duplicated', what })),
      };
    }
    case 'store-lost':
      return { happened: true, recovery: await loseStore(world) };
  }
}

/** Lets the patients act until every story is over, or a case has stood still for too long after the recovery. */
async function follow(
  world: World,
  patients: readonly Patient[],
  recoveredAt: () => number,
  allOver: () => void,
): Promise<readonly CaseFate[]> {
  for (;;) {
    const views = await viewCases(
      world,
      patients.flatMap(({ caseId }) => caseId ?? []),
    );
    const now = performance.now();
    const fates = patients.map((one): CaseFate => {
      const view = one.caseId === undefined ? undefined : views.get(one.caseId);
      if (view !== undefined) one.act(view);
      const { caseId, story, replies, failure, changedAt } = one;
      return {
        caseId,
        story: `${story.kind} ${story.specimen ?? ''} ${story.turn ?? ''} ${story.channel}`.replaceAll(
          / +/g,
          ' ',
        ),
        over: view !== undefined && one.isOver(view),
        stage: view?.stage,
        stillForMilliseconds: now - Math.max(recoveredAt(), changedAt),
        replies,
        failure,
      };
    });
    const open = fates.filter((fate) => !fate.over);
    if (open.length === 0) allOver();
    const hopeless = open.every(
      ({ stillForMilliseconds, failure }) =>
        stillForMilliseconds > STILL_MILLISECONDS || failure !== undefined,
    );
    if (recoveredAt() < Infinity && (open.length === 0 || hopeless)) return fates;
    await pause(250);
  }
}
