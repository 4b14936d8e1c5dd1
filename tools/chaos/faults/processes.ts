import { answers } from '../../launcher/service.ts';
import { withClient } from '../../launcher/postgres.ts';
import { pause } from '../patience.ts';
import type { World } from '../world.ts';
import type { Victim } from './fault.ts';

export const VICTIMS: readonly Victim[] = ['worker', 'api', 'postgres', 'temporal'];

/** Whether a process does its work again. */
export async function isReady({ stack, engine }: World, victim: Victim): Promise<boolean> {
  const { addresses } = stack;
  switch (victim) {
    case 'api':
      return answers(`${addresses.api}/readyz`);
    case 'worker':
      return answers(`${addresses.worker}/readyz`);
    case 'postgres':
      return withClient(addresses.database, () => Promise.resolve(true)).catch(() => false);
    case 'temporal':
      return engine(async (client) => {
        await client.workflowService.describeNamespace({ namespace: stack.settings.namespace });
        return true;
      }).catch(() => false);
  }
}

/** Waits until a process that was killed stands again. Answers how long that took since the kill. */
export async function recovered(
  world: World,
  victim: Victim,
  killed: Readonly<{ pid: number; at: number }>,
  withinMilliseconds = 60_000,
): Promise<number> {
  for (;;) {
    const since = performance.now() - killed.at;
    const { pid } = world.stack.process(victim);
    if (pid() !== killed.pid && (await isReady(world, victim))) return performance.now() - killed.at;
    if (since > withinMilliseconds)
      throw new Error(`${victim} is not back ${withinMilliseconds / 1_000} s after kill -9`);
    await pause(50);
  }
}

export async function allReady(world: World): Promise<boolean> {
  const ready = await Promise.all(VICTIMS.map((victim) => isReady(world, victim)));
  return ready.every(Boolean);
}
