/** A worker of bulk work for tests. It never ends by itself: a test kills it, at the end or where it has armed it. */
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { PROCESS_CODE_PATIENCE } from '../../activities/adapters/temporal/patience.ts';
import { bulkAdapters } from '../../activities/adapters/bulk.ts';
import { armedCrashPoints } from '../../activities/adapters/files/armed-crash-points.ts';
import { exchangeAdapters } from '../../activities/adapters/exchange.ts';
import { pgMonitoring } from '../../activities/adapters/postgres/monitoring.pg.ts';
import { startRelay } from '../../activities/adapters/postgres/outbox-relay.ts';
import { connectionPool } from '../../activities/adapters/postgres/pool.ts';
import { atTheEdge, type Activities } from '../../activities/adapters/temporal/activity-edge.ts';
import { temporalAnnouncer } from '../../activities/adapters/temporal/announcer.ts';
import { configuration } from '../../activities/configuration.ts';
import { connect } from '../../activities/connect.ts';
import { ORDERING } from '../../api/bulk-commands/ordering.ts';
import { bulkSteps, storeActivities } from '../../activities/index.ts';
import { reactionsTo } from '../../activities/policies.ts';
import { watchCrashPoints } from '../../activities/ports/crash-points.ts';
import { upkeepActivities } from '../../activities/upkeep-activities.ts';
import { BULK_QUEUE, PROCESS_QUEUE } from '../../activities/ports/processes.ts';
import { bulkStores } from './ordering.ts';
import { inboxSeal } from './personal-keys.ts';

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const configured = configuration(process.env);
watchCrashPoints(armedCrashPoints(configured.CRASH_POINTS ?? '', 'worker'));
const pool = connectionPool(configured.DATABASE_URL, 12, () => undefined);
const connection = await NativeConnection.connect({ address: configured.TEMPORAL_ADDRESS });
const shared = { connection, namespace: configured.TEMPORAL_NAMESPACE };
/** Small batches: a test has few rows. */
const bulk = {
  ...connect(configured, pool),
  ...bulkAdapters(configured, pool),
  monitoring: pgMonitoring(pool, 40),
  ...exchangeAdapters(pool, inboxSeal, { timeoutMilliseconds: 500, privateReceivers: true }),
  ...bulkStores(pool, 10),
};
const edge = (activities: Activities): Activities =>
  atTheEdge(activities, (name, error) => console.error(name, error));
const workers = [
  await Worker.create({
    ...shared,
    taskQueue: PROCESS_QUEUE,
    workflowBundle: { codePath: configured.WORKFLOW_BUNDLE ?? '' },
    ...PROCESS_CODE_PATIENCE,
    activities: edge(storeActivities(bulk)),
  }),
  await Worker.create({
    ...shared,
    taskQueue: BULK_QUEUE,
    activities: edge({ ...bulkSteps(bulk, ORDERING), ...upkeepActivities(bulk) }),
  }),
];
const relay = startRelay({
  databaseUrl: configured.DATABASE_URL,
  announcer: temporalAnnouncer(new Client({ connection, namespace: configured.TEMPORAL_NAMESPACE })),
  reactionsTo,
  onTrouble: (what, error) => console.error(what, error),
  pollMilliseconds: 200,
});
process.once('disconnect', () => process.exit(1)); // its test is gone
process.send?.('ready');
await Promise.all(workers.map((worker) => worker.run()));
await relay.stop();
