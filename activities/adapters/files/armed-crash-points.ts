import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CrashPoint } from '../../ports/crash-points.ts';

/**
 * A point is armed by a file `<program>.<point>` that says how many passes are left and which process is then killed:
 * `3 0` ends this one at its third pass, `1 4711` ends process 4711 (a database, an engine) at the next one. The file
 * is renamed first, so that it happens once.
 */
export function armedCrashPoints(folder: string, program: 'api' | 'worker'): (point: CrashPoint) => void {
  return (point) => {
    const file = join(folder, `${program}.${point.replace('/', '.')}`);
    if (!existsSync(file)) return;
    const [passes = 1, victim = 0] = readFileSync(file, 'utf8').split(' ').map(Number);
    if (passes > 1) return writeFileSync(file, `${passes - 1} ${victim}`);
    renameSync(file, `${file}.hit`);
    try {
      process.kill(victim === 0 ? process.pid : victim, 'SIGKILL');
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ESRCH') throw error; // it has ended already
    }
  };
}
