import { randomUUID } from 'node:crypto';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { configuration } from '../../activities/configuration.ts';
import { connect } from '../../activities/connect.ts';
import { requests } from '../../activities/index.ts';
import type { CrashPoint } from '../../activities/ports/crash-points.ts';
import { ROOT } from '../../tools/launcher/settings.ts';
import { ensureNamespace } from '../../tools/launcher/temporal.ts';
import { testEnvironment } from './environment.ts';
import { servers, testDatabase } from './servers.ts';
import { receiver, simulatorProcess } from './simulator-process.ts';
import { processEnd } from './process-end.ts';

/** Bulk work on the real servers: the worker is a process of its own, so that a test can kill it. */
export async function bulkWorld() {
  const { temporalAddress, bundle } = servers();
  const database = await testDatabase();
  const namespace = `test-${randomUUID()}`;
  await ensureNamespace(temporalAddress, namespace);
  const hooks = await receiver();
  const gateway = await simulatorProcess('sms', {
    API_KEY: 'k',
    API_SECRET: 's',
    WEBHOOK_URL: hooks.url,
    WEBHOOK_SECRET: 'x'.repeat(16),
    STATUS_DELAY_MS: '10',
  });
  const crashes = mkdtempSync(join(tmpdir(), 'bangyeok-crash-'));
  const environment = testEnvironment(
    { databaseUrl: database.url, namespace },
    {
      SMS_URL: gateway.baseUrl,
      PARTNER_SETTLES_WITHIN_MILLISECONDS: '1000',
      CRASH_POINTS: crashes,
      WORKFLOW_BUNDLE: bundle,
    },
  );
  const uses = connect(configuration(environment), database.pool);
  const client = new Client({
    connection: await Connection.connect({ address: temporalAddress }),
    namespace,
  });
  let worker: ChildProcess | undefined;
  const work = async (): Promise<void> => {
    worker = fork(join(ROOT, 'test/support/bulk-worker.ts'), [], {
      cwd: ROOT,
      env: { ...process.env, ...environment, NODE_OPTIONS: '' },
      execArgv: ['--import', 'tsx'],
    });
    await once(worker, 'message');
  };
  const rest = async (): Promise<void> => {
    if (worker === undefined || worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
  };
  const armed = (point: CrashPoint): string => join(crashes, `worker.${point.replace('/', '.')}`);
  return {
    uses,
    ask: requests(uses),
    pool: database.pool,
    client,
    gateway,
    work,
    rest,
    /** The worker that passes that point for the n-th time is killed there. */
    arm: (point: CrashPoint, passes: number): void => writeFileSync(armed(point), `${passes} 0`),
    killed: async (point: CrashPoint): Promise<void> => {
      if (worker !== undefined && worker.signalCode === null) await once(worker, 'exit');
      if (!existsSync(`${armed(point)}.hit`)) throw new Error(`the worker ended before ${point}`);
    },
    /** Until a process has come to its pause: nothing is under way any more. */
    paused: async (workflowId: string): Promise<void> => {
      for (const begun = performance.now(); performance.now() - begun < 20_000;) {
        const found = await client.workflow
          .getHandle(workflowId)
          .describe()
          .catch(() => undefined);
        const busy =
          found?.raw.pendingWorkflowTask != null || (found?.raw.pendingActivities?.length ?? 0) > 0;
        if (found !== undefined && found.historyLength > 12 && !busy) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${workflowId} did not pause`);
    },
    /** The end of a run's process. */
    ended: processEnd(client),
    close: async () => {
      await rest();
      await gateway.stop();
      await hooks.close();
      await client.connection.close();
      await database.close();
    },
  };
}
export type BulkWorld = Awaited<ReturnType<typeof bulkWorld>>;
