import { join } from 'node:path';
import { LATER_PARTNERS, type Credentials, type LaterPartner } from './credentials.ts';
import { AUDIENCE, portOf } from './environment.ts';
import type { Settings } from './settings.ts';

/** Every partner's simulator, a process of its own: a folder of test/simulators. */
export const SIMULATORS = ['pcr-laboratory', 'sms', 'registry', ...LATER_PARTNERS] as const;
export type SimulatorName = (typeof SIMULATORS)[number];

/** Where a simulator listens, and what it is given. */
export type SimulatorPlan = Readonly<{ port: number; given: NodeJS.ProcessEnv }>;

/** While days pass in seconds, what partners send later comes at once. */
const FAST = { RESULT_DELAY_MS: '20', EVENT_DELAY_MS: '20', STATUS_DELAY_MS: '20' };

export function simulatorPlan(name: SimulatorName, set: Settings, secrets: Credentials): SimulatorPlan {
  const { port, keys } = partnerOf(name, set, secrets);
  const url = `http://127.0.0.1:${set.ports.API_PORT}/webhooks/${name}`;
  return {
    port,
    given: {
      ...keys,
      ...(name === 'registry' ? {} : { WEBHOOK_URL: url }),
      ...(set.simulationMode ? FAST : {}),
    },
  };
}

/** Who vouches for staff: no partner, but started like one. */
export const IDENTITY_PROVIDER = 'identity-provider';

export const identityProviderPlan = (set: Settings, { identity }: Credentials): SimulatorPlan => ({
  port: set.ports.IDENTITY_PROVIDER_PORT,
  given: {
    KEYS_FILE: join(set.dataDir, 'identity-provider-keys.json'),
    SECRET: identity.secret,
    AUDIENCE,
  },
});

function partnerOf(name: SimulatorName, set: Settings, secrets: Credentials) {
  const { laboratory, sms, registry, partners } = secrets;
  if (name === 'pcr-laboratory') return { port: set.ports.PCR_LABORATORY_PORT, keys: keysOf(laboratory) };
  if (name === 'sms') {
    return { port: set.ports.SMS_PORT, keys: { ...keysOf(sms), API_SECRET: sms.apiSecret } };
  }
  if (name === 'registry') return { port: set.ports.REGISTRY_PORT, keys: { API_KEY: registry.apiKey } };
  return { port: portOf(set, name), keys: keysOf(partners[name]) };
}

const keysOf = (secret: Readonly<{ apiKey: string; webhookSecret: string }>) => ({
  API_KEY: secret.apiKey,
  WEBHOOK_SECRET: secret.webhookSecret,
});

export const laterAddresses = (set: Settings): Readonly<Record<LaterPartner, string>> =>
  Object.fromEntries(LATER_PARTNERS.map((name) => [name, `http://127.0.0.1:${portOf(set, name)}`])) as Record<
    LaterPartner,
    string
  >;
