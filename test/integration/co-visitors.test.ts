import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { CO_VISITORS } from '../../activities/adapters/postgres/co-visitors.pg.ts';
import { pgContactLookups } from '../../activities/adapters/postgres/contact-lookups.pg.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { queryPlan } from '../support/query-plan.ts';
import { testDatabase } from '../support/servers.ts';

const ROUTES = 5_000;
const [OURS, THEIRS] = [randomUUID(), randomUUID()];
const database = forThisFile(testDatabase);
beforeAll(async () => {
  /** Four visits each, at places of their own and at a station; two cases meet at one. */
  await database.pool.query(
    `with one as (
       select case n when 1 then $1::uuid when 2 then $2::uuid else gen_random_uuid() end as case_id, n from generate_series(1, $3::int) n),
     cases as (insert into disease_case (id, version, state)
       select case_id, 1, jsonb_build_object('stage', 'released', 'personId', gen_random_uuid()::text, 'disease', 'covid-19',
         'district', '11110', 'openedAt', '2026-03-01T00:00:00Z') from one)
     insert into route (id, version, state) select gen_random_uuid(), 1, jsonb_build_object('stage', 'open', 'caseId', case_id::text,
       'visits', (select jsonb_agg(jsonb_build_object('visitId', 'V' || v, 'district', '11110', 'evidence', '["gps"]'::jsonb, 'confidence', 'low',
         'placeId', case when v = 2 then 'STATION' when n <= 2 and v = 1 then 'MET' else 'P-' || n || '-' || v end,
         'from', stamp, 'to', stamp + interval '1 hour', 'standing', 'undecided'))
         from generate_series(1, 4) v cross join lateral (select '2026-03-01T01:00:00Z'::timestamptz + v * interval '1 day'
           + case when v = 2 then n * interval '2 hours' else interval '0' end as stamp) s)) from one`,
    [OURS, THEIRS, ROUTES],
  );
  await database.pool.query('analyze route; analyze disease_case; analyze visit');
});

test('co-visitors are found place by place and hour by hour, without reading who was there on other days', async () => {
  const found = await pgContactLookups(database.pool, (phone) => phone).coVisitorsOf(OURS, {});
  expect(found).toMatchObject([{ caseId: THEIRS, district: '11110', placeId: 'MET', minutes: 60 }]);
  const asked = [[OURS], [null], [null]];
  const plan = await queryPlan(database.pool, CO_VISITORS, asked, '(analyze, timing off)');
  expect(plan).toContain('visit_by_place');
  expect(plan).not.toMatch(/Seq Scan on (route|disease_case|visit)/);
  expect(plan).not.toMatch(/Rows Removed by Filter: \d{3}/);
});
