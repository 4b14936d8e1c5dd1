import type pg from 'pg';
import { beginningWith } from './reach.ts';
import { recordsOf } from './same-person.ts';

/** The place of a row in time; the next page begins after it. `at` has microseconds. */
export type AccessCursor = Readonly<{ at: string; chain: string; position: number }>;
type Page = Readonly<{ limit: number; cursor?: AccessCursor | undefined }>;

/** One access as the person concerned is told of it: what role, of which office; the account is the office's matter. */
export type PersonAccess = AccessCursor &
  Readonly<{
    roles: readonly string[];
    offices: readonly string[];
    endpoint: string;
    action: string | null;
    subjectKind: string | null;
    outcome: 'allowed' | 'refused';
    reason: string | null;
  }>;
export type AccessListItem = PersonAccess &
  Readonly<{
    staffId: string | null;
    sourceAddress: string;
    subjectId: string | null;
    personId: string | null;
    caseId: string | null;
    district: string | null;
    problem: string | null;
    requestId: string;
  }>;
export type AccessFilter = Page &
  Readonly<{
    staff?: string | undefined;
    person?: string | undefined;
    case?: string | undefined;
    action?: string | undefined;
    outcome?: 'allowed' | 'refused' | undefined;
    from?: string | undefined;
    to?: string | undefined;
  }>;

const AT = `to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const FOR_THE_PERSON = `${AT} as at, r.chain, r.position, r.roles, r.offices, r.endpoint, r.action,
    r.subject_kind as "subjectKind", r.outcome, r.reason`;
/** Newest first, from a place on. */
const NEWEST = `order by r.at desc, r.chain desc, r.position desc`;
const END: AccessCursor = { at: 'infinity', chain: 'ffffffff-ffff-ffff-ffff-ffffffffffff', position: 0 };
const placeOf = ({ at, chain, position }: AccessCursor = END): readonly unknown[] => [at, chain, position];

const OF_PERSON = `${recordsOf('select $1::uuid')}
  select ${FOR_THE_PERSON} from record cross join lateral (
    select * from access_record r where r.person_id = record.id and (r.at, r.chain, r.position) < ($2, $3, $4)
    ${NEWEST} limit $5) r
  ${NEWEST} limit $5`;

/** Who opened the record of somebody, or one that was merged with it; newest first. */
export function accessOfPerson(pool: pg.Pool) {
  return async (personId: string, { limit, cursor }: Page): Promise<readonly PersonAccess[]> => {
    const { rows } = await pool.query<PersonAccess>({
      name: 'access-of-person',
      text: OF_PERSON,
      values: [personId, ...placeOf(cursor), limit],
    });
    return rows;
  };
}

export const ACCESS_PAGE = `select ${FOR_THE_PERSON}, r.staff_id as "staffId", r.source_address as "sourceAddress",
    r.subject_id as "subjectId", r.person_id as "personId", r.case_id as "caseId", r.district, r.problem,
    r.request_id as "requestId"
  from access_record r
  where (r.at, r.chain, r.position) < ($1, $2, $3)
    and ($4::text is null or r.staff_id = $4) and ($5::uuid is null or r.person_id = $5)
    and ($6::uuid is null or r.case_id = $6) and ($7::text is null or r.action = $7)
    and ($8::text is null or r.outcome = $8)
    and ($9::timestamptz is null or r.at >= $9) and ($10::timestamptz is null or r.at < $10)
    and coalesce(r.district, '') like any ($11)
  ${NEWEST} limit $12`;

/** For auditors, in reach by the subject's district: what is about nobody's district is seen by whoever sees the country. */
export function accessList(pool: pg.Pool) {
  return async (filter: AccessFilter, reach: readonly string[]): Promise<readonly AccessListItem[]> => {
    const { staff, person, case: caseId, action, outcome, from, to, cursor, limit } = filter;
    // Without a name: planned for the filters that are given.
    const { rows } = await pool.query<AccessListItem>({
      text: ACCESS_PAGE,
      values: [
        ...placeOf(cursor),
        ...[staff, person, caseId, action, outcome, from, to].map((one) => one ?? null),
        beginningWith(reach),
        limit,
      ],
    });
    return rows;
  };
}
