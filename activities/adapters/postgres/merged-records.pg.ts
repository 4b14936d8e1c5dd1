import type pg from 'pg';
import { resolve } from '../../../domain/patient-management/person/survivor.ts';
import { personId, type PersonId } from '../../../domain/shared-kernel/id.ts';

/** In SQL: the records that stand next to `id` (text), one merged into the other. */
export const mergedWith = (id: string): string => `(
      select p.merged_into as id from person p where p.id = ${id}::uuid and p.merged_into is not null
      union all select p.id::text from person p where p.merged_into = ${id})`;

/** Every record of the same human beings as those that `first` selects (one column, ids as text). */
export const recordsOf = (first: string): string => `with recursive record(id) as (
    ${first}
    union select other.id from record cross join lateral ${mergedWith('record.id')} other)`;

/** The record that stands for another, by what each record that was read is merged into. */
export const standingFor = (
  mergedInto: ReadonlyMap<string, string | null | undefined>,
  id: string,
): PersonId =>
  resolve(personId(id), (one) => {
    const into = mergedInto.get(one) ?? undefined;
    return into === undefined ? undefined : personId(into);
  });

type Row = Readonly<{ id: string; mergedInto: string | null; isTheirs: boolean }>;

const OF_A_TELEPHONE = `${recordsOf('select id::text from person where phone_index = $1')}
  select p.id::text as id, p.merged_into as "mergedInto", coalesce(p.phone_index = $1, false) as "isTheirs"
  from record join person p on p.id = record.id::uuid`;

/**
 * The records of whoever is reached under a telephone today, each with the one that stands for it: that one’s telephone
 * counts, and what a merged record still says does not.
 */
export async function behindTelephone(
  pool: pg.Pool,
  phoneIndex: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<Row>({
    name: 'behind-telephone',
    text: OF_A_TELEPHONE,
    values: [phoneIndex],
  });
  const read = new Map(rows.map((row) => [row.id, row]));
  const links = new Map(rows.map(({ id, mergedInto }) => [id, mergedInto]));
  const standing = rows.map(({ id }) => [id, standingFor(links, id)] as const);
  return new Map(standing.filter(([, one]) => read.get(one)?.isTheirs === true));
}
