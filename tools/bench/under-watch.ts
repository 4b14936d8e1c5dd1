import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

export type UnderWatch = Readonly<{
  cases: number;
  contacts: number;
  disease: string;
  /** The version that gave the cases their tier, and the tier's name. */
  version: string;
  tier: string;
  at: string;
  /** How a person's values lie in their row; nothing: they have none. */
  sealed?: (personId: string, number: number) => unknown;
}>;

const AT_ONCE = 10_000;

/** People under watch, as rows: cases in home treatment, and contacts of the first of them. */
export async function seedUnderWatch(pool: pg.Pool, seed: UnderWatch): Promise<void> {
  const { cases, contacts, disease, version, tier, at, sealed } = seed;
  const people = Array.from({ length: cases + contacts }, () => uuidv7());
  const district = '11110';
  for (let first = 0; first < people.length; first += AT_ONCE) {
    const rows = people.slice(first, first + AT_ONCE).map((id, index) => ({
      id,
      sealed: sealed?.(id, first + index) ?? null,
    }));
    await pool.query(
      `insert into person (id, version, state, sealed)
       select id, 1, jsonb_build_object('stage', 'registered', 'registeredAt', $2::text, 'district', $3::text, 'language', 'ko'), sealed
       from jsonb_to_recordset($1::jsonb) as p(id uuid, sealed jsonb)`,
      [JSON.stringify(rows), at, district],
    );
  }
  const ids = people.slice(0, cases).map((person) => ({ person, id: uuidv7() }));
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    await pool.query(
      `insert into disease_case (id, version, state)
       select id, 1, jsonb_build_object('stage', 'home-treatment', 'personId', person, 'disease', $2::text, 'district', $3::text,
         'classification', 'confirmed', 'classifications', '[]'::jsonb, 'openedAt', $4::text, 'confirmedAt', $4::text,
         'homeTreatmentSince', $4::text, 'symptomatic', true, 'onset', '{}'::jsonb,
         'tier', jsonb_build_object('tier', $5::text, 'checksPerDay', 2, 'protocol', $6::text, 'since', $4::text),
         'reports', '[]'::jsonb, 'releaseTests', '[]'::jsonb, 'severities', '[]'::jsonb, 'treatments', '[]'::jsonb, 'stays', '[]'::jsonb,
         'diagnosticTests', 0, 'checks', 0, 'retestsOrdered', 0, 'retests', 0, 'decisions', 0)
       from jsonb_to_recordset($1::jsonb) as c(id uuid, person text)`,
      [JSON.stringify(ids.slice(first, first + AT_ONCE)), disease, district, at, tier, version],
    );
  }
  const exposed = people.slice(cases).map((person) => ({ person, id: uuidv7() }));
  for (let first = 0; first < exposed.length; first += AT_ONCE) {
    await pool.query(
      `insert into contact (id, version, state)
       select id, 1, jsonb_build_object('stage', 'follow-up', 'sourceCaseId', $2::text, 'exposedPersonId', person, 'district', $3::text,
         'foundBy', 'interview', 'namedAt', $4::text, 'exposures', '[]'::jsonb, 'ungradedExposures', 0, 'followUp', 'under')
       from jsonb_to_recordset($1::jsonb) as k(id uuid, person text)`,
      [JSON.stringify(exposed.slice(first, first + AT_ONCE)), ids[0]?.id, district, at],
    );
  }
  await pool.query('analyze person, disease_case, contact');
}
