import type pg from 'pg';
import type { IsolationKind } from '../../../domain/isolation-management/isolation/isolation.commands.ts';
import { inDistricts } from '../reach.ts';
import { all, type Of } from '../statement.ts';
import { counted, onDays, reportedCases, rowsOf, type Counting, type Scope } from './scope.ts';

/** How many there are of one code; without a code, of those that have none yet. */
export type OfCode = Readonly<{ code: string | null; count: number }>;
export type CodeCounts = Counting & Readonly<{ groups: readonly OfCode[] }>;

const byCode = (code: string, from: string, where: string): string =>
  rowsOf(`select ${code} as code, count(*)::int as count from ${from} where ${where} group by 1`);

/** Cases by one of their codes, all of them: also what turned out to be none. */
const casesBy = (code: string) => (pool: pg.Pool) => (scope: Scope) =>
  counted<Pick<CodeCounts, 'groups'>>(pool, (of) => ({
    columns: `${byCode(code, 'disease_case c', reportedCases(scope, of))} as groups`,
  }));

export const classifications = casesBy('c.classification');
export const stages = casesBy('c.stage');
export const tiers = casesBy('c.tier');

/** Their own district is where the order is kept; its first day is that of the order. */
const THOSE_OF = (scope: Scope, day: string, of: Of): string =>
  all(inDistricts('o.district', scope.within, of), onDays(day, scope, of));

export const isolations = (pool: pg.Pool) => (scope: Scope) =>
  counted<Readonly<{ groups: readonly (OfCode & Readonly<{ kind: IsolationKind }>)[] }>>(pool, (of) => ({
    columns: `${rowsOf(`select o.kind, o.stage as code, count(*)::int as count from isolation o
      where ${THOSE_OF(scope, 'o.ordered_day', of)} group by 1, 2`)} as groups`,
  }));

export const supplies = (pool: pg.Pool) => (scope: Scope) =>
  counted<Pick<CodeCounts, 'groups'>>(pool, (of) => ({
    columns: `${byCode('o.stage', 'supplies o', THOSE_OF(scope, 'o.opened_day', of))} as groups`,
  }));
