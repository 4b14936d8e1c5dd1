import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import pg from 'pg';
import { configuration } from '../../../activities/configuration.ts';
import { connect } from '../../../activities/connect.ts';
import { requests } from '../../../activities/index.ts';
import { processId } from '../../../activities/ports/processes.ts';
import { ROOT } from '../../launcher/settings.ts';
import { benchProtocols } from '../bench-protocols.ts';
import { coreSeconds } from '../core-time.ts';
import { course, watch, type CaseUnderWay } from './course.ts';

/** `joined`: the naive one, with intent, call and result of an effect in one activity. */
export const SHAPES = ['ours', 'naive', 'joined'] as const;
export type Shape = (typeof SHAPES)[number];
export type Lane = Readonly<{
  shape: Shape;
  database: string;
  /** One case from its report to the end of all its workflows. */
  one: (number: number) => Promise<CaseUnderWay>;
  /** Events in the histories of all workflows of a case, whatever run of them. */
  events: (ended: CaseUnderWay) => Promise<readonly number[]>;
  workerSeconds: () => number;
  close: () => Promise<void>;
}>;

const naiveId = ({ caseId }: Pick<CaseUnderWay, 'caseId'>): string => `naive/${caseId}`;

/** A worker of its own over a database of its own; people and partners act from here. */
export async function lane(
  shape: Shape,
  databaseUrl: string,
  environment: NodeJS.ProcessEnv,
  client: Client,
): Promise<Lane> {
  const own = { ...environment, DATABASE_URL: databaseUrl };
  const worker = fork(join(ROOT, 'tools/bench/worker.ts'), [shape], {
    cwd: ROOT,
    env: own,
    execArgv: ['--import', 'tsx'],
  });
  await once(worker, 'message');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  const connected = connect(configuration(own), pool);
  const ask = requests({ ...connected, protocols: benchProtocols(connected.protocols) });
  const watching = watch(pool);
  const ended = (id: string): Promise<unknown> => client.workflow.getHandle(id).result();
  const naive = {
    opened: (caseId: string) =>
      client.workflow.start('naiveCase', {
        workflowId: naiveId({ caseId }),
        taskQueue: shape,
        args: [caseId, shape === 'joined'],
      }),
    tell: (caseId: string, news: string) => client.workflow.getHandle(naiveId({ caseId })).signal(news),
    over: (one: CaseUnderWay) => ended(naiveId(one)),
    runs: (one: CaseUnderWay) => `WorkflowId = "${naiveId(one)}"`,
  };
  const outbox = {
    opened: () => Promise.resolve(),
    tell: () => Promise.resolve(),
    over: ({ caseId, isolationId, suppliesId }: CaseUnderWay) =>
      Promise.all([
        ended(processId('caseLifecycle', caseId)),
        ended(processId('isolationLifecycle', isolationId)),
        ended(processId('supplyDelivery', suppliesId)),
      ]),
    runs: ({ caseId }: CaseUnderWay) => `CaseId = "${caseId}"`,
  };
  const { opened, tell, over, runs } = shape === 'ours' ? outbox : naive;
  return {
    shape,
    database: databaseUrl,
    one: async (number) => {
      const underWay = await course({ ask, until: watching.until, opened, tell }, number);
      await over(underWay);
      return underWay;
    },
    events: async (one) => {
      const lengths: number[] = [];
      for await (const { historyLength } of client.workflow.list({ query: runs(one) }))
        lengths.push(historyLength);
      return lengths;
    },
    workerSeconds: () => coreSeconds(worker.pid ?? 0),
    close: async () => {
      await watching.stop();
      worker.kill('SIGTERM');
      await once(worker, 'exit');
      await pool.end();
    },
  };
}
