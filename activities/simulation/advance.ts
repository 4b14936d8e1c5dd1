import { nextMoment } from '../../domain/patient-management/case/standing.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { AlreadyMoving, NotForward, type Advance } from '../ports/simulation.ts';
import type { SimulatedWorld } from '../ports/simulated-world.ts';
import { caseRules, type RuleSource } from '../case-rules.ts';

const MARGIN_HOURS = 1 / 60;
const PATIENCE_MILLISECONDS = 10_000;
const PAUSE_MILLISECONDS = 15;

/** Moves time from one due moment of any open case to the next, and lets everything settle in between. */
export const advance =
  (uses: RuleSource, world: SimulatedWorld) =>
  async (to: string): Promise<Advance> => {
    const target = Instant.of(to);
    const moved = await world.exclusively(async () => {
      if (!target.isAfter(Instant.of(await world.now()))) throw new NotForward();
      let settled = await settle(world);
      for (let steps = 1; ; steps += 1) {
        const now = Instant.of(await world.now());
        const stop = earliest([...(await dueMoments(world, uses, now)), target]);
        await world.setClock(stop.toString());
        await world.fastForward(await world.openCases(), stop.toString());
        settled = (await settle(world)) && settled;
        if (!stop.isBefore(target)) return { now: await world.now(), steps, settled };
      }
    });
    if (moved === undefined) throw new AlreadyMoving();
    return moved;
  };

/** Moments after now at which an open case has something to do, a little later so that it is done by then. */
async function dueMoments(world: SimulatedWorld, uses: RuleSource, now: Instant): Promise<Instant[]> {
  const open = await world.openCases();
  const rules = await Promise.all(open.map(({ state }) => caseRules(uses, state, now.toString())));
  const ofCases = open.map(({ state }, index) => {
    const rule = rules[index];
    return rule === undefined ? undefined : nextMoment(rule, state, now);
  });
  const patience = [...new Set(rules.map(({ check }) => check.resultWithinHours))];
  const awaited = await world.awaitedTests();
  const ofTests = awaited.flatMap((at) => patience.map((hours) => Instant.of(at).plusHours(hours)));
  return [...ofCases, ...ofTests]
    .filter((moment): moment is Instant => moment?.isAfter(now) === true)
    .map((moment) => moment.plusHours(MARGIN_HOURS));
}

const earliest = (moments: readonly Instant[]): Instant =>
  moments.reduce((best, one) => (one.isBefore(best) ? one : best));

/** Waits until nothing is on its way: twice in a row, because one thing sets off the next. */
export async function settle(world: SimulatedWorld): Promise<boolean> {
  const begun = performance.now();
  for (let calm = 0; calm < 2;) {
    if (performance.now() - begun > PATIENCE_MILLISECONDS) return false;
    calm = (await world.isBusy()) ? 0 : calm + 1;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
  return true;
}
