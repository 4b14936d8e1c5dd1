import { Instant } from '../../domain/shared-kernel/instant.ts';
import { AlreadyMoving, NotForward, type Advance } from '../ports/simulation.ts';
import type { SimulatedWorld } from '../ports/simulated-world.ts';

const MARGIN_HOURS = 1 / 60;
const PATIENCE_MILLISECONDS = 10_000;
const PAUSE_MILLISECONDS = 15;

/** Moves time from one due moment of any process to the next, and lets everything settle in between. */
export const advance =
  (world: SimulatedWorld) =>
  async (to: string): Promise<Advance> => {
    const target = Instant.of(to);
    const moved = await world.exclusively(async () => {
      if (!target.isAfter(Instant.of(await world.now()))) throw new NotForward();
      let settled = await settle(world);
      for (let steps = 1; ; steps += 1) {
        const stop = earliest([...(await dueAfter(world, Instant.of(await world.now()))), target]);
        await world.setClock(stop.toString());
        await world.fastForward(stop.toString());
        settled = (await settle(world)) && settled;
        if (!stop.isBefore(target)) return { now: await world.now(), steps, settled };
      }
    });
    if (moved === undefined) throw new AlreadyMoving();
    return moved;
  };

/** Moments after now for which a process waits, a little later so that what is due is done by then. */
async function dueAfter(world: SimulatedWorld, now: Instant): Promise<Instant[]> {
  return (await world.dueMoments())
    .map((moment) => Instant.of(moment))
    .filter((moment) => moment.isAfter(now))
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
