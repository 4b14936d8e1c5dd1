/** A worker of the whole-case benchmark: `ours`, `naive` or `joined`, each over a database of its own. */
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { shippedProtocols } from '../../activities/adapters/files/shipped-protocols.ts';
import { startRelay } from '../../activities/adapters/postgres/outbox-relay.ts';
import { connectionPool } from '../../activities/adapters/postgres/pool.ts';
import { atTheEdge, type Activities } from '../../activities/adapters/temporal/activity-edge.ts';
import { temporalAnnouncer } from '../../activities/adapters/temporal/announcer.ts';
import { configuration } from '../../activities/configuration.ts';
import { connect } from '../../activities/connect.ts';
import { storeActivities } from '../../activities/index.ts';
import { partnerQueues } from '../../activities/partner-queues.ts';
import { reactionsTo } from '../../activities/policies.ts';
import { publishShipped } from '../../activities/protocol/publish-shipped.ts';
import { PROCESS_QUEUE, type ProcessName } from '../../activities/ports/processes.ts';
import { benchProtocols } from './bench-protocols.ts';
import { naiveActivities } from './naive/naive-activities.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });
/** Investigation and living support begin in both shapes, as rows; their processes are measured in neither. */
const MEASURED: readonly ProcessName[] = ['caseLifecycle', 'isolationLifecycle', 'supplyDelivery'];
const shape = process.argv[2];
const configured = configuration(process.env);
const pool = connectionPool(configured.DATABASE_URL, 16, () => undefined);
const connected = connect(configured, pool);
await publishShipped(connected)(await shippedProtocols());
const uses = { ...connected, protocols: benchProtocols(connected.protocols) };
const connection = await NativeConnection.connect({ address: configured.TEMPORAL_ADDRESS });
const namespace = configured.TEMPORAL_NAMESPACE;
const shared = { connection, namespace };
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const poller = { type: 'autoscaling', minimum: 1, initial: 2, maximum: 5 } as const;
const edge = (activities: Activities): Activities => atTheEdge(activities, () => undefined);
const partner = (taskQueue: string, activities: Activities): Promise<Worker> =>
  Worker.create({
    ...shared,
    taskQueue,
    activities: edge(activities),
    maxConcurrentActivityTaskExecutions: 10,
    activityTaskPollerBehavior: poller,
  });

const workers =
  shape !== 'ours'
    ? [
        await Worker.create({
          ...shared,
          taskQueue: String(shape),
          workflowsPath: file('./naive/naive-case.workflow.ts'),
          activities: edge(naiveActivities(uses)),
          maxConcurrentActivityTaskExecutions: 40,
          maxConcurrentWorkflowTaskExecutions: 20,
          activityTaskPollerBehavior: poller,
          workflowTaskPollerBehavior: poller,
        }),
      ]
    : [
        await Worker.create({
          ...shared,
          taskQueue: PROCESS_QUEUE,
          workflowsPath: file('../../workflows/index.ts'),
          activities: edge(storeActivities(uses)),
          maxConcurrentWorkflowTaskExecutions: 20,
          workflowTaskPollerBehavior: poller,
        }),
        ...(await Promise.all(
          partnerQueues(uses).map(({ queue, activities }) => partner(queue, activities)),
        )),
      ];
const relay =
  shape !== 'ours'
    ? undefined
    : startRelay({
        databaseUrl: configured.DATABASE_URL,
        announcer: temporalAnnouncer(new Client({ connection, namespace })),
        reactionsTo: (type) => reactionsTo(type).filter(({ process }) => MEASURED.includes(process)),
        onTrouble: (what) => console.error(what),
      });
const shutDown = (): void => {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.once('SIGTERM', shutDown);
process.once('disconnect', shutDown); // a benchmark that was ended leaves no worker behind
process.send?.('ready');
await Promise.all(workers.map((worker) => worker.run()));
await relay?.stop();
await connection.close();
await pool.end();
if (process.connected) process.disconnect?.();
