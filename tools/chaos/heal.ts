import { clearFaults } from './simulators.ts';
import { disarm } from './faults/crash.ts';
import { allReady } from './faults/processes.ts';
import { until } from './patience.ts';
import type { World } from './world.ts';

/** No more faults, and everything that was killed stands again. */
export async function heal(world: World): Promise<void> {
  disarm(world);
  await Promise.all(world.simulators.map(clearFaults));
  if (!(await until(() => allReady(world), 90_000))) throw new Error('the stack did not come back');
}
