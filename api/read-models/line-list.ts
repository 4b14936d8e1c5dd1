import { createHash } from 'node:crypto';
import type pg from 'pg';
import { DISTRICT_DIGITS, inDistricts } from './reach.ts';
import { statement, type Of } from './statement.ts';

/** In SQL, over the row `c` of the list's own table. */
export type Condition = (parameter: Of) => string;
/** What a list may be narrowed by: several values of a field, and days or moments. */
export type Filters<Several extends string, Bounds extends string> = Readonly<
  Partial<Record<Several, readonly string[] | undefined>> & Partial<Record<Bounds, string | undefined>>
>;
/** `key`: a column of the table before the id; without one the id alone is the order, which is that of time. */
export type Order = Readonly<{ key?: string; descending: boolean }>;
/** Where a page ended. */
export type Place = Readonly<{ key: string; id: string }>;

/** What a line list is made of: `personId` where it is about people who may be shown by name; `joins` are written where a chosen column says that it comes `from` there. */
export type Lines = Readonly<{
  table: string;
  personId?: string;
  columns: Readonly<Record<string, Readonly<{ sql: string; from?: string }>>>;
  joins?: Readonly<Record<string, string>>;
}>;
export type LineQuery = Readonly<{
  columns: readonly string[];
  conditions: readonly Condition[];
  order: Order;
  /** Beginnings of districts; an empty one is the country. */
  within: readonly string[];
  /** A condition leaves so few rows that they are looked for first, wherever they are. */
  isNarrow: boolean;
  /** The columns and the length of a page that most ask for. */
  isUsual: boolean;
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
export function lineList(pool: pg.Pool | pg.PoolClient, lines: Lines) {
  return async (query: LineQuery): Promise<readonly Line[]> => {
    if (query.within.length === 0) return [];
    const { text, values } = linePage(lines, query);
    // Only what is asked in the same words again and again is kept planned: there are too many other words.
    const name = query.isUsual && query.conditions.length === 0 ? { name: nameOf(text) } : {};
    const { rows } = await pool.query<Row>({ text, values, ...name });
    return rows.map(({ lineId, lineKey, lineDistrict, linePerson, ...shown }) => ({
      shown,
      place: { key: lineKey, id: lineId },
      district: lineDistrict,
      personId: linePerson,
    }));
  };
}

const nameOf = (text: string): string =>
  `lines-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;

/** Which rows is asked of the indexes; what they say, of these rows alone. */
export function linePage(
  { table, personId = `''`, columns, joins = {} }: Lines,
  query: LineQuery,
): Readonly<{ text: string; values: unknown[] }> {
  const { values, of: parameter } = statement();
  const { order } = query;
  const page = rowsOf(table, query, parameter);
  const picked = query.columns.flatMap((name) => {
    const column = columns[name];
    return column === undefined ? [] : [{ name, ...column }];
  });
  const needed = [...new Set(picked.flatMap(({ from }) => (from === undefined ? [] : [joins[from] ?? ''])))];
  return {
    text: `select c.id as "lineId", ${order.key === undefined ? `''` : `c.${order.key}`} as "lineKey",
        c.district as "lineDistrict", ${personId} as "linePerson"
        ${picked.map(({ name, sql }) => `, ${sql} as "${name}"`).join('')}
      from (${page}) c ${needed.join(' ')} order by ${inOrder(order)}`,
    values,
  };
}

function inOrder({ key, descending }: Order): string {
  const way = descending ? ' desc' : '';
  return key === undefined ? `c.id${way}` : `c.${key}${way}, c.id${way}`;
}

/** Whole rows of the table, as many as a page has. */
function rowsOf(table: string, query: LineQuery, parameter: Of): string {
  const { order, within, after, conditions, isNarrow } = query;
  // A number in the words, not beside them: a plan that is kept has to know how little is wanted.
  const limit = String(Math.trunc(query.limit));
  const page = `order by ${inOrder(order)} limit ${limit}`;
  const beyondPlace = beyond(order, after, parameter);
  const such = conditions.map((one) => one(parameter));
  const rows = (columns: string, where: string): string =>
    `select ${columns} from ${table} c where ${all([where, ...beyondPlace, ...such])} ${page}`;
  const [only = '', ...others] = within;
  const isOne = others.length === 0 && only.length === DISTRICT_DIGITS;
  // With filters the planner weighs them against the districts; without, each district is read in order by itself.
  if (within.includes('') || isOne || isNarrow || such.length > 0)
    return rows('c.*', inDistricts('c.district', within, parameter));
  const found = `select o.id, o.key from (${districtsOf(table, within, parameter)}) d
    cross join lateral (${rows(`c.id, c.${order.key ?? 'id'} as key`, 'c.district = d.district')}) o
    order by ${inOrder(order.key === undefined ? order : { ...order, key: 'key' }).replaceAll('c.', 'o.')}
    limit ${limit}`;
  return `select c.* from (${found}) f join ${table} c on c.id = f.id`;
}

const all = (conditions: readonly string[]): string => conditions.join(' and ') || 'true';

function beyond(order: Order, after: Place | undefined, parameter: Of): readonly string[] {
  if (after === undefined) return [];
  const than = order.descending ? '<' : '>';
  const id = `${parameter(after.id)}::uuid`;
  if (order.key === undefined) return [`c.id ${than} ${id}`];
  return [`(c.${order.key}, c.id) ${than} (${parameter(after.key)}, ${id})`];
}

/** Each district is read in order by itself: of a province, those that occur are looked for one after the other. */
function districtsOf(table: string, within: readonly string[], parameter: Of): string {
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
