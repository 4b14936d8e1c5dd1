import { z } from 'zod';
import { EXPIRING, type RetentionDays } from '../domain/bulk-work/retention.ts';
import { indexKey, masterKeys } from './adapters/postgres/personal-keys.ts';

const port = z.coerce.number().int().min(1).max(65_535);
const secrets = z
  .string()
  .transform((text) => text.split(',').filter((secret) => secret !== ''))
  .pipe(z.array(z.string().min(16)).min(1).max(2));

/** Won for one piece by item code: `rice=9000,mask=500`. */
const prices = z
  .string()
  .regex(/^([a-z][a-z0-9-]*=\d{1,7}(,[a-z][a-z0-9-]*=\d{1,7})*)?$/)
  .transform((text) =>
    Object.fromEntries(
      text
        .split(',')
        .filter((entry) => entry !== '')
        .map((entry) => entry.split('='))
        .map(([code, won]) => [code ?? '', Number(won)]),
    ),
  );

const CLASSES_WITH_DAYS: readonly string[] = Object.keys(EXPIRING);

/** Days by class of values: `route-visits=28,personal-values=1825`. */
const retentionDays = z
  .string()
  .transform((text) => text.split(',').filter((entry) => entry !== ''))
  .pipe(
    z.array(
      z.string().refine(
        (entry) => {
          const [name = '', days = ''] = entry.split('=');
          return CLASSES_WITH_DAYS.includes(name) && /^[1-9]\d{0,4}$/.test(days);
        },
        `must be one of ${CLASSES_WITH_DAYS.join(', ')} with days from 1 to 99999`,
      ),
    ),
  )
  .transform((entries): RetentionDays =>
    Object.fromEntries(
      entries.map((entry) => entry.split('=')).map(([name = '', days]) => [name, Number(days)]),
    ),
  );

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];
/** By https, or never leaving this machine. */
const safeOnTheWay = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || LOOPBACK.includes(hostname);
};

const schema = z
  .object({
    NODE_ENV: z.string().default('development'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(16),
    TEMPORAL_ADDRESS: z.string().min(1),
    TEMPORAL_NAMESPACE: z.string().min(1),
    TEMPORAL_UI_URL: z.url(),
    API_HOST: z.string().default('127.0.0.1'),
    API_PORT: port.default(8080),
    /** Proxies in front of the API, by address or range: only what they say of a request's source is believed. */
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform((text) => text.split(',').filter((one) => one !== '')),
    /** Whoever signs the staff's access tokens: compared letter by letter with what they say. */
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }),
    OIDC_AUDIENCE: z.string().min(1),
    OIDC_JWKS_URL: z.url({ protocol: /^https?$/ }),
    WORKER_HEALTH_HOST: z.string().default('127.0.0.1'),
    WORKER_HEALTH_PORT: port.default(8090),
    WORKFLOW_BUNDLE: z.string().optional(),
    PCR_LABORATORY_URL: z.url(),
    PCR_LABORATORY_API_KEY: z.string().min(1),
    PCR_LABORATORY_WEBHOOK_SECRETS: secrets,
    SMS_URL: z.url(),
    SMS_API_KEY: z.string().min(1),
    SMS_API_SECRET: z.string().min(1),
    SMS_SENDER: z.string().min(1),
    SMS_WEBHOOK_SECRETS: secrets,
    REGISTRY_URL: z.url(),
    REGISTRY_API_KEY: z.string().min(1),
    PAYMENT_URL: z.url(),
    PAYMENT_API_KEY: z.string().min(1),
    PAYMENT_WEBHOOK_SECRETS: secrets,
    DELIVERY_URL: z.url(),
    DELIVERY_API_KEY: z.string().min(1),
    DELIVERY_WEBHOOK_SECRETS: secrets,
    ENTRY_LOG_URL: z.url(),
    ENTRY_LOG_API_KEY: z.string().min(1),
    ENTRY_LOG_WEBHOOK_SECRETS: secrets,
    CARD_HISTORY_URL: z.url(),
    CARD_HISTORY_API_KEY: z.string().min(1),
    CARD_HISTORY_WEBHOOK_SECRETS: secrets,
    LIVING_SUPPORT_URL: z.url(),
    LIVING_SUPPORT_API_KEY: z.string().min(1),
    LIVING_SUPPORT_WEBHOOK_SECRETS: secrets,
    SURVEY_URL: z.url(),
    SURVEY_API_KEY: z.string().min(1),
    SURVEY_WEBHOOK_SECRETS: secrets,
    PARTNER_TIMEOUT_MILLISECONDS: z.coerce.number().int().min(100).max(14_000).default(8_000),
    /** For so long a call without an answer may still take effect: longer than any partner holds one up, and below a minute. */
    PARTNER_SETTLES_WITHIN_MILLISECONDS: z.coerce.number().int().min(0).max(55_000).default(45_000),
    /** So many calls in a row without an answer, and a system is spared for a while. */
    CIRCUIT_OPENS_AFTER: z.coerce.number().int().min(1).max(100).default(5),
    CIRCUIT_PAUSE_MILLISECONDS: z.coerce.number().int().min(100).max(30_000).default(5_000),
    PERSONAL_KEYS: masterKeys,
    PERSONAL_INDEX_KEY: indexKey,
    /** Below this age a person has a guardian. */
    MINOR_UNDER_AGE: z.coerce.number().int().min(1).max(30).default(19),
    /** For how many days values are kept after the last thing that happened, where it is not the project's default. */
    RETENTION_DAYS: retentionDays.default({}),
    SUPPLY_PRICES: prices.default({
      rice: 9_000,
      ramen: 4_000,
      'instant-food': 12_000,
      'canned-food': 8_000,
      mask: 10_000,
      sanitiser: 5_000,
      gloves: 3_000,
      thermometer: 9_000,
      'disinfectant-spray': 6_000,
      'medical-waste-bag': 2_000,
      guide: 0,
    }),
    JURISDICTION: z
      .string()
      .regex(/^[a-z]{2}$/)
      .default('kr'),
    PROTOCOL_AS_OF: z.iso.date().optional(),
    SHIPPED_PROTOCOLS: z.enum(['true', 'false']).default('true'),
    SIMULATION_MODE: z.enum(['true', 'false']).default('false'),
    /** A folder where a test arms crash points. */
    CRASH_POINTS: z.string().min(1).optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  })
  .refine(({ NODE_ENV, SIMULATION_MODE }) => NODE_ENV !== 'production' || SIMULATION_MODE === 'false', {
    path: ['SIMULATION_MODE'],
    message: 'is refused in production: it moves every clock',
  })
  .refine(({ NODE_ENV, CRASH_POINTS }) => NODE_ENV !== 'production' || CRASH_POINTS === undefined, {
    path: ['CRASH_POINTS'],
    message: 'is refused in production: it kills processes',
  })
  .refine(({ NODE_ENV, OIDC_JWKS_URL }) => NODE_ENV !== 'production' || safeOnTheWay(OIDC_JWKS_URL), {
    path: ['OIDC_JWKS_URL'],
    message: 'must be https in production: whoever changes the keys on the way is anybody they like',
  });

export type Configuration = Readonly<z.infer<typeof schema>>;

/** The names of all variables, for the documents and the compose file's test. */
export const CONFIGURATION_NAMES: readonly string[] = Object.keys(schema.shape);

/** @throws Error that lists every variable that is missing or wrong; their values are not shown */
export function configuration(environment: NodeJS.ProcessEnv): Configuration {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`Configuration is incomplete. See .env.example.\n${wrong.join('\n')}`);
}
