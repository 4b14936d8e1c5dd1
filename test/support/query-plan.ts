import type pg from 'pg';

/** How the store would answer a query; `analyze`, how it has. */
export async function queryPlan(
  store: pg.Pool | pg.ClientBase,
  text: string,
  values: readonly unknown[] = [],
  how = '',
): Promise<string> {
  const { rows } = await store.query<{ 'QUERY PLAN': string }>(`explain ${how} ${text}`, [...values]);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
