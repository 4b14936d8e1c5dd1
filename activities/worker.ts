import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { NativeConnection, Runtime, Worker, DefaultLogger } from '@temporalio/worker';
import { PROCESS_CODE_PATIENCE } from './adapters/temporal/patience.ts';
import { atTheEdge, framesOf, nameOf, type Activities } from './adapters/temporal/activity-edge.ts';
import { keepSchedules } from './adapters/temporal/schedules.ts';
import { startStirrer, stirProcess } from './adapters/temporal/stirrer.ts';
import { stirSubscribers } from './exchange/stir-subscribers.ts';
import { temporalAnnouncer } from './adapters/temporal/announcer.ts';
import { armedCrashPoints } from './adapters/files/armed-crash-points.ts';
import { partnerCircuits } from './adapters/partners.ts';
import { bulkAdapters } from './adapters/bulk.ts';
import { pgAccessRecords } from './adapters/postgres/access-records.pg.ts';
import { shippedProtocols } from './adapters/files/shipped-protocols.ts';
import { startRelay } from './adapters/postgres/outbox-relay.ts';
import { connectionPool } from './adapters/postgres/pool.ts';
import { configuration } from './configuration.ts';
import { connect } from './connect.ts';
import { bulkSteps, storeActivities } from './index.ts';
import { logger } from './log.ts';
import { reactionsTo } from './policies.ts';
import { watchCrashPoints } from './ports/crash-points.ts';
import { BULK_QUEUE, PROCESS_QUEUE } from './ports/processes.ts';
import { partnerQueues, type PartnerQueue } from './partner-queues.ts';
import { upkeepActivities } from './upkeep-activities.ts';
import { publishShipped } from './protocol/publish-shipped.ts';
import { ORDERING } from '../api/bulk-commands/ordering.ts';

const configured = configuration(process.env);
const log = logger('worker', configured.LOG_LEVEL);
if (configured.CRASH_POINTS !== undefined)
  watchCrashPoints(armedCrashPoints(configured.CRASH_POINTS, 'worker'));
Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message }) => log.warn({ level }, message)),
  shutdownSignals: [],
});

const pool = connectionPool(configured.DATABASE_URL, configured.DATABASE_CONNECTIONS, (error) =>
  log.warn({ error: nameOf(error) }, 'database connection lost'),
);
const circuits = partnerCircuits(configured, (system, state) => log.warn({ system, state }, 'circuit'));
const accessRecords = pgAccessRecords(pool, {
  anchored: (anchor) => log.info({ anchor }, 'access records anchored'),
  failed: (error) => log.warn({ error: nameOf(error) }, 'access records not anchored'),
});
const uses = connect(configured, pool, { circuits, accessRecords });
if (configured.SHIPPED_PROTOCOLS === 'true') {
  const published = await publishShipped(uses)(await shippedProtocols());
  if (published.length > 0) log.info({ published }, 'shipped protocols published');
}
const bulk = { ...uses, ...bulkAdapters(configured, pool) };
const connection = await NativeConnection.connect({ address: configured.TEMPORAL_ADDRESS });
const namespace = configured.TEMPORAL_NAMESPACE;

const shared = { connection, namespace, shutdownGraceTime: '16s', shutdownForceTime: '25s' } as const;
const poller = { type: 'autoscaling', minimum: 1, initial: 2, maximum: 5 } as const;
const edge = <Set extends Activities>(activities: Set): Set =>
  atTheEdge(activities, (activity, error) =>
    log.warn({ activity, error: nameOf(error), frames: framesOf(error) }, 'activity failed'),
  );

const partnerWorker = ({ queue, activities, atOnce, perSecond }: PartnerQueue): Promise<Worker> =>
  Worker.create({
    ...shared,
    taskQueue: queue,
    activities: edge(activities),
    maxConcurrentActivityTaskExecutions: atOnce,
    maxTaskQueueActivitiesPerSecond: perSecond,
    activityTaskPollerBehavior: poller,
  });

const workflows =
  configured.WORKFLOW_BUNDLE === undefined
    ? { workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)) }
    : { workflowBundle: { codePath: configured.WORKFLOW_BUNDLE } };
const workers = await Promise.all([
  Worker.create({
    ...shared,
    ...workflows,
    taskQueue: PROCESS_QUEUE,
    ...PROCESS_CODE_PATIENCE,
    activities: edge(storeActivities(uses)),
    maxConcurrentWorkflowTaskExecutions: 20,
    maxConcurrentLocalActivityExecutions: 40,
    maxCachedWorkflows: 400,
    workflowTaskPollerBehavior: poller,
  }),
  ...partnerQueues(uses).map(partnerWorker),
  Worker.create({
    ...shared,
    taskQueue: BULK_QUEUE,
    activities: edge({ ...bulkSteps(bulk, ORDERING), ...upkeepActivities(bulk) }),
    maxConcurrentActivityTaskExecutions: 4,
  }),
]);

const client = new Client({ connection, namespace });
// In a simulation the office's clock is moved by hand: what it begins is begun by hand too.
if (configured.SIMULATION_MODE !== 'true') await keepSchedules(client);
const relay = startRelay({
  databaseUrl: configured.DATABASE_URL,
  announcer: temporalAnnouncer(client),
  reactionsTo,
  onTrouble: (what, error) => log.warn({ what, error: nameOf(error) }, 'will be tried again'),
});

const stirrer = startStirrer(stirSubscribers(uses), stirProcess(client), (error) =>
  log.warn({ error: nameOf(error) }, 'subscribers were not looked for'),
);

const health = createServer((request, response) => {
  const ready = workers.every((worker) => worker.getState() === 'RUNNING');
  const ok = request.url === '/healthz' || ready;
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      status: ok ? 'ok' : 'starting',
      workers: workers.map((worker) => worker.getState()),
      circuits: circuits.states(),
    }),
  );
}).listen(configured.WORKER_HEALTH_PORT, configured.WORKER_HEALTH_HOST);

const stop = (): void => {
  log.info('stopping');
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

log.info({ namespace, queue: PROCESS_QUEUE }, 'worker is running');
await Promise.all(workers.map((worker) => worker.run()));
await stirrer.stop();
await relay.stop();
health.close();
await accessRecords.close();
await connection.close();
await pool.end();
