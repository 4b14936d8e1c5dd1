import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../patience.ts';
import type { World } from '../world.ts';
import type { CrashFault, KillFault } from './fault.ts';
import { recovered } from './processes.ts';

const fileOf = ({ crashFolder }: World, { program, point }: CrashFault): string =>
  join(crashFolder, `${program}.${point.replace('/', '.')}`);

/** Arms a point and waits until it is passed. Answers the time to recovery, or nothing when nobody came by. */
export async function crash(
  world: World,
  fault: CrashFault,
  over: () => boolean,
): Promise<number | undefined> {
  const file = fileOf(world, fault);
  if (existsSync(file)) return undefined; // armed by another fault of this run
  const pid = world.stack.process(fault.victim).pid();
  rmSync(`${file}.hit`, { force: true });
  writeFileSync(file, `${fault.pass} ${fault.victim === fault.program ? 0 : pid}`);
  const hit = await until(() => existsSync(`${file}.hit`) || over(), 120_000, 20);
  if (!hit || !existsSync(`${file}.hit`)) {
    rmSync(file, { force: true });
    return undefined;
  }
  return recovered(world, fault.victim, { pid, at: performance.now() });
}

/** Answers the time to recovery, or nothing when it was down already. */
export async function kill(world: World, { victim }: KillFault): Promise<number | undefined> {
  const pid = world.stack.process(victim).pid();
  const at = performance.now();
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined;
    throw error;
  }
  return recovered(world, victim, { pid, at });
}

export function disarm({ crashFolder }: World): void {
  for (const name of readdirSync(crashFolder)) rmSync(join(crashFolder, name), { force: true });
}
