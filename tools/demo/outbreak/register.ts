import pg from 'pg';

export type Happening = Readonly<{
  seq: number;
  at: Date;
  type: string;
  data: Readonly<Record<string, unknown>>;
  personId: string | null;
}>;
export type Ending = Readonly<{
  caseStage: string | null;
  held: string | null;
  supplies: string | null;
  parcels: number;
  support: string | null;
  supportWon: number | null;
  /** Attempts to pay living support. */
  payments: number;
  route: string | null;
  violations: number;
}>;
type Mine = Readonly<{ id: string; stage: string; version: number }>;

/** Whose an aggregate is. */
const WHO = `select id, person_id from disease_case union all select id, person_id from isolation
  union all select id, state ->> 'personId' from supplies union all select id, state ->> 'personId' from living_support
  union all select id, exposed_person_id from contact
  union all select r.id, c.person_id from route r join disease_case c on c.id::text = r.case_id
  union all select i.id, c.person_id from information_request i join disease_case c on c.id::text = i.case_id`;

/** What the exercise reads straight from the database of its own: what has happened to whom, and where everybody stands. */
export function register(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const rows = async <Row extends object>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> =>
    (await pool.query<Row>(sql, [...values])).rows;
  const own = (table: string, person: string) => (personId: string) =>
    rows<Mine>(`select id, stage, version from ${table} where ${person} = $1 order by id`, [personId]);
  return {
    since: (seq: number) =>
      rows<Happening>(
        `select e.seq::int as seq, e.at, e.type, e.data, who.person_id as "personId"
         from domain_event e left join (${WHO}) who on who.id = e.aggregate_id where e.seq > $1 order by e.seq`,
        [seq],
      ),
    cases: own('disease_case', 'person_id'),
    isolations: own('isolation', 'person_id'),
    supplies: own('supplies', `state ->> 'personId'`),
    testsAwaited: (caseId: string) =>
      rows<Mine>(
        `select id, state ->> 'stage' as stage, version from test
         where case_id = $1 and state ->> 'stage' in ('ordered', 'collected', 'received')`,
        [caseId],
      ),
    ending: async (personId: string): Promise<Ending> => {
      const [found] = await rows<Ending>(
        `select (select string_agg(stage, ', ' order by id) from disease_case where person_id = $1) as "caseStage",
          (select string_agg(kind || ' ' || stage || coalesce(' ' || (state ->> 'endedBecause'), ''), ', ' order by id)
             from isolation where person_id = $1) as held,
          (select string_agg(stage, ', ' order by id) from supplies where state ->> 'personId' = $1) as supplies,
          (select coalesce(sum(jsonb_array_length(state -> 'attempts')), 0)::int from supplies where state ->> 'personId' = $1) as parcels,
          (select string_agg(stage, ', ' order by id) from living_support where state ->> 'personId' = $1) as support,
          (select sum((state ->> 'paidWon')::int)::int from living_support where state ->> 'personId' = $1) as "supportWon",
          (select coalesce(sum((state ->> 'attempt')::int), 0)::int from living_support where state ->> 'personId' = $1) as payments,
          (select string_agg(r.stage, ', ' order by r.id) from route r join disease_case c on c.id::text = r.case_id
             where c.person_id = $1) as route,
          (select coalesce(sum((state ->> 'establishedViolations')::int), 0)::int from isolation where person_id = $1) as violations`,
        [personId],
      );
      if (found === undefined) throw new Error('a query without a row');
      return found;
    },
    /** The newest event there is. */
    newest: async (): Promise<number> => {
      const [found] = await rows<{ seq: number }>(
        'select coalesce(max(seq), 0)::int as seq from domain_event',
        [],
      );
      return found?.seq ?? 0;
    },
    close: () => pool.end(),
  };
}

export type Register = ReturnType<typeof register>;
