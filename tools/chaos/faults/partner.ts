import { until } from '../patience.ts';
import { addFault, faultsLeft } from '../simulators.ts';
import type { World } from '../world.ts';
import type { PartnerFault } from './fault.ts';

/** Asks a simulator to misbehave once, and waits until it has. */
export async function misbehave(
  { simulators }: World,
  { system, fault, milliseconds, status }: PartnerFault,
  over: () => boolean,
): Promise<boolean> {
  const simulator = simulators.find(({ name }) => name === system);
  if (simulator === undefined) throw new Error(`no simulator ${system}`);
  const count = async (): Promise<number> =>
    (await faultsLeft(simulator))
      .filter(({ kind }) => kind === fault)
      .reduce((sum, { times }) => sum + times, 0);
  const before = await count();
  await addFault(simulator, {
    kind: fault,
    times: 1,
    ...(milliseconds === undefined ? {} : { milliseconds }),
    ...(status === undefined ? {} : { status }),
  });
  await until(async () => over() || (await count()) <= before, 120_000, 250);
  return (await count()) <= before;
}
