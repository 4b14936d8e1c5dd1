import { describe, expect, test } from '@jest/globals';
import { configuration, CONFIGURATION_NAMES } from '../../../activities/configuration.ts';

const KEY = 'k'.repeat(16);
const complete = {
  DATABASE_URL: 'postgres://bangyeok@127.0.0.1:5544/bangyeok',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  TEMPORAL_NAMESPACE: 'bangyeok',
  TEMPORAL_UI_URL: 'http://127.0.0.1:8233',
  OIDC_ISSUER: 'https://identity.example/realms/office',
  OIDC_AUDIENCE: 'urn:bangyeok:api',
  OIDC_JWKS_URL: 'https://identity.example/realms/office/jwks',
  PERSONAL_KEYS: 'k1=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
  PERSONAL_INDEX_KEY: 'ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=',
  PCR_LABORATORY_URL: 'http://127.0.0.1:8101',
  PCR_LABORATORY_API_KEY: 'lab',
  PCR_LABORATORY_WEBHOOK_SECRETS: `${KEY}3,${KEY}4`,
  SMS_URL: 'http://127.0.0.1:8102',
  SMS_API_KEY: 'sms',
  SMS_API_SECRET: 'secret',
  SMS_SENDER: '021200000',
  SMS_WEBHOOK_SECRETS: `${KEY}5`,
  REGISTRY_URL: 'http://127.0.0.1:8103',
  REGISTRY_API_KEY: 'registry',
  PAYMENT_URL: 'http://127.0.0.1:8104',
  PAYMENT_API_KEY: 'payment',
  PAYMENT_WEBHOOK_SECRETS: `${KEY}payment`,
  DELIVERY_URL: 'http://127.0.0.1:8105',
  DELIVERY_API_KEY: 'delivery',
  DELIVERY_WEBHOOK_SECRETS: `${KEY}delivery`,
  ENTRY_LOG_URL: 'http://127.0.0.1:8106',
  ENTRY_LOG_API_KEY: 'entry-log',
  ENTRY_LOG_WEBHOOK_SECRETS: `${KEY}entry-log`,
  CARD_HISTORY_URL: 'http://127.0.0.1:8107',
  CARD_HISTORY_API_KEY: 'card-history',
  CARD_HISTORY_WEBHOOK_SECRETS: `${KEY}card-history`,
  LIVING_SUPPORT_URL: 'http://127.0.0.1:8108',
  LIVING_SUPPORT_API_KEY: 'living-support',
  LIVING_SUPPORT_WEBHOOK_SECRETS: `${KEY}living-support`,
  SURVEY_URL: 'http://127.0.0.1:8109',
  SURVEY_API_KEY: 'survey',
  SURVEY_WEBHOOK_SECRETS: `${KEY}survey`,
};

describe('the configuration', () => {
  test('has defaults for what has a safe one', () =>
    expect(configuration(complete)).toMatchObject({
      NODE_ENV: 'development',
      API_HOST: '127.0.0.1',
      API_PORT: 8080,
      WORKER_HEALTH_HOST: '127.0.0.1',
      WORKER_HEALTH_PORT: 8090,
      PARTNER_TIMEOUT_MILLISECONDS: 8_000,
      PARTNER_SETTLES_WITHIN_MILLISECONDS: 45_000,
      CIRCUIT_OPENS_AFTER: 5,
      CIRCUIT_PAUSE_MILLISECONDS: 5_000,
      SIMULATION_MODE: 'false',
    }));
  test('keeps the issuer letter by letter: tokens are compared with it', () =>
    expect(configuration({ ...complete, OIDC_ISSUER: 'https://Identity.example' }).OIDC_ISSUER).toBe(
      'https://Identity.example',
    ));
  test('takes one or two live keys, the first one first', () => {
    const { PCR_LABORATORY_WEBHOOK_SECRETS: two, SMS_WEBHOOK_SECRETS: one } = configuration(complete);
    expect(two).toEqual([`${KEY}3`, `${KEY}4`]);
    expect(one).toEqual([`${KEY}5`]);
  });
  test.each(Object.keys(complete))('is refused without %s', (name) => {
    const { [name as keyof typeof complete]: _gone, ...others } = complete;
    expect(() => configuration(others)).toThrow(new RegExp(`^ {2}${name}: `, 'm'));
  });
  test('names everything that is wrong, at once', () => {
    const wrong = () =>
      configuration({ ...complete, API_PORT: '0', SMS_URL: 'sms', DATABASE_URL: 'http://x' });
    for (const name of ['API_PORT', 'SMS_URL', 'DATABASE_URL']) expect(wrong).toThrow(name);
    expect(wrong).toThrow('.env.example');
  });
  test.each([
    ['OIDC_ISSUER', 'identity.example'],
    ['OIDC_AUDIENCE', ''],
    ['OIDC_JWKS_URL', 'file:///etc/keys.json'],
    ['SMS_WEBHOOK_SECRETS', ''],
    ['SMS_WEBHOOK_SECRETS', 'short'],
    ['SMS_WEBHOOK_SECRETS', `${KEY}1,${KEY}2,${KEY}3`],
    ['API_PORT', '65536'],
    ['API_PORT', ''],
    ['PARTNER_TIMEOUT_MILLISECONDS', '15000'],
    ['SIMULATION_MODE', 'yes'],
  ])('%s is refused as %p, and no value is shown', (name, value) => {
    let told = '';
    try {
      configuration({ ...complete, [name]: value });
    } catch (error) {
      told = (error as Error).message;
    }
    expect(told).toContain(`  ${name}`);
    expect(told).not.toContain(KEY);
    if (value !== '') expect(told).not.toContain(value);
  });
  test('never simulates time in production', () => {
    const production = { ...complete, NODE_ENV: 'production' };
    expect(() => configuration({ ...production, SIMULATION_MODE: 'true' })).toThrow(
      /SIMULATION_MODE.*production/,
    );
    expect(configuration(production).SIMULATION_MODE).toBe('false');
    expect(configuration({ ...complete, SIMULATION_MODE: 'true' }).SIMULATION_MODE).toBe('true');
  });
  test('takes the keys of tokens over https in production, or from its own machine', () => {
    const production = { ...complete, NODE_ENV: 'production' };
    for (const url of [
      'http://identity.example/jwks',
      'http://127.0.0.1.example/jwks',
      'http://10.0.0.1/jwks',
    ])
      expect(() => configuration({ ...production, OIDC_JWKS_URL: url })).toThrow(/OIDC_JWKS_URL.*https/);
    for (const url of ['http://127.0.0.1:8110/jwks', 'http://[::1]/jwks', 'http://localhost:8110/jwks'])
      expect(configuration({ ...production, OIDC_JWKS_URL: url }).OIDC_JWKS_URL).toBe(url);
    expect(configuration({ ...complete, OIDC_JWKS_URL: 'http://identity.example/jwks' }).NODE_ENV).toBe(
      'development',
    );
  });
  test('never kills itself in production', () => {
    const production = { ...complete, NODE_ENV: 'production' };
    expect(() => configuration({ ...production, CRASH_POINTS: 'folder' })).toThrow(
      /CRASH_POINTS.*production/,
    );
    expect(configuration({ ...complete, CRASH_POINTS: 'folder' }).CRASH_POINTS).toBe('folder');
  });
  test('lists its names once each, for the documents', () => {
    expect(new Set(CONFIGURATION_NAMES).size).toBe(CONFIGURATION_NAMES.length);
    for (const name of Object.keys(complete)) expect(CONFIGURATION_NAMES).toContain(name);
  });
});
