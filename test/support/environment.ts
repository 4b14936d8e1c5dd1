import { LATER_PARTNERS } from '../../tools/launcher/credentials.ts';
import { variableOf } from '../../tools/launcher/environment.ts';
import { PERSONAL_ENVIRONMENT } from './personal-keys.ts';
import { servers } from './servers.ts';
import { OIDC_ENVIRONMENT } from './tokens.ts';

/** Where nobody answers. */
const NOBODY = 'http://127.0.0.1:9';

/** A whole configuration, on a database and a namespace of a test's own; partners are `more`, or out of reach. */
export function testEnvironment<More extends Readonly<Record<string, string>>>(
  { databaseUrl, namespace = 'none', secrets = ['x'.repeat(16)] }: Where,
  more: More,
) {
  const joined = secrets.join(',');
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: servers().temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_UI_URL: NOBODY,
    ...OIDC_ENVIRONMENT,
    PCR_LABORATORY_URL: NOBODY,
    PCR_LABORATORY_API_KEY: 'k',
    PCR_LABORATORY_WEBHOOK_SECRETS: joined,
    SMS_URL: NOBODY,
    SMS_API_KEY: 'k',
    SMS_API_SECRET: 's',
    SMS_SENDER: '021200000',
    SMS_WEBHOOK_SECRETS: joined,
    REGISTRY_URL: NOBODY,
    REGISTRY_API_KEY: 'k',
    ...Object.fromEntries(
      LATER_PARTNERS.flatMap((name) => [
        [`${variableOf(name)}_URL`, NOBODY],
        [`${variableOf(name)}_API_KEY`, 'k'],
        [`${variableOf(name)}_WEBHOOK_SECRETS`, joined],
      ]),
    ),
    ...PERSONAL_ENVIRONMENT,
    ...more,
  };
}
type Where = Readonly<{ databaseUrl: string; namespace?: string; secrets?: readonly string[] }>;
