import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { configuration, CONFIGURATION_NAMES } from '../../activities/configuration.ts';
import {
  environmentOf,
  interpolationsIn,
  openSecrets,
  readDeployment,
  service,
  stages,
} from './deployment.ts';
import { root, textOf } from './project-files.ts';

const text = textOf('docker-compose.yml');
const deployment = readDeployment(text);
const services = Object.entries(deployment.services);
const ours = services.filter(([, { build }]) => build !== undefined);
const api = service(deployment, 'api');
const worker = service(deployment, 'worker');
const processes = [
  ['api', api],
  ['worker', worker],
] as const;

/** What an operator has to give, made up. */
const given = {
  POSTGRES_PASSWORD: 'a1b2c3d4e5f6g7h8',
  OIDC_ISSUER: 'https://identity.example',
  OIDC_AUDIENCE: 'urn:bangyeok:api',
  OIDC_JWKS_URL: 'https://identity.example/jwks',
  PERSONAL_KEYS: 'k1=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
  PERSONAL_INDEX_KEY: 'ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=',
  PCR_LABORATORY_URL: 'https://laboratory.example',
  PCR_LABORATORY_API_KEY: 'key',
  PCR_LABORATORY_WEBHOOK_SECRETS: '0123456789abcdef',
  SMS_URL: 'https://sms.example',
  SMS_API_KEY: 'key',
  SMS_API_SECRET: 'secret',
  SMS_SENDER: '021200000',
  SMS_WEBHOOK_SECRETS: '0123456789abcdef,fedcba9876543210',
  REGISTRY_URL: 'https://registry.example',
  REGISTRY_API_KEY: 'key',
  PAYMENT_URL: 'https://payment.example',
  PAYMENT_API_KEY: 'key',
  PAYMENT_WEBHOOK_SECRETS: '0123456789abcdef',
  DELIVERY_URL: 'https://delivery.example',
  DELIVERY_API_KEY: 'key',
  DELIVERY_WEBHOOK_SECRETS: '0123456789abcdef',
  ENTRY_LOG_URL: 'https://entry-log.example',
  ENTRY_LOG_API_KEY: 'key',
  ENTRY_LOG_WEBHOOK_SECRETS: '0123456789abcdef',
  CARD_HISTORY_URL: 'https://card-history.example',
  CARD_HISTORY_API_KEY: 'key',
  CARD_HISTORY_WEBHOOK_SECRETS: '0123456789abcdef',
  LIVING_SUPPORT_URL: 'https://living-support.example',
  LIVING_SUPPORT_API_KEY: 'key',
  LIVING_SUPPORT_WEBHOOK_SECRETS: '0123456789abcdef',
  SURVEY_URL: 'https://survey.example',
  SURVEY_API_KEY: 'key',
  SURVEY_WEBHOOK_SECRETS: '0123456789abcdef',
};

describe('images', () => {
  test('are pinned, and the engine is the one that development runs', () => {
    expect(
      services.filter(([, { build }]) => build === undefined).map(([name, { image }]) => [name, image]),
    ).toEqual([
      ['postgres', expect.stringMatching(/^postgres:18\.\d+$/)],
      ['temporal-schema', 'temporalio/admin-tools:1.32.0'],
      ['temporal', 'temporalio/server:1.32.0'],
      ['temporal-ui', 'temporalio/ui:2.54.1'],
    ]);
    const launcher = textOf('tools/launcher/temporal-binaries.ts');
    expect(launcher).toContain('1.32.0');
    expect(launcher).toContain('2.54.1');
  });

  test('ours is one image, built here on a pinned Node 20, and runs as an ordinary user', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(['api', 'namespace', 'schema', 'worker']);
    expect(new Set(ours.map(([, { image, build }]) => `${image} ${build}`)).size).toBe(1);
    expect(stages().length).toBe(3);
    for (const { from } of stages()) expect(from).toMatch(/^node:20\.\d+\.\d+-bookworm-slim( AS \w+)?$/);
    expect(
      stages()
        .at(-1)
        ?.lines.filter((line) => line.startsWith('USER')),
    ).toEqual(['USER node']);
  });
});

describe('commands', () => {
  const { include, compilerOptions } = JSON.parse(textOf('tsconfig.build.json')) as {
    include: string[];
    compilerOptions: { rootDir: string; outDir: string };
  };
  const programs = ours.map(([, { command }]) => command ?? []).concat([defaultCommand()]);

  test.each(programs.map((command) => [command.at(-1) ?? '']))(
    '%s is built from a source that is there',
    (program) => {
      const [, source = ''] = /^dist\/(.+)\.js$/.exec(program) ?? [];
      expect(existsSync(join(root, `${source}.ts`))).toBe(true);
      expect(include).toContain(source.split('/')[0]);
    },
  );

  test('run on Node, and nothing is built when they start', () => {
    expect(programs.map(([first]) => first)).toEqual(programs.map(() => 'node'));
    expect({ ...compilerOptions }).toEqual({ rootDir: '.', outDir: 'dist' });
    expect(textOf('Dockerfile')).toContain('WORKFLOW_BUNDLE=/app/dist/workflow-bundle.js');
    expect(textOf('tools/build.mjs')).toContain(`'workflow-bundle.js'`);
  });

  test('the build sees every source folder, and the image no test', () => {
    const copied = stages()[0]?.lines.join('\n') ?? '';
    const sent = textOf('.dockerignore').split('\n');
    for (const folder of include) {
      expect(copied).toContain(`COPY ${folder} ${folder}/`);
      expect(sent).toContain(`!${folder}`);
    }
    expect(sent).toContain('*');
    expect(sent.filter((line) => /^!(test|\.env|\.data)/.test(line))).toEqual([]);
  });

  function defaultCommand(): string[] {
    const line =
      stages()
        .at(-1)
        ?.lines.find((each) => each.startsWith('CMD ')) ?? 'CMD []';
    return JSON.parse(line.slice('CMD '.length)) as string[];
  }
});

