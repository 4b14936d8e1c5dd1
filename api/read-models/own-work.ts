import type pg from 'pg';

/** Whether somebody is dealt with by a member of staff now: by a task that they have taken, or as the named officer. */
export function ownWork(pool: pg.Pool) {
  return async (staffId: string, personId: string): Promise<boolean> => {
    const { rows } = await pool.query<{ own: boolean }>({
      name: 'own-work',
      text: `select exists (
          select from task t where t.stage = 'open' and t.owner = $1
            and (t.subject_id = $2
              or t.case_id in (select id::text from disease_case where person_id = $2)
              or t.subject_id in (select id::text from contact where exposed_person_id = $2))
        ) or exists (
          select from isolation where person_id = $2 and stage <> 'ended' and state ->> 'officer' = $1
        ) as own`,
      values: [staffId, personId],
    });
    return rows[0]?.own ?? false;
  };
}
