import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { migrate } from '../../activities/adapters/postgres/migrate.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { announces } from '../../activities/policies.ts';
import type { Repositories } from '../../activities/ports/repositories.ts';
import type { Repository } from '../../activities/ports/repository.ts';
import type { AggregateRoot, DomainEvent } from '../../domain/shared-kernel/aggregate-root.ts';
import { postgresUrl, withClient } from '../../tools/launcher/postgres.ts';
import { PERSONAL_ENVIRONMENT, seals } from '../support/personal-keys.ts';
import { servers } from '../support/servers.ts';

export type Row = Readonly<{
  what: string;
  table: string;
  type: 'person' | 'case' | 'isolation' | 'test' | 'task';
  id: string;
  version: number;
  state: object;
  personal?: object;
  facts: readonly (DomainEvent & Readonly<Record<string, unknown>>)[];
}>;

/** Made by the code of commit 5e351eb, the last before migration 0002. */
export const ROWS = JSON.parse(
  readFileSync(new URL('./rows-of-0001.json', import.meta.url), 'utf8'),
) as readonly Row[];
export const rowsOf = (type: Row['type']): readonly Row[] => ROWS.filter((row) => row.type === type);
export function rowOf(type: Row['type'], what: string): Row {
  const found = rowsOf(type).find((row) => row.what === what);
  if (found === undefined) throw new Error(`no ${type} ${what}`);
  return found;
}

const REPOSITORIES = {
  person: 'people',
  case: 'cases',
  isolation: 'isolations',
  test: 'tests',
  task: 'tasks',
} as const;
type Root = AggregateRoot<object, never, DomainEvent>;
let made = 0;

/** A database with rows of migration 0001 that was brought up to date. */
export async function oldDatabase() {
  const { postgresPort } = servers();
  made += 1;
  const name = `old_${process.pid}_${made}_${Date.now()}`;
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
  const migrations = [await migrate(url, PERSONAL_ENVIRONMENT), await migrate(url, PERSONAL_ENVIRONMENT)];
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  const repositories: Repositories = pgRepositories(pool, announces, seals);
  return {
    pool,
    /** What the first and the second run did. */
    migrations,
    repositories,
    repositoryOf: (type: Row['type']) => repositories[REPOSITORIES[type]] as unknown as Repository<Root>,
    close: () => pool.end(),
  };
}

async function store(client: pg.Client, row: Row): Promise<void> {
  const { table, type, id, version, state, personal, facts } = row;
  const [column, value] = personal === undefined ? ['', ''] : [', personal', ', $4'];
  await client.query(`insert into ${table} (id, version, state${column}) values ($1, $2, $3${value})`, [
    id,
    version,
    JSON.stringify(state),
    ...(personal === undefined ? [] : [JSON.stringify(personal)]),
  ]);
  const caseId = type === 'case' ? id : ((state as { caseId?: string }).caseId ?? null);
  for (const [index, { type: fact, at, by, ...data }] of facts.entries()) {
    await client.query(
      `insert into domain_event (aggregate_type, aggregate_id, version, type, at, actor, data, case_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [type, id, index + 1, fact, at, by, JSON.stringify(data), caseId],
    );
  }
}
