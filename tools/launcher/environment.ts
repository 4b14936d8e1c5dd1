import { LATER_PARTNERS, type Credentials, type LaterPartner } from './credentials.ts';
import type { PortName, Settings } from './settings.ts';

/** The name of this API at the identity provider. */
export const AUDIENCE = 'urn:bangyeok:api';
export const issuerOf = ({ ports }: Settings): string => `http://127.0.0.1:${ports.IDENTITY_PROVIDER_PORT}`;

/** What the application's processes are given: addresses, credentials and the mode of this stack. */
export function environmentOf(set: Settings, secrets: Credentials, databaseUrl: string): NodeJS.ProcessEnv {
  const { ports } = set;
  return {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: set.temporalAddress ?? `127.0.0.1:${ports.TEMPORAL_PORT}`,
    TEMPORAL_NAMESPACE: set.namespace,
    TEMPORAL_UI_URL: process.env['TEMPORAL_UI_URL'] ?? `http://127.0.0.1:${ports.TEMPORAL_UI_PORT}`,
    API_PORT: String(ports.API_PORT),
    OIDC_ISSUER: issuerOf(set),
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_JWKS_URL: `${issuerOf(set)}/jwks`,
    WORKER_HEALTH_PORT: String(ports.WORKER_HEALTH_PORT),
    PCR_LABORATORY_URL: `http://127.0.0.1:${ports.PCR_LABORATORY_PORT}`,
    PCR_LABORATORY_API_KEY: secrets.laboratory.apiKey,
    PCR_LABORATORY_WEBHOOK_SECRETS: secrets.laboratory.webhookSecret,
    SMS_URL: `http://127.0.0.1:${ports.SMS_PORT}`,
    SMS_API_KEY: secrets.sms.apiKey,
    SMS_API_SECRET: secrets.sms.apiSecret,
    SMS_SENDER: '021200000',
    SMS_WEBHOOK_SECRETS: secrets.sms.webhookSecret,
    REGISTRY_URL: `http://127.0.0.1:${ports.REGISTRY_PORT}`,
    REGISTRY_API_KEY: secrets.registry.apiKey,
    ...laterPartners(set, secrets),
    PERSONAL_KEYS: process.env['PERSONAL_KEYS'] ?? secrets.personal.keys,
    PERSONAL_INDEX_KEY: process.env['PERSONAL_INDEX_KEY'] ?? secrets.personal.indexKey,
    // Exercises run under the rules that have every part of the process: symptoms, rounds of tests, a clinician.
    ...(set.jurisdiction === undefined
      ? { PROTOCOL_AS_OF: process.env['PROTOCOL_AS_OF'] ?? '2020-06-25' }
      : { JURISDICTION: set.jurisdiction, PROTOCOL_AS_OF: undefined }),
    SIMULATION_MODE: String(set.simulationMode),
  };
}

/** `entry-log` is configured as `ENTRY_LOG_…`. */
export const variableOf = (name: LaterPartner) => name.toUpperCase().replaceAll('-', '_');
export const portOf = (set: Settings, name: LaterPartner): number =>
  set.ports[`${variableOf(name)}_PORT` as PortName];

function laterPartners(set: Settings, { partners }: Credentials): NodeJS.ProcessEnv {
  return Object.fromEntries(
    LATER_PARTNERS.flatMap((name) => {
      const { apiKey, webhookSecret } = partners[name];
      return [
        [`${variableOf(name)}_URL`, `http://127.0.0.1:${portOf(set, name)}`],
        [`${variableOf(name)}_API_KEY`, apiKey],
        [`${variableOf(name)}_WEBHOOK_SECRETS`, webhookSecret],
      ];
    }),
  );
}
