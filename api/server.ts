import { Client, Connection } from '@temporalio/client';
import { armedCrashPoints } from '../activities/adapters/files/armed-crash-points.ts';
import { pgAccessRecords } from '../activities/adapters/postgres/access-records.pg.ts';
import { connectionPool, readingPool } from '../activities/adapters/postgres/pool.ts';
import { nameOf } from '../activities/adapters/temporal/activity-edge.ts';
import { simulatedWorld } from '../activities/adapters/temporal/simulated-world.ts';
import { webhookReader } from '../activities/adapters/webhooks/webhook-reader.ts';
import { webhookSecrets } from '../activities/adapters/webhooks/webhook-secrets.ts';
import { configuration } from '../activities/configuration.ts';
import { connect } from '../activities/connect.ts';
import { requests } from '../activities/index.ts';
import { advance, settle } from '../activities/simulation/advance.ts';
import { logger } from '../activities/log.ts';
import { watchCrashPoints } from '../activities/ports/crash-points.ts';
import type { Simulation } from '../activities/ports/simulation.ts';
import { signingKeysAt } from './access/signing-keys.ts';
import { tokenReader } from './access/token.ts';
import { createApp } from './app.ts';
import { httpServer } from './http-server.ts';
import { readModels } from './read-models/index.ts';
import { isRevoked } from './read-models/revocation.ts';
import { authentication } from './request-identity.ts';

const configured = configuration(process.env);
const log = logger('api', configured.LOG_LEVEL);
if (configured.CRASH_POINTS !== undefined) watchCrashPoints(armedCrashPoints(configured.CRASH_POINTS, 'api'));
const lost = (error: Error): void => log.warn({ error: nameOf(error) }, 'database connection lost');
/** Half of the connections are for pages. Commands, rights and access records never wait behind them. */
const forPages = Math.floor(configured.DATABASE_CONNECTIONS / 2);
const pages = readingPool(configured.DATABASE_URL, forPages, lost);
const pool = connectionPool(configured.DATABASE_URL, configured.DATABASE_CONNECTIONS - forPages, lost);
const accessRecords = pgAccessRecords(pool, {
  anchored: (anchor) => log.info({ anchor }, 'access records anchored'),
  failed: (error) => log.warn({ error: nameOf(error) }, 'access records not anchored'),
});
const uses = connect(configured, pool, { accessRecords });
const namespace = configured.TEMPORAL_NAMESPACE;

/** Only a simulation needs the engine here: staff's commands go to the domain, whatever state Temporal is in. */
const temporal =
  configured.SIMULATION_MODE === 'true'
    ? new Client({
        connection: await Connection.connect({ address: configured.TEMPORAL_ADDRESS }),
        namespace,
      })
    : undefined;

const simulation = (client: Client): Simulation => {
  const world = simulatedWorld(client, pool);
  return { now: () => world.now(), settle: () => settle(world), advance: advance(world) };
};

const app = createApp({
  requests: requests(uses),
  ...readModels(pages),
  isRevoked: isRevoked(pool),
  accessRecords,
  webhooks: webhookReader(webhookSecrets(configured)),
  ...(temporal === undefined ? {} : { simulation: simulation(temporal) }),
  staffOf: authentication(
    tokenReader({
      issuer: configured.OIDC_ISSUER,
      audience: configured.OIDC_AUDIENCE,
      keys: signingKeysAt({
        url: configured.OIDC_JWKS_URL,
        failed: (why) => log.warn({ why }, 'the keys of the identity provider cannot be fetched'),
      }),
      refused: (why) => log.info({ why }, 'token refused'),
    }),
  ),
  placeOf: (of) => uses.lookups.placeOf(of),
  accountOf: (staffId) => uses.subscribers.of(staffId),
  trustedProxies: configured.TRUSTED_PROXIES,
  processUrl: (processId) =>
    `${configured.TEMPORAL_UI_URL}/namespaces/${namespace}/workflows/${encodeURIComponent(processId)}`,
  isReady: async () => {
    try {
      await pool.query('select 1 from schema_migration limit 1');
      return true;
    } catch (error) {
      log.warn({ error: nameOf(error) }, 'not ready');
      return false;
    }
  },
  log: (entry, message) => log.error(entry, message),
});

/** Connections that wait to be taken: of more, the operating system lets clients wait for seconds, whatever they bring. */
const MOST_CONNECTING = 4_096;
const server = httpServer(app, {
  requestTimeout: 30_000, // whoever dribbles a request keeps no room
  keepAliveTimeout: 75_000, // longer than proxies keep theirs: one that we close as they use it is an error of theirs
});
server.listen(configured.API_PORT, configured.API_HOST, MOST_CONNECTING, () =>
  log.info({ address: `http://${configured.API_HOST}:${configured.API_PORT}` }, 'API is listening'),
);

const stop = (): void => {
  log.info('stopping');
  server.close(() => {
    void accessRecords
      .close()
      .then(() => Promise.all([pages.end(), pool.end()]))
      .then(() => temporal?.connection.close());
  });
  server.closeIdleConnections();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
