import type pg from 'pg';

/** What is in force or ordered for them: a case's own isolation, a contact's quarantine. */
const RUNNING: Readonly<Record<'/cases' | '/contacts', string>> = {
  '/cases': `select i.id from isolation i where i.case_id = any ($1) and i.kind = 'isolation' and i.stage <> 'ended'`,
  '/contacts': `select distinct i.id from contact k join isolation i on i.person_id = k.exposed_person_id
    where k.id = any ($1::uuid[]) and i.kind = 'quarantine' and i.stage <> 'ended'`,
};

/** The isolations of cases or contacts that are not over. */
export function isolationsOf(pool: pg.Pool) {
  return async (path: string, ids: readonly string[]): Promise<readonly string[]> => {
    const text = RUNNING[path as keyof typeof RUNNING];
    const { rows } = await pool.query<Readonly<{ id: string }>>(text, [ids]);
    return rows.map(({ id }) => id);
  };
}
