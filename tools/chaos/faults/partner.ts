import { randomUUID } from 'node:crypto';
import { untilItHappens } from '../patience.ts';
import { addFault, faultsLeft, simulatorOf } from '../simulators.ts';
import type { World } from '../world.ts';
import { AIMS } from './aims.ts';
import type { PartnerFault } from './fault.ts';

/** Asks a simulator to misbehave once, at what is aimed at, and waits until it has. */
export async function misbehave(
  { simulators }: World,
  { system, aim, fault, milliseconds, status }: PartnerFault,
  over: () => boolean,
): Promise<boolean> {
  const simulator = simulatorOf(simulators, system);
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
  await untilItHappens(async () => over() || !(await isLeft()));
  return !(await isLeft());
}
