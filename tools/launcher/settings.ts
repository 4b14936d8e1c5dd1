import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HIGHEST_TEMPORAL_PORT } from './ports.ts';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Every port there is, by the variable that sets it. */
export const DEFAULT_PORTS = {
  POSTGRES_PORT: 5544,
  TEMPORAL_PORT: 7233,
  TEMPORAL_HISTORY_PORT: 7234,
  TEMPORAL_MATCHING_PORT: 7235,
  TEMPORAL_WORKER_PORT: 7239,
  TEMPORAL_MEMBERSHIP_PORT: 6933,
  TEMPORAL_HISTORY_MEMBERSHIP_PORT: 6934,
  TEMPORAL_MATCHING_MEMBERSHIP_PORT: 6935,
  TEMPORAL_WORKER_MEMBERSHIP_PORT: 6939,
  TEMPORAL_UI_PORT: 8233,
  API_PORT: 8080,
  WORKER_HEALTH_PORT: 8090,
  PCR_LABORATORY_PORT: 8101,
  SMS_PORT: 8102,
  REGISTRY_PORT: 8103,
  PAYMENT_PORT: 8104,
  DELIVERY_PORT: 8105,
  ENTRY_LOG_PORT: 8106,
  CARD_HISTORY_PORT: 8107,
  LIVING_SUPPORT_PORT: 8108,
  SURVEY_PORT: 8109,
  IDENTITY_PROVIDER_PORT: 8110,
} as const;
export type PortName = keyof typeof DEFAULT_PORTS;
export type Ports = Readonly<Record<PortName, number>>;

/** Ports of the database and the engine, shared by every profile; the others are a profile's own. */
export const SHARED_PORTS: readonly PortName[] = (Object.keys(DEFAULT_PORTS) as PortName[]).filter(
  (name) => name === 'POSTGRES_PORT' || name.startsWith('TEMPORAL_'),
);

export type Settings = Readonly<{
  profile: string;
  database: string;
  namespace: string;
  simulationMode: boolean;
  dataDir: string;
  cacheDir: string;
  ports: Ports;
  /** A cluster or a database that somebody else runs. */
  temporalAddress: string | undefined;
  databaseUrl: string | undefined;
  /** An exercise under rules of its own, in force by their dates. */
  jurisdiction: string | undefined;
}>;

export type SettingsOptions = Readonly<{
  profile?: string;
  dataDir?: string;
  simulationMode?: boolean;
  jurisdiction?: string;
  ports?: Partial<Ports>;
}>;

/** Settings from the environment, an optional .env file, and what a test or a demonstration asks for. */
export function settings(
  options: SettingsOptions = {},
  environment: NodeJS.ProcessEnv = process.env,
): Settings {
  const profile = options.profile ?? 'main';
  const suffix = profile === 'main' ? '' : `-${profile}`;
  return {
    profile,
    database: `bangyeok${suffix.replaceAll('-', '_')}`,
    namespace: `bangyeok${suffix}`,
    simulationMode: options.simulationMode ?? environment['SIMULATION_MODE'] === 'true',
    dataDir: resolve(ROOT, options.dataDir ?? environment['BANGYEOK_DATA_DIR'] ?? '.data'),
    cacheDir: environment['BANGYEOK_CACHE_DIR'] ?? join(homedir(), '.cache', 'bangyeok'),
    ports: { ...portPlan(environment), ...options.ports },
    temporalAddress: environment['TEMPORAL_ADDRESS'],
    // A demonstration or a test never works on somebody's own database: it moves the clock that is stored there.
    databaseUrl: profile === 'main' ? environment['DATABASE_URL'] : undefined,
    jurisdiction: options.jurisdiction,
  };
}

/** @throws Error that names the variable whose value is no port, or two that are the same */
export function portPlan(environment: NodeJS.ProcessEnv): Ports {
  const entries = Object.entries(DEFAULT_PORTS).map(([name, standard]) => {
    const port = Number(environment[name] ?? standard);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error(`${name} is not a port: use 1 to 65535`);
    if (name.startsWith('TEMPORAL_') && name !== 'TEMPORAL_UI_PORT' && port > HIGHEST_TEMPORAL_PORT) {
      throw new Error(`${name} is ${port}: Temporal takes ports up to ${HIGHEST_TEMPORAL_PORT}`);
    }
    return [name, port] as const;
  });
  const taken = new Map<number, string>();
  for (const [name, port] of entries) {
    const other = taken.get(port);
    if (other !== undefined)
      throw new Error(`${name} and ${other} are both ${port}: give one of them another port`);
    taken.set(port, name);
  }
  return Object.fromEntries(entries) as unknown as Ports;
}

export function loadDotEnv(): void {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