describe('variables', () => {
  test.each(processes)('of the %s are all known, and enough', (_, process) => {
    expect(Object.keys(process.environment).filter((name) => !CONFIGURATION_NAMES.includes(name))).toEqual(
      [],
    );
    const configured = configuration({ NODE_ENV: 'production', ...environmentOf(process, given) });
    expect(configured.SIMULATION_MODE).toBe('false');
    expect(configured.DATABASE_URL).toBe('postgres://bangyeok:a1b2c3d4e5f6g7h8@postgres:5432/bangyeok');
  });

  test.each(Object.keys(given))('%s must be given', (name) => {
    expect(() => environmentOf(api, { ...given, [name]: '' })).toThrow(name);
  });

  test.each([
    ['schema', 'activities/adapters/postgres/migrate.ts'],
    ['namespace', 'activities/adapters/temporal/search-attributes.ts'],
  ])('of the job %s are those that its program reads', (name, program) => {
    const { environment } = service(deployment, name);
    expect(Object.keys(environment).filter((variable) => !textOf(program).includes(variable))).toEqual([]);
    for (const [, read = ''] of textOf(program).matchAll(/\b((?:DATABASE|TEMPORAL)_[A-Z]+)\b/g)) {
      expect(Object.keys(environment)).toContain(read);
    }
  });

  test('are all explained in .env.example, as is every variable of the configuration', () => {
    const explained = [...textOf('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
    const used = interpolationsIn(text).map(({ name }) => name);
    const set = ['NODE_ENV', 'WORKFLOW_BUNDLE'];
    const known = CONFIGURATION_NAMES.filter((name) => !set.includes(name));
    expect([...new Set([...used, ...known])].filter((name) => !explained.includes(name))).toEqual([]);
  });

  test('simulated time and simulators are nowhere', () => {
    expect(text).not.toMatch(/SIMULATION_MODE|TimeSkipping/);
    expect(JSON.stringify(deployment)).not.toMatch(/simulator/i);
  });
});

describe('secrets', () => {
  test('have no default and do not stand in the file', () => {
    expect(openSecrets(text)).toEqual([]);
  });

  test.each([
    [/\$\{POSTGRES_PASSWORD:\?[^}]*\}/, '${POSTGRES_PASSWORD:-postgres}'],
    [/\$\{POSTGRES_PASSWORD:\?[^}]*\}@/, 'postgres@'],
    [/\$\{SMS_API_SECRET:\?[^}]*\}/, '${SMS_API_SECRET}'],
    [/\$\{REGISTRY_API_KEY:\?[^}]*\}/, 'a-key-in-the-file'],
  ])('a file in which %s became %s is seen', (secret, open) => {
    const changed = text.replace(secret, () => open);
    expect(changed).not.toBe(text);
    expect(openSecrets(changed)).not.toEqual([]);
  });
});

describe('ports', () => {
  test('only the API and Temporal Web can be reached, from this machine, where development has them', () => {
    expect(
      services.filter(([, { ports }]) => ports !== undefined).map(([name, { ports }]) => [name, ports]),
    ).toEqual([
      ['temporal-ui', ['127.0.0.1:8233:8080']],
      ['api', [`127.0.0.1:8080:${api.environment['API_PORT']}`]],
    ]);
    const exposed = `EXPOSE ${api.environment['API_PORT']} ${worker.environment['WORKER_HEALTH_PORT']}`;
    expect(stages().at(-1)?.lines).toContain(exposed);
  });

  test('a container listens beyond itself, and its health is asked where it listens', () => {
    expect([api.environment['API_HOST'], worker.environment['WORKER_HEALTH_HOST']]).toEqual([
      '0.0.0.0',
      '0.0.0.0',
    ]);
    expect(api.healthcheck?.test.join(' ')).toContain(`127.0.0.1:${api.environment['API_PORT']}/readyz`);
    expect(worker.healthcheck?.test.join(' ')).toContain(
      `127.0.0.1:${worker.environment['WORKER_HEALTH_PORT']}/readyz`,
    );
  });
});

describe('order', () => {
  const edges = services.flatMap(([name, { depends_on = {} }]) =>
    Object.entries(depends_on).map(([on, { condition }]) => ({ name, on, condition })),
  );

  test.each(edges)('$name waits until $on has reached $condition, which it can', ({ on, condition }) => {
    const awaited = service(deployment, on);
    if (condition === 'service_healthy') expect(awaited.healthcheck).toBeDefined();
    else expect(awaited.restart).toMatch(/^on-failure:\d+$/);
  });

  test('the database comes first, the API needs no Temporal, the worker needs its namespace', () => {
    expect(Object.keys(api.depends_on ?? {})).toEqual(['schema']);
    expect(Object.keys(worker.depends_on ?? {}).sort()).toEqual(['namespace', 'schema']);
    expect(edges.filter(({ name }) => name === 'postgres')).toEqual([]);
  });
});
