import { join } from 'node:path';
import { migrate } from '../../activities/adapters/postgres/migrate.ts';
import { credentials, type Credentials, type LaterPartner } from './credentials.ts';
import { ensurePostgres, makeDatabase, postgresUrl } from './postgres.ts';
import { endProcess, processRecords } from './process-record.ts';
import { environmentOf, issuerOf } from './environment.ts';
import { accessToken } from './access-token.ts';
import { clearLeftovers, withOwnPorts } from './own-processes.ts';
import { answers, startService, type Service } from './service.ts';
import { ROOT, settings, type Ports, type Settings } from './settings.ts';
import {
  IDENTITY_PROVIDER,
  identityProviderPlan,
  laterAddresses,
  simulatorPlan,
  SIMULATORS,
} from './simulators.ts';
import { stepper, type Say } from './steps.ts';
import { ensureNamespace, ensureTemporal } from './temporal.ts';

export type StackOptions = Readonly<{
  /** Another profile has a database, a namespace and application ports of its own; engine and database server are shared. */
  profile?: string;
  dataDir?: string;
  simulationMode?: boolean;
  /** An exercise under rules of its own: the code of a country that there is not. */
  jurisdiction?: string;
  ports?: Partial<Ports>;
  /** Begin with an empty database. */
  fresh?: boolean;
  /** `false`: the database, the engine and the simulators only. */
  application?: boolean;
  say?: Say;
  environment?: NodeJS.ProcessEnv;
  /** Where the application's code lies, if not here. */
  sources?: string;
  /** How often a process may end in a minute and is started again: fault tests end them more often than life does. */
  mayEnd?: number;
}>;

export type Addresses = Readonly<
  Record<
    | 'api'
    | 'temporalWeb'
    | 'worker'
    | 'laboratory'
    | 'sms'
    | 'registry'
    | 'temporal'
    | 'database'
    | 'identityProvider'
    | LaterPartner,
    string
  >
>;

export type Stack = Readonly<{
  settings: Settings;
  addresses: Addresses;
  credentials: Credentials;
  /** What the application's processes are given. */
  environment: NodeJS.ProcessEnv;
  /** An access token of one of the development provider's accounts. `officer` may do everything everywhere. */
  tokenOf: (account: string) => Promise<string>;
  process: (name: string) => Service;
  /** Ends what it started, last first; the shared servers only when no other launcher uses them. */
  stop: () => Promise<void>;
}>;

