import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { migrate } from '../../activities/adapters/postgres/migrate.ts';
import { ensureDatabase, ensurePostgres, postgresUrl } from '../../tools/launcher/postgres.ts';
import { freePorts } from '../../tools/launcher/ports.ts';
import { processRecords } from '../../tools/launcher/process-record.ts';
import { DEFAULT_PORTS, ROOT, settings, SHARED_PORTS, type Ports } from '../../tools/launcher/settings.ts';
import type { Service } from '../../tools/launcher/service.ts';
import { ensureTemporal } from '../../tools/launcher/temporal.ts';
import { publishShippedInto } from './shipped.ts';
import { publish, TEMPLATE } from './servers.ts';

/** One PostgreSQL and one Temporal server for the whole run, on free ports, and the workflow bundle once. */
export default async function globalSetup(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bangyeok-test-'));
  const free = await freePorts(SHARED_PORTS.length);
  const ports: Ports = {
    ...DEFAULT_PORTS,
    ...Object.fromEntries(SHARED_PORTS.map((name, index) => [name, free[index]])),
  };
  const records = processRecords(join(dataDir, 'run'));
  const say = (line: string): void => console.log(line);
  const common = { dataDir, logFolder: join(dataDir, 'log'), records, say };
  const services: Service[] = [];
  (globalThis as { stopTestServers?: () => Promise<void> }).stopTestServers = async () => {
    for (const service of services.reverse()) await service.stop();
  };
  const postgres = await ensurePostgres({ ...common, port: ports.POSTGRES_PORT });
  if (postgres.service !== undefined) services.push(postgres.service);
  await ensureDatabase(ports.POSTGRES_PORT, TEMPLATE);
  await migrate(postgresUrl(ports.POSTGRES_PORT, TEMPLATE));
  await publishShippedInto(postgresUrl(ports.POSTGRES_PORT, TEMPLATE));
  let last = 0;
  const temporal = await ensureTemporal({
    ...common,
    ports,
    cacheDir: settings().cacheDir,
    progress: (what) => {
      if (performance.now() - last > 10_000) say(`temporal: ${what}`);
      last = performance.now();
    },
  });
  services.push(...temporal.services);
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(ROOT, 'workflows/index.ts'),
    logger: new DefaultLogger('ERROR'),
  });
  mkdirSync(dataDir, { recursive: true });
  const bundle = join(dataDir, 'workflows.js');
  writeFileSync(bundle, code);
  publish({
    postgresPort: ports.POSTGRES_PORT,
    temporalAddress: `127.0.0.1:${ports.TEMPORAL_PORT}`,
    bundle,
    dataDir,
    ports,
  });
}
