import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CO_VISITORS, pgContactLookups } from '../../activities/adapters/postgres/contact-lookups.pg.ts';
import { testDatabase, type TestDatabase } from '../support/servers.ts';

const ROUTES = 5_000;
const [OURS, THEIRS] = [randomUUID(), randomUUID()];
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  /** Four visits each, at places of their own; two cases meet at one. */
  await database.pool.query(
    `with one as (
       select case n when 1 then $1::uuid when 2 then $2::uuid else gen_random_uuid() end as case_id, n from generate_series(1, $3::int) n),
     cases as (insert into disease_case (id, version, state)
       select case_id, 1, jsonb_build_object('stage', 'released', 'personId', gen_random_uuid()::text, 'disease', 'covid-19',
         'district', '11110', 'openedAt', '2026-03-01T00:00:00Z') from one)
     insert into route (id, version, state) select gen_random_uuid(), 1, jsonb_build_object('stage', 'open', 'caseId', case_id::text,
       'visits', (select jsonb_agg(jsonb_build_object('placeId', case when n <= 2 and v = 1 then 'MET' else 'P-' || n || '-' || v end,
         'from', '2026-03-0' || v || 'T01:00:00Z', 'to', '2026-03-0' || v || 'T02:00:00Z', 'standing', 'undecided'))
         from generate_series(1, 4) v)) from one`,
    [OURS, THEIRS, ROUTES],
  );
  await database.pool.query('analyze route; analyze disease_case');
});
afterAll(async () => {
  await database.close();
});

test('co-visitors are found place by place, without reading every route', async () => {
  const found = await pgContactLookups(database.pool, (phone) => phone).coVisitorsOf(OURS, {});
  expect(found).toMatchObject([{ caseId: THEIRS, placeId: 'MET', minutes: 60 }]);
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`explain ${CO_VISITORS}`, [
    OURS,
    null,
    null,
  ]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('route_by_place');
  expect(plan).not.toMatch(/Seq Scan on (route|disease_case)/);
});
