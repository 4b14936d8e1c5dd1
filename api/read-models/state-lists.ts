import type pg from 'pg';
import { lineList, type Condition, type Line } from './line-list.ts';
import { STATE_LISTS, type StateFilters, type StateList, type StateListKind } from './state-lines.ts';
import { ofPeople } from './same-person.ts';
import { before, oneOf } from './sql-words.ts';

export type StateListQuery = Readonly<{
  asked: Readonly<Record<string, unknown>>;
  /** Beginnings of districts; an empty one is the country. */
  within: readonly string[];
  oldestFirst: boolean;
  limit: number;
  /** The id of the last one before. */
  after?: string | undefined;
}>;

const USUAL_LIMIT = 50;

/** What stands where, in one order: that of time. Ids, codes and dates; nothing that says who somebody is. */
export function stateLists(pool: pg.Pool) {
  const lists = new Map(Object.entries(STATE_LISTS).map(([kind, list]) => [kind, lineList(pool, list)]));
  return async (kind: StateListKind, query: StateListQuery): Promise<readonly Line['shown'][]> => {
    const { filters, columns }: StateList = STATE_LISTS[kind];
    const { asked, within, oldestFirst, limit, after } = query;
    const lines = await lists.get(kind)?.({
      columns: Object.keys(columns),
      conditions: conditionsOf(filters, asked),
      order: { descending: !oldestFirst },
      within,
      isNarrow: false,
      isUsual: limit === USUAL_LIMIT,
      limit,
      after: after === undefined ? undefined : { key: '', id: after },
    });
    return (lines ?? []).map(({ shown }) => shown);
  };
}

export function conditionsOf(
  { among, before: ends = {}, people = {} }: StateFilters,
  asked: StateListQuery['asked'],
): readonly Condition[] {
  const several = (name: string): readonly string[] | undefined =>
    asked[name] as readonly string[] | undefined;
  return [
    ...Object.entries(among).flatMap(([name, sql]) => oneOf(sql, several(name))),
    ...Object.entries(people).flatMap(([name, sql]) => ofPeople(sql, several(name))),
    ...Object.entries(ends).flatMap(([name, sql]) => before(sql, asked[name] as string | undefined)),
  ];
}
