import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { migrate } from '../../activities/adapters/postgres/migrate.ts';
import { aCase, newId } from '../support/aggregate-makers.ts';
import { PERSONAL_ENVIRONMENT } from '../support/personal-keys.ts';
import { aRoute, begun, established, seen, stay } from '../support/route-fixtures.ts';
import { servers } from '../support/servers.ts';
import { postgresUrl, withClient } from '../../tools/launcher/postgres.ts';

const MIGRATIONS = fileURLToPath(new URL('../../activities/adapters/postgres/migrations', import.meta.url));

test('routes that were stored before there were rows of visits get them by the migration', async () => {
  const { postgresPort } = servers();
  const name = `before_visits_${process.pid}_${Date.now()}`;
  await withClient(postgresUrl(postgresPort, 'postgres'), (client) =>
    client.query(`create database ${name}`),
  );
  const url = postgresUrl(postgresPort, name);
  await runner({
    databaseUrl: url,
    dir: MIGRATIONS,
    migrationsTable: 'schema_migration',
    direction: 'up',
    count: readdirSync(MIGRATIONS).filter((file) => file < '0040').length,
    log: () => undefined,
  });
  const route = aRoute();
  for (const command of [
    begun(),
    seen('A', 'interview', stay('12:00', '12:30')),
    seen('B', 'cctv', stay('18:00', '22:30'), { place: 'BAR', district: '26440' }),
    established('B'),
  ])
    route.execute(command);
  const { personId, ...rest } = aCase().state;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('insert into disease_case (id, version, state) values ($1, 1, $2)', [
    route.state.caseId,
    { ...rest, personId },
  ]);
  for (const [id, state] of [
    [route.id, route.state],
    [newId(), { ...route.state, caseId: newId(), visits: [] }],
  ])
    await client.query('insert into route (id, version, state) values ($1, 1, $2)', [id, state]);
  await migrate(url, PERSONAL_ENVIRONMENT);
  const { rows } = await client.query(
    'select route_id, visit_id, case_id, person_id, case_district, place_id, district, standing, sources, confidence, lasts from visit order by visit_id',
  );
  await client.end();
  const common = {
    route_id: route.id,
    case_id: route.state.caseId,
    person_id: personId,
    case_district: rest.district,
  };
  expect(rows).toEqual([
    {
      ...common,
      ...{ visit_id: 'A', place_id: 'CAFE', district: '11110', standing: 'undecided' },
      ...{ sources: ['interview'], confidence: 'low', lasts: 1 },
    },
    {
      ...common,
      ...{ visit_id: 'B', place_id: 'BAR', district: '26440', standing: 'established' },
      ...{ sources: ['cctv'], confidence: 'medium', lasts: 24 },
    },
  ]);
});
