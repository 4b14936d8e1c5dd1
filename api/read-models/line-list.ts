import type pg from 'pg';

/** Gives a value its place in the statement: `$3`. */
export type Parameter = (value: unknown) => string;
/** In SQL, over the row `c` of the list's own table. */
export type Condition = (parameter: Parameter) => string;
/** `key`: a column of the table before the id; without one the id alone is the order, which is that of time. */
export type Order = Readonly<{ key?: string; descending: boolean }>;
/** Where a page ended. */
export type Place = Readonly<{ key: string; id: string }>;

/** What a line list is made of. `joins` are written where a chosen column says that it comes `from` there. */
export type Lines = Readonly<{
  table: string;
  personId: string;
  columns: Readonly<Record<string, Readonly<{ sql: string; from?: string }>>>;
  joins: Readonly<Record<string, string>>;
}>;
export type LineQuery = Readonly<{
  columns: readonly string[];
  conditions: readonly Condition[];
  order: Order;
  /** Beginnings of districts; an empty one is the country. */
  within: readonly string[];
  limit: number;
  after?: Place | undefined;
}>;
export type Line = Readonly<{
  shown: Readonly<Record<string, unknown>>;
  place: Place;
  district: string;
  personId: string;
}>;

type Row = Readonly<Record<string, unknown>> &
  Readonly<{ lineId: string; lineKey: string; lineDistrict: string; linePerson: string }>;

/** A page of lines, each with the columns that were asked for, in an order that an index has, from any place on. */
export function lineList(pool: pg.Pool, lines: Lines) {
  return async (query: LineQuery): Promise<readonly Line[]> => {
    if (query.within.length === 0) return [];
    const { text, values } = linePage(lines, query);
    // Without a name: planned for the filters that are given.
    const { rows } = await pool.query<Row>({ text, values });
    return rows.map(({ lineId, lineKey, lineDistrict, linePerson, ...shown }) => ({
      shown,
      place: { key: lineKey, id: lineId },
      district: lineDistrict,
      personId: linePerson,
    }));
  };
}

/** Which rows is asked of the indexes; what they say, of these rows alone. */
export function linePage(
  { table, personId, columns, joins }: Lines,
  { columns: chosen, conditions, order, within, limit, after }: LineQuery,
): Readonly<{ text: string; values: unknown[] }> {
  const values: unknown[] = [];
  const parameter: Parameter = (value) => `$${values.push(value)}`;
  const most = parameter(limit);
  const key = order.key === undefined ? `''` : `c.${order.key}`;
  const inOrder = (row: string): string => {
    const way = order.descending ? ' desc' : '';
    return order.key === undefined ? `${row}.id${way}` : `${row}.key${way}, ${row}.id${way}`;
  };
  const such = [...conditions.map((one) => one(parameter)), ...beyond(order, after, parameter)];
  const rows = (where: readonly string[]): string => {
    const conditionsOfAll = [...where, ...such].join(' and ') || 'true';
    const ordered = inOrder('c').replaceAll('c.key', key);
    return `select c.id, ${key} as key from ${table} c where ${conditionsOfAll} order by ${ordered} limit ${most}`;
  };
  const page = within.includes('')
    ? rows([])
    : `select o.id, o.key from (${districtsOf(table, within, parameter)}) d
         cross join lateral (${rows(['c.district = d.district'])}) o order by ${inOrder('o')} limit ${most}`;
  const picked = chosen.flatMap((name) => {
    const column = columns[name];
    return column === undefined ? [] : [{ name, ...column }];
  });
  const needed = [...new Set(picked.flatMap(({ from }) => (from === undefined ? [] : [joins[from] ?? ''])))];
  return {
    text: `select c.id as "lineId", p.key as "lineKey", c.district as "lineDistrict", ${personId} as "linePerson"
        ${picked.map(({ name, sql }) => `, ${sql} as "${name}"`).join('')}
      from (${page}) p join ${table} c on c.id = p.id ${needed.join(' ')}
      order by ${inOrder('p')}`,
    values,
  };
}

function beyond(order: Order, after: Place | undefined, parameter: Parameter): readonly string[] {
  if (after === undefined) return [];
  const than = order.descending ? '<' : '>';
  const id = `${parameter(after.id)}::uuid`;
  if (order.key === undefined) return [`c.id ${than} ${id}`];
  return [`(c.${order.key}, c.id) ${than} (${parameter(after.key)}, ${id})`];
}

/** Each district is read in order by itself: of a province, those that occur are looked for one after the other. */
function districtsOf(table: string, within: readonly string[], parameter: Parameter): string {
  const provinces = within.filter((beginning) => beginning.length === 2);
  const districts = `select unnest(${parameter(within.filter((one) => one.length > 2))}::text[]) as district`;
  if (provinces.length === 0) return districts;
  return `${districts} union select known.district from unnest(${parameter(provinces)}::text[]) province
    cross join lateral (
      with recursive one(district) as (
        select min(x.district) from ${table} x where x.district between province and province || '999'
        union all
        select (select min(x.district) from ${table} x where x.district > one.district and x.district <= province || '999')
        from one where one.district is not null)
      select district from one where district is not null) known`;
}
