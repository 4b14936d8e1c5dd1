import type { Condition } from './line-list.ts';

/** Every record of the same human beings as those that `first` selects (one column): merged into it, or it into them. */
export const recordsOf = (first: string): string => `with recursive record(id) as (
    ${first}
    union select other.id from record cross join lateral (
      select p.merged_into::uuid as id from person p where p.id = record.id and p.merged_into is not null
      union all select p.id from person p where p.merged_into = record.id::text) other)`;

/** A column that says whom a row is about (text) names one of these people, under whichever of their records. */
export const ofPeople = (column: string, given: readonly string[] | undefined): readonly Condition[] =>
  given === undefined
    ? []
    : [
        (parameter) =>
          `${column} = any (array(${recordsOf(`select unnest(${parameter(given)}::uuid[])`)} select id::text from record))`,
      ];
