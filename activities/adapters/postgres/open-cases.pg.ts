import type pg from 'pg';
import type { CaseState } from '../../../domain/patient-management/case/case.state.ts';
import type { OpenCases } from '../../ports/open-cases.ts';
import { isOpenCase } from './open-case.ts';

const OPEN = `disease = $1 and ${isOpenCase()}
  and ($2::text is null or district = $2)`;

export function pgOpenCases(pool: pg.Pool): OpenCases {
  return {
    async count({ disease, district }) {
      const { rows } = await pool.query<{ count: number }>(
        `select count(*)::int as count from disease_case where ${OPEN} and stage <> 'suspected'`,
        [disease, district ?? null],
      );
      return rows[0]?.count ?? 0;
    },
    async page({ disease, district, after, limit, andSuspected = false }) {
      const { rows } = await pool.query<{ caseId: string; state: CaseState }>({
        name: 'open-cases',
        text: `select id as "caseId", state from disease_case
          where ${OPEN} and ($5 or stage <> 'suspected') and ($3::uuid is null or id > $3) order by id limit $4`,
        values: [disease, district ?? null, after ?? null, limit, andSuspected],
      });
      return rows;
    },
  };
}
