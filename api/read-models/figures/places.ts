import type pg from 'pg';
import { counted, reportedCases, rowsOf, type Scope } from './scope.ts';

export type PlaceSize = 'province' | 'district';
export type CasesOfPlace = Readonly<{ place: string; class: string; count: number }>;

const DIGITS = { province: 2, district: 5 } as const satisfies Readonly<Record<PlaceSize, number>>;

/** Cases by place and classification, all of them. */
export const casesByPlace = (pool: pg.Pool) => (scope: Scope, per: PlaceSize) =>
  counted<Readonly<{ places: readonly CasesOfPlace[] }>>(pool, (of) => ({
    columns: `${rowsOf(`select left(c.district, ${DIGITS[per]}) as place, c.classification as class, count(*)::int as count
      from disease_case c where ${reportedCases(scope, of)} group by 1, 2`)} as places`,
  }));
