import type pg from 'pg';

type Row = Readonly<Record<string, unknown>>;
export type AggregatePage = Readonly<{
  version: number;
  state: Row & Readonly<{ stage: string }>;
  tasks: readonly Row[];
  history: readonly Row[];
}>;

const TABLES = {
  person: 'person',
  isolation: 'isolation',
  supplies: 'supplies',
  contact: 'contact',
  route: 'route',
  'information-request': 'information_request',
  survey: 'survey',
  'living-support': 'living_support',
  test: 'test',
  clinic: 'clinic',
} as const;
export type PageKind = keyof typeof TABLES;

/** An aggregate with its own history and the tasks about it, in one round trip. Ids, codes and dates. */
export function aggregatePage(pool: pg.Pool) {
  return async (kind: PageKind, id: string): Promise<AggregatePage | undefined> => {
    const { rows } = await pool.query<AggregatePage>({
      name: `page-${kind}`,
      text: `select version, state,
        (select coalesce(jsonb_agg(jsonb_build_object('taskId', t.id, 'version', t.version) || t.state order by t.id), '[]')
           from task t where t.subject_id = $1::text and t.state #>> '{subject,kind}' = $2) as tasks,
        (select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'type', e.type, 'by', e.actor,
             'version', e.version, 'data', e.data) order by e.version), '[]')
           from domain_event e where e.aggregate_id = $1::uuid) as history
        from ${TABLES[kind]} where id = $1::uuid`,
      values: [id, kind],
    });
    return rows[0];
  };
}
