import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { answers } from '../../launcher/service.ts';
import { ROOT } from '../../launcher/settings.ts';

/** The API as a process of its own, for as long as the work with it lasts. */
export async function withOwnApi<Result>(
  environment: NodeJS.ProcessEnv,
  work: (pid: number) => Promise<Result>,
): Promise<Result> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/server.ts'], {
    cwd: ROOT,
    env: { ...environment, LOG_LEVEL: 'error' },
    stdio: 'inherit',
  });
  const ended = once(child, 'exit');
  try {
    while (!(await answers(`http://127.0.0.1:${environment['API_PORT']}/readyz`))) {
      if (child.exitCode !== null) throw new Error('the API ended while starting');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return await work(child.pid ?? 0);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
