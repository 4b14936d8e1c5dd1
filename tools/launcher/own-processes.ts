import { join } from 'node:path';
import { freePorts, isTaken } from './ports.ts';
import { endProcess, processRecords, type ProcessRecords } from './process-record.ts';
import { SHARED_PORTS, type PortName, type Ports, type Settings } from './settings.ts';
import { IDENTITY_PROVIDER, SIMULATORS } from './simulators.ts';
import type { Say } from './steps.ts';

/** What every profile has for itself: the servers behind them are shared. */
export const OWN_PROCESSES: readonly string[] = ['api', 'worker', IDENTITY_PROVIDER, ...SIMULATORS];

/** What a launcher that was killed left running: the application is replaced, the shared servers are kept. */
export async function clearLeftovers(own: ProcessRecords, say: Say): Promise<void> {
  for (const name of OWN_PROCESSES) {
    const left = own.alive(name);
    if (left !== undefined) {
      say(`[..] ${name} (process ${left.pid}) was left by an earlier start: ending it`);
      await endProcess(left);
    }
    own.remove(name);
  }
}

/** @throws Error when something else listens where this should */
export async function withOwnPorts(set: Settings, given: Partial<Ports> = {}): Promise<Settings> {
  const names = (Object.keys(set.ports) as PortName[]).filter((name) => !SHARED_PORTS.includes(name));
  if (set.profile === 'main') {
    const own = processRecords(join(set.dataDir, 'run', 'main'));
    for (const name of names) {
      const leftover = OWN_PROCESSES.some((one) => own.alive(one) !== undefined);
      if (!leftover && (await isTaken(set.ports[name]))) {
        throw new Error(`port ${set.ports[name]} is in use by something else. Set ${name} to a free port.`);
      }
    }
    return set;
  }
  const free = await freePorts(names.length);
  const ports = Object.fromEntries(names.map((name, index) => [name, given[name] ?? free[index]]));
  return { ...set, ports: { ...set.ports, ...ports } as Ports };
}