/** Starts what is missing of the stack. @throws Error that says what to do */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const say = options.say ?? (() => undefined);
  const step = stepper(say);
  const set = await withOwnPorts(settings(options), options.ports);
  const { dataDir, ports } = set;
  const logFolder = join(dataDir, 'log');
  const launchers = processRecords(join(dataDir, 'run', 'launchers'));
  const shared = processRecords(join(dataDir, 'run', 'shared'));
  const own = processRecords(join(dataDir, 'run', set.profile));
  launchers.write(String(process.pid), process.pid);
  await clearLeftovers(own, say);

  const services: Service[] = [];
  const stop = async (): Promise<void> => {
    for (const service of services.reverse()) {
      if (!isShared(service.name)) await service.stop();
    }
    launchers.remove(String(process.pid));
    if (launchers.allAlive().length > 0) return;
    for (const service of services) if (isShared(service.name)) await service.stop();
    for (const name of ['temporal-web', 'temporal', 'postgres']) {
      const left = shared.alive(name);
      if (left !== undefined) await endProcess(left, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
      shared.remove(name);
    }
  };

  try {
    const secrets = credentials(dataDir);
    const common = { logFolder, say, mayEnd: options.mayEnd };
    if (set.databaseUrl === undefined || set.temporalAddress === undefined) {
      const postgres = await step(
        'postgres',
        () => ensurePostgres({ ...common, port: ports.POSTGRES_PORT, dataDir, records: shared }),
        ({ service }) =>
          `127.0.0.1:${ports.POSTGRES_PORT}${service === undefined ? ' (running already)' : ''}`,
      );
      if (postgres.service !== undefined) services.push(postgres.service);
    }
    const databaseUrl = set.databaseUrl ?? postgresUrl(ports.POSTGRES_PORT, set.database);
    const environment = { ...environmentOf(set, secrets, databaseUrl), ...options.environment };
    const sources = options.sources ?? ROOT;
    const starter = (name: string, file: string, more: NodeJS.ProcessEnv, health: string, folder = ROOT) =>
      startService({
        ...common,
        name,
        command: process.execPath,
        args: ['--import', 'tsx', file],
        cwd: folder,
        environment: { ...environment, ...more },
        records: own,
        isReady: () => answers(health),
      });
    const simulator = (name: string, port: number, more: NodeJS.ProcessEnv) =>
      step(
        name,
        async () => {
          const service = await starter(
            name,
            `test/simulators/${name}/server.ts`,
            { PORT: String(port), LEDGER_FILE: join(dataDir, 'run', set.profile, `${name}.ledger`), ...more },
            `http://127.0.0.1:${port}/healthz`,
          );
          services.push(service);
        },
        () => `http://127.0.0.1:${port}/${name === IDENTITY_PROVIDER ? 'staff' : 'control'}`,
      );

    const schema = step(
      'schema',
      async () => {
        if (set.databaseUrl === undefined)
          await makeDatabase(ports.POSTGRES_PORT, set.database, options.fresh === true);
        return migrate(databaseUrl, environment);
      },
      (migrations) => (migrations.length === 0 ? 'current' : migrations.join(', ')),
    );
    const api = `http://127.0.0.1:${ports.API_PORT}`;
    const plans = [
      [IDENTITY_PROVIDER, identityProviderPlan(set, secrets)] as const,
      ...SIMULATORS.map((name) => [name, simulatorPlan(name, set, secrets)] as const),
    ];
    const simulators = plans.map(
      ([name, { port, given }]) =>
        () =>
          simulator(name, port, given),
    );
    const engine = step(
      'temporal',
      async (progress) => {
        if (set.temporalAddress !== undefined)
          return { way: 'TEMPORAL_ADDRESS', address: set.temporalAddress };
        const temporal = await ensureTemporal({
          ...common,
          ports,
          dataDir,
          cacheDir: set.cacheDir,
          records: shared,
          progress,
        });
        services.push(...temporal.services);
        return temporal;
      },
      ({ way, address }) => `${address} (${way})`,
    );
    const started = await Promise.allSettled([schema, engine, ...simulators.map((start) => start())]);
    const failed = started.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const { address } = await engine;
    await step(
      'namespace',
      () => ensureNamespace(address, set.namespace, options.fresh),
      () => `${set.namespace}, search attributes`,
    );
    if (options.application !== false) {
      const worker = `http://127.0.0.1:${ports.WORKER_HEALTH_PORT}`;
      const applications = await Promise.allSettled([
        step(
          'worker',
          async () =>
            services.push(await starter('worker', 'activities/worker.ts', {}, `${worker}/readyz`, sources)),
          () => `${worker}/readyz`,
        ),
        step(
          'api',
          async () => services.push(await starter('api', 'api/server.ts', {}, `${api}/readyz`, sources)),
          () => api,
        ),
      ]);
      const broken = applications.find((one) => one.status === 'rejected');
      if (broken !== undefined) throw broken.reason;
    }
    return {
      settings: set,
      credentials: secrets,
      environment,
      tokenOf: (account) => accessToken(issuerOf(set), secrets.identity.secret, account),
      addresses: {
        api,
        identityProvider: issuerOf(set),
        temporalWeb: environment['TEMPORAL_UI_URL'] ?? '',
        worker: `http://127.0.0.1:${ports.WORKER_HEALTH_PORT}`,
        laboratory: `http://127.0.0.1:${ports.PCR_LABORATORY_PORT}`,
        sms: `http://127.0.0.1:${ports.SMS_PORT}`,
        registry: `http://127.0.0.1:${ports.REGISTRY_PORT}`,
        ...laterAddresses(set),
        temporal: address,
        database: databaseUrl,
      },
      process: (name) => {
        const found = services.find((service) => service.name === name);
        if (found === undefined) throw new Error(`no process ${name} was started here`);
        return found;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const isShared = (name: string): boolean => name === 'postgres' || name.startsWith('temporal');
