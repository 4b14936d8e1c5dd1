import { randomUUID } from 'node:crypto';
import { until } from '../patience.ts';
import { addFault, faultsLeft } from '../simulators.ts';
import type { World } from '../world.ts';
import { AIMS } from './aims.ts';
import type { PartnerFault } from './fault.ts';

/** Asks a simulator to misbehave once, at what is aimed at, and waits until it has. */
export async function misbehave(
  { simulators }: World,
  { system, aim, fault, milliseconds, status }: PartnerFault,
  over: () => boolean,
): Promise<boolean> {
  const simulator = simulators.find(({ name }) => name === system);
  if (simulator === undefined) throw new Error(`no simulator ${system}`);
  const shape = AIMS.find(({ name }) => name === aim)?.shape;
  const id = randomUUID();
  const isLeft = async (): Promise<boolean> => (await faultsLeft(simulator)).some((one) => one.id === id);
  await addFault(simulator, {
    kind: fault,
    times: 1,
    ...(shape === undefined ? {} : { shape }),
    id,
    ...(milliseconds === undefined ? {} : { milliseconds }),
    ...(status === undefined ? {} : { status }),
  });
  await until(async () => over() || !(await isLeft()), 120_000, 250);
  return !(await isLeft());
}
