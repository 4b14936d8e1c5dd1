import type pg from 'pg';
import type { ContactLookups, CoVisitor } from '../../ports/contact-lookups.ts';
import { recordsOf } from './merged-records.pg.ts';

/** Of one case, the earliest. */
export const MOST_CO_VISITORS = 500;

/**
 * For each case in $1, within its days $2 to $3: of a stay that began before them or lasts beyond them, the part within. A
 * rejected visit is none; both visits may be a moment long. Who was at a place is looked up by how long they stayed at most,
 * so that it is read from shortly before until the end of the stay, however many were there on other days (`offset 0` keeps
 * it so). What was found for a case is one text, a line each: as rows it keeps the reading process longer than the statement
 * takes. No column can hold a `|`. Exported for the test of its plan and the benchmark.
 */
export const CO_VISITORS = `select q.case_id as "sourceCaseId", (
  select string_agg(concat_ws('|', f.person_id, f.case_id, coalesce(f.case_district, ''), f.place_id,
    f.since at time zone 'UTC',
    f.until at time zone 'UTC', floor(date_part('epoch', f.until - f.since) / 60), coalesce(k.id::text, '')), E'\\n')
  from (
    select o.person_id, o.case_id, o.case_district, t.place_id, greatest(t.came, o.came) as since, least(t.went, o.went) as until
    from route r cross join lateral (
      select v.person_id, v.place_id, greatest(v.came, q.since::timestamp at time zone 'Asia/Seoul') as came,
        least(v.went, (q.until + 1)::timestamp at time zone 'Asia/Seoul' - interval '1 millisecond') as went
      from visit v where v.route_id = r.id and v.standing <> 'rejected') t
    cross join (values (1, interval '1 hour'), (4, interval '4 hours'), (24, interval '24 hours'), (0, interval '100 years'))
      as stay(lasts, most)
    cross join lateral (
      select v.person_id, v.case_id, v.case_district, v.came, v.went from visit v
      where v.standing <> 'rejected' and v.place_id = t.place_id and v.lasts = stay.lasts
        and v.came between t.came - stay.most and t.went and v.went >= t.came offset 0) o
    where r.case_id = q.case_id::text and t.came <= t.went and o.person_id <> t.person_id
    order by since, o.case_id, until limit ${MOST_CO_VISITORS}) f
  left join contact k on k.source_case_id = q.case_id::text and k.exposed_person_id = f.person_id::text
    and k.stage <> 'dropped') as met
  from unnest($1::uuid[], $2::date[], $3::date[]) q(case_id, since, until)`;

/** Of one case; nothing where nobody was met. */
export type Met = Readonly<{ sourceCaseId: string; met: string | null }>;

/** `2026-03-01 06:00:00.5`, as the database writes what it has in UTC. */
export const moment = (text: string): string => `${text.slice(0, 10)}T${text.slice(11, 19)}Z`;
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
export const byTime = (one: CoVisitor, other: CoVisitor): number =>
  compare(one.sourceCaseId, other.sourceCaseId) ||
  compare(one.from, other.from) ||
  compare(one.caseId, other.caseId) ||
  compare(one.to, other.to);

/** Of the cases asked about, one after another, the earliest first. */
export const coVisitorsIn = (rows: readonly Met[]): readonly CoVisitor[] =>
  rows
    .flatMap(({ sourceCaseId, met }) => (met?.split('\n') ?? []).map((line) => coVisitor(sourceCaseId, line)))
    .sort(byTime);

type Line = [string, string, string, string, string, string, string, string];
function coVisitor(sourceCaseId: string, line: string): CoVisitor {
  const [personId, caseId, district, placeId, from, to, minutes, contactId] = line.split('|') as Line;
  return {
    sourceCaseId,
    personId,
    caseId,
    district,
    placeId,
    from: moment(from),
    to: moment(to),
    minutes: Number(minutes),
    contactId: contactId === '' ? null : contactId,
  };
}

/** Every record of whose case it is. */
const OWN_RECORDS = `${recordsOf('select c.person_id from disease_case c where c.id = $1')} select id from record`;

/** Nobody meets themselves under another of their records. */
export const coVisitorsOf =
  (pool: pg.Pool): ContactLookups['coVisitorsOf'] =>
  async (caseId, { from, until }) => {
    const { rows } = await pool.query<Met>({
      name: 'co-visitors',
      text: CO_VISITORS,
      values: [[caseId], [from ?? null], [until ?? null]],
    });
    const met = coVisitorsIn(rows);
    if (met.length === 0) return met;
    const own = await pool.query<{ id: string }>({
      name: 'records-of-a-case',
      text: OWN_RECORDS,
      values: [caseId],
    });
    const records = new Set(own.rows.map(({ id }) => id));
    return met.filter(({ personId }) => !records.has(personId));
  };
