import type pg from 'pg';
import type { Counted } from '../../figures/percentiles.ts';
import { inDistricts } from '../reach.ts';
import { all } from '../statement.ts';
import {
  casesThere,
  counted,
  IS_CONFIRMED,
  IS_FOLLOWED,
  onDays,
  reportedCases,
  rowsOf,
  type Scope,
} from './scope.ts';

/** How many cases have how many contacts; a contact that was dropped is none. Grouped as the index has them: no second sort. */
export const contactsPerCase = (pool: pg.Pool) => (scope: Scope) =>
  counted<Readonly<{ values: readonly Counted[] }>>(pool, (of) => ({
    columns: `${rowsOf(`select p.value, count(*)::int as count from (
        select count(k.source_case_id)::int as value from disease_case c
        left join contact k on k.source_case_id = c.id::text and k.stage <> 'dropped'
        where ${all(reportedCases(scope, of), IS_CONFIRMED, IS_FOLLOWED)} group by c.id::text) p group by 1`)} as values`,
  }));

export type ContactsOfGrade = Readonly<{
  grade: string | null;
  named: number;
  dropped: number;
  /** Not dropped. */
  contacts: number;
  becameCases: number;
  /** It is not known yet whether they fall ill. */
  open: number;
}>;

/**
 * Contacts by their own district and the day on which they were named, which nobody was whom a list calls infected; the
 * disease is that of the source case.
 */
export const contactsBecomingCases = (pool: pg.Pool) => (scope: Scope) =>
  counted<Readonly<{ grades: readonly ContactsOfGrade[] }>>(pool, (of) => ({
    columns: `${rowsOf(`select k.grade, count(*)::int as named, count(*) filter (where k.stage = 'dropped')::int as dropped,
        count(*) filter (where k.stage <> 'dropped')::int as contacts, count(*) filter (where k.stage = 'converted')::int as "becameCases",
        count(*) filter (where k.stage in ('named', 'graded', 'follow-up'))::int as open
      from contact k where ${all(
        inDistricts('k.district', scope.within, of),
        'k.named_day is not null',
        onDays('k.named_day', scope, of),
        scope.disease === undefined
          ? undefined
          : `k.source_case_id in (select c.id::text from disease_case c where ${casesThere({ within: [''], disease: scope.disease }, of)})`,
      )} group by 1`)} as grades`,
  }));
