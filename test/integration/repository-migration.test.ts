import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { migrate } from '../../activities/adapters/postgres/migrate.ts';
import { pgOpenCases } from '../../activities/adapters/postgres/open-cases.pg.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { announces } from '../../activities/policies.ts';
import type { Repositories } from '../../activities/ports/repositories.ts';
import type { Repository } from '../../activities/ports/repository.ts';
import { evolveTest, type TestState } from '../../domain/diagnostic-testing/test/test.state.ts';
import {
  evolveIsolation,
  type IsolationState,
} from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { evolveCase } from '../../domain/patient-management/case/evolve-case.ts';
import type { AggregateRoot, DomainEvent } from '../../domain/shared-kernel/aggregate-root.ts';
import { caseId, testId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { evolveTask, type TaskState } from '../../domain/worklist/task.state.ts';
import { anIsolation, newId } from '../support/aggregate-makers.ts';
import * as cases from '../support/case-fixtures.ts';
import * as isolations from '../support/isolation-fixtures.ts';
import { correctedTo } from '../support/person-fixtures.ts';
import { PERSONAL_ENVIRONMENT, seals } from '../support/personal-keys.ts';
import { servers } from '../support/servers.ts';
import * as tests from '../support/test-fixtures.ts';
import { postgresUrl, withClient } from '../../tools/launcher/postgres.ts';

type Fact = DomainEvent & Readonly<Record<string, unknown>>;
type Row = Readonly<{
  what: string;
  table: string;
  type: string;
  id: string;
  version: number;
  state: object;
  personal?: object;
  facts: readonly Fact[];
}>;
/** Made by the code of commit 5e351eb, the last before migration 0002. */
const ROWS = JSON.parse(
  readFileSync(new URL('./rows-of-0001.json', import.meta.url), 'utf8'),
) as readonly Row[];
const rowsOf = (type: string): readonly Row[] => ROWS.filter((row) => row.type === type);
/** Noon in Seoul, so many days after the onset of the old cases. */
const day = (count: number): Instant => Instant.of('2021-03-01T03:00:00Z').plusHours(count * 24);

let pool: pg.Pool;
let repositories: Repositories;
beforeAll(async () => {
  const { postgresPort } = servers();
  const name = `old_${process.pid}_${Date.now()}`;
  const url = postgresUrl(postgresPort, name);
  await withClient(postgresUrl(postgresPort, 'postgres'), (client) =>
    client.query(`create database ${name}`),
  );
  await runner({
    databaseUrl: url,
    dir: fileURLToPath(new URL('../../activities/adapters/postgres/migrations', import.meta.url)),
    migrationsTable: 'schema_migration',
    direction: 'up',
    count: 1,
    log: () => undefined,
  });
  await withClient(url, async (client) => {
    for (const row of ROWS) await store(client, row);
  });
  expect(await migrate(url, PERSONAL_ENVIRONMENT)).toEqual(['0002_whole-model']);
  expect(await migrate(url, PERSONAL_ENVIRONMENT)).toEqual([]);
  pool = new pg.Pool({ connectionString: url, max: 4 });
  repositories = pgRepositories(pool, announces, seals);
});
afterAll(() => pool.end());

async function store(client: pg.Client, row: Row): Promise<void> {
  const { table, type, id, version, state, personal, facts } = row;
  const [column, value] = personal === undefined ? ['', ''] : [', personal', ', $4'];
  await client.query(`insert into ${table} (id, version, state${column}) values ($1, $2, $3${value})`, [
    id,
    version,
    JSON.stringify(state),
    ...(personal === undefined ? [] : [JSON.stringify(personal)]),
  ]);
  const of = type === 'case' ? id : ((state as { caseId?: string }).caseId ?? null);
  for (const [index, { type: fact, at, by, ...data }] of facts.entries()) {
    await client.query(
      `insert into domain_event (aggregate_type, aggregate_id, version, type, at, actor, data, case_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [type, id, index + 1, fact, at, by, JSON.stringify(data), of],
    );
  }
}

const named = (type: string, what: string): Row => {
  const found = rowsOf(type).find((row) => row.what === what);
  if (found === undefined) throw new Error(`no ${type} ${what}`);
  return found;
};
const REPOSITORIES = {
  person: 'people',
  case: 'cases',
  isolation: 'isolations',
  test: 'tests',
  task: 'tasks',
} as const;
type Root = AggregateRoot<object, never, DomainEvent>;
const repositoryOf = (type: string) =>
  repositories[REPOSITORIES[type as keyof typeof REPOSITORIES]] as unknown as Repository<Root>;

/** Loads the row, has it take the commands, and loads what was saved. */
async function next(type: string, what: string, ...commands: readonly object[]): Promise<Root> {
  const { id, version } = named(type, what);
  const { aggregate } = await repositoryOf(type).load(id);
  expect(aggregate.version).toBe(version);
  for (const command of commands) aggregate.execute(command as never);
  expect(aggregate.news.length).toBeGreaterThan(0);
  await repositoryOf(type).save(aggregate);
  const again = (await repositoryOf(type).load(id)).aggregate;
  expect(again.version).toBe(version + aggregate.news.length);
  expect(again.state).toEqual(JSON.parse(JSON.stringify(aggregate.state)));
  return again;
}

/** What the facts give when they are folded again: what a state is by definition. */
function folded<State>(
  { facts }: Row,
  evolve: (state: State | undefined, event: never) => State,
  more: object = {},
): State {
  const state = facts.reduce<State | undefined>(
    (before, fact) => evolve(before, { ...more, ...fact } as never),
    undefined,
  );
  return JSON.parse(JSON.stringify(state)) as State;
}
const stateOf = async (row: Row): Promise<object> =>
  (await repositoryOf(row.type).load(row.id)).aggregate.state;

describe('after the migration the state is what the facts say:', () => {
  const theCases = rowsOf('case').map((row) => [row.what, row] as const);
  /** The old facts name no disease, and explain a verdict by conditions instead of tracks. */
  const members = (row: Row) => folded<CaseState>(row, evolveCase, { disease: 'covid-19' });
  const PARTS = ['classifications', 'reports', 'releaseTests', 'stays', 'outcome'] as const;

  test.each(theCases)('a case, %s', async (_, row) => {
    const one = { ...(await stateOf(row)) } as Record<string, unknown>;
    const expected = { ...members(row) } as Record<string, unknown>;
    for (const part of PARTS) delete one[part];
    for (const part of PARTS) delete expected[part];
    expect(one).toEqual(expected);
  });

  describe.each(PARTS)('%s of a case', (part) => {
    test.each(theCases)('%s', async (_, row) => {
      expect(((await stateOf(row)) as CaseState)[part]).toEqual(members(row)[part]);
    });
  });

  test.each(rowsOf('isolation').map((row) => [row.what, row] as const))(
    'an isolation, %s',
    async (_, row) => {
      expect(await stateOf(row)).toEqual(folded<IsolationState>(row, evolveIsolation));
    },
  );
  test.each(rowsOf('test').map((row) => [row.what, row] as const))('a test, %s', async (_, row) => {
    expect(await stateOf(row)).toEqual(folded<TestState>(row, evolveTest));
  });
  test.each(rowsOf('task').map((row) => [row.what, row] as const))('a task, %s', async (_, row) => {
    expect(await stateOf(row)).toEqual(folded<TaskState>(row, evolveTask));
  });
});
