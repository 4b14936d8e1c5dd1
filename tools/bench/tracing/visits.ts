import type pg from 'pg';

/** A country in small: `regions` with 50,000 places each, all as busy, over so many `days`. */
export type Country = Readonly<{ days: number; regions: number }>;
/** In each region on each seven days. */
export const VISITS_A_WEEK = 1_250_000;
/** On five days in a row. */
const VISITS_A_CASE = 15;

export const casesIn = ({ days, regions }: Country): number =>
  Math.floor((VISITS_A_WEEK * (days / 7) * regions) / VISITS_A_CASE);
export const visitsIn = (country: Country): number => casesIn(country) * VISITS_A_CASE;

const id = (kind: number, number: string): string =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
export const caseIdOf = (number: number): string =>
  `01900001-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** One station has 2.7 % of a region's visits, a hundred places more than thousands each. One stay in a hundred lasts for days. */
const VISITS = `insert into visit (route_id, visit_id, case_id, person_id, case_district, place_id, district, came, went, standing, sources, confidence)
  select ${id(2, 'c')}, 'V' || k, ${id(1, 'c')}, ${id(3, 'c')}, lpad((11110 + c % 250)::text, 5, '0'), 'P-' || region || '-' || floor(50000 * u ^ 3),
    lpad((11110 + floor(50000 * u ^ 3)::int % 250)::text, 5, '0'), came,
    came + interval '1 minute' * case when l < 0.7 then 5 + l / 0.7 * 55 when l < 0.92 then 60 + (l - 0.7) / 0.22 * 180
      when l < 0.99 then 240 + (l - 0.92) / 0.07 * 360 else 600 + (l - 0.99) / 0.01 * 3700 end,
    (array['established', 'established', 'undecided', 'rejected'])[1 + (c + k) % 4], '{card}', 'medium'
  from (select c, k, c % $2 as region, random() as u, random() as l,
      timestamptz '2026-03-01T06:00:00+09:00' + interval '1 day' * ((hashint4(c)::bigint + 2147483648) % greatest(1, $3::int - 4))
        + interval '1 day' * (k / 3) + interval '17 hours' * random() as came
    from generate_series(1, $1::int) c cross join generate_series(0, ${VISITS_A_CASE - 1}) k offset 0) v`;

type Index = Readonly<{ name: string; definition: string }>;

/** Rows by SQL, as the trigger would have left them; the same rows in a table of its own for the plain statement. */
export async function fillVisits(pool: pg.Pool, country: Country): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('drop table if exists plain_visit');
    await client.query('truncate visit, route, disease_case');
    const { rows: indexes } = await client.query<Index>(
      `select indexname as name, indexdef as definition from pg_indexes
       where tablename = 'visit' and indexname <> 'visit_pkey'`,
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await client.query(`set session_replication_role = replica; select setseed(0.5)`);
    const cases = casesIn(country);
    await client.query(
      `insert into disease_case (id, version, state) select ${id(1, 'c')}, 1, jsonb_build_object('stage', 'released',
         'personId', ${id(3, 'c')}, 'disease', 'covid-19', 'district', lpad((11110 + c % 250)::text, 5, '0'))
       from generate_series(1, $1::int) c`,
      [cases],
    );
    await client.query(
      `insert into route (id, version, state) select ${id(2, 'c')}, 1,
         jsonb_build_object('stage', 'finished', 'caseId', ${id(1, 'c')}, 'visits', '[]'::jsonb) from generate_series(1, $1::int) c`,
      [cases],
    );
    await client.query(VISITS, [cases, country.regions, country.days]);
    await client.query('reset session_replication_role');
    for (const { definition } of indexes) await client.query(definition);
    await client.query(`create table plain_visit as select route_id, visit_id, case_id, person_id, place_id, came, went, standing from visit;
      alter table plain_visit add primary key (route_id, visit_id);
      create index plain_visit_by_place on plain_visit (place_id)`);
    for (const table of ['visit', 'plain_visit', 'route', 'disease_case', 'contact'])
      await client.query(`vacuum (analyze) ${table}`);
    await client.query('checkpoint');
  } finally {
    client.release();
  }
}
