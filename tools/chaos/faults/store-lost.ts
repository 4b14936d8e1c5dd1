import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { emptyTemporalStore, ensureNamespace } from '../../launcher/temporal.ts';
import { ROOT } from '../../launcher/settings.ts';
import { insist, until } from '../patience.ts';
import type { World } from '../world.ts';
import { isReady } from './processes.ts';

const run = promisify(execFile);

/**
 * The engine's databases are dropped; every open process is rebuilt from PostgreSQL. Whoever does that does not give up
 * when another fault comes between. Answers how long that took.
 */
export async function loseStore(world: World): Promise<number> {
  const { stack } = world;
  const { settings } = stack;
  const begun = performance.now();
  const [temporal, worker] = [stack.process('temporal'), stack.process('worker')];
  temporal.kill('SIGKILL');
  await insist(() => emptyTemporalStore(settings));
  await insist(() => temporal.restart());
  await insist(() => ensureNamespace(stack.addresses.temporal, settings.namespace));
  worker.kill('SIGKILL');
  await insist(() => worker.restart());
  if (!(await until(() => isReady(world, 'worker'), 60_000))) throw new Error('the worker is not back');
  await insist(() =>
    run(process.execPath, ['--import', 'tsx', 'activities/adapters/temporal/rebuild-processes.ts'], {
      cwd: ROOT,
      env: stack.environment,
      timeout: 120_000,
    }),
  );
  return performance.now() - begun;
}
