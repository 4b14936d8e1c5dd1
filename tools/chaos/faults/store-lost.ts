import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { emptyTemporalStore, ensureNamespace } from '../../launcher/temporal.ts';
import { ROOT } from '../../launcher/settings.ts';
import { until } from '../patience.ts';
import type { World } from '../world.ts';
import { isReady } from './processes.ts';

const run = promisify(execFile);

/** The engine's databases are dropped; every open process is rebuilt from PostgreSQL. Answers how long that took. */
export async function loseStore(world: World): Promise<number> {
  const { stack } = world;
  const { settings } = stack;
  const begun = performance.now();
  const temporal = stack.process('temporal');
  temporal.kill('SIGKILL');
  await emptyTemporalStore(settings);
  await temporal.restart();
  await ensureNamespace(stack.addresses.temporal, settings.namespace);
  const worker = stack.process('worker');
  worker.kill('SIGKILL');
  await worker.restart();
  if (!(await until(() => isReady(world, 'worker'), 60_000))) throw new Error('the worker is not back');
  await run(process.execPath, ['--import', 'tsx', 'activities/adapters/temporal/rebuild-processes.ts'], {
    cwd: ROOT,
    env: stack.environment,
    timeout: 120_000,
  });
  return performance.now() - begun;
}
