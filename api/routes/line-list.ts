import type { Chosen } from '../chosen-lines.ts';
import type { Answer, Asked, Shown } from '../contract/endpoint.ts';
import { nextPage } from '../contract/builders.ts';
import type { Dependencies } from '../dependencies.ts';
import { IDENTIFYING, identifiesIn, identityIn } from '../access/identification.ts';
import { reachOf } from '../access/staff.ts';
import type { Action } from '../access/matrix.ts';
import { rangesOf } from '../read-models/reach.ts';
import type { Line, LineQuery, Order, Place } from '../read-models/line-list.ts';
import { refuse } from '../api-problems.ts';
import { isOfPerson } from '../schemas/line-lists.ts';
import { forPeople } from '../words.ts';

type Query = Readonly<{
  columns?: readonly string[] | undefined;
  district?: readonly string[] | undefined;
  limit: number;
  cursor?: Readonly<{ key: string | undefined; id: string }> | undefined;
}>;
type Terms = Readonly<{
  action: Action;
  kind: 'case' | 'contact';
  id: string;
  /** Where none are asked for. */
  usually: readonly string[];
  chosen: Pick<Chosen, 'order' | 'conditions' | 'isNarrow' | 'filters'>;
  read: (query: LineQuery) => Promise<readonly Line[]>;
}>;

const USUAL_LIMIT = 50;
/** Whoever asks by these knows whom they read of, without a name. */
const SOMEBODY: ReadonlySet<string> = new Set(['personId', 'sourceCaseId']);

/** A page of a line list: the columns that were asked for, of each person as much as may be shown there. */
export async function linesPage(
  { requests }: Dependencies,
  { query, staff, request }: Pick<Asked<unknown, Query, unknown>, 'query' | 'staff' | 'request'>,
  { action, kind, id, usually, chosen: { order, conditions, isNarrow, filters }, read }: Terms,
): Promise<Answer> {
  const columns = [...new Set([id, ...(query.columns ?? usually)])];
  const personal = columns.filter(isOfPerson);
  const identifies = personal.some((name) => IDENTIFYING.has(name))
    ? identifiesIn({ staff, request })
    : undefined;
  const lines = await read({
    columns: columns.filter((name) => !isOfPerson(name)),
    conditions,
    isNarrow,
    isUsual: query.columns === undefined && query.limit === USUAL_LIMIT,
    order,
    within: rangesOf(reachOf(staff, action), query.district),
    limit: query.limit,
    after: placeOf(query.cursor, order),
  });
  const people =
    personal.length === 0 ? undefined : await requests.identifyPeople(lines.map((one) => one.personId));
  const isOfSomebody = filters.some((name) => SOMEBODY.has(name));
  const shown: Shown[] = [];
  const items = lines.map((line) => {
    const identified = identifies?.(line.district) ?? false;
    const { personId, place } = line;
    if (identified || isOfSomebody)
      shown.push({ kind, id: place.id, personId, ...(kind === 'case' ? { caseId: place.id } : {}) });
    if (people === undefined) return line.shown;
    return {
      ...line.shown,
      ...(identifies === undefined ? {} : { identified }),
      ...identityIn(personal, people.get(personId), identified),
    };
  });
  const last = lines.length === query.limit ? lines.at(-1) : undefined;
  const nextCursor = last === undefined ? null : cursorOf(last.place, order);
  return {
    body: { items: forPeople(items), nextCursor },
    shown,
    ...(nextCursor === null ? {} : { headers: { link: nextPage(request.originalUrl, nextCursor) } }),
  };
}

const cursorOf = ({ key, id }: Place, order: Order): string =>
  order.key === undefined ? id : `${key}~${id}`;

const OF_ANOTHER_ORDER = {
  ko: '다른 순서(sort)로 본 목록의 cursor입니다. 같은 sort로 보내거나 cursor를 빼고 처음부터 보세요.',
  en: 'The cursor is of a list in another order. Send the same sort, or begin anew without it.',
};

/** @throws Refusal `request/invalid` where it is of a list in another order */
function placeOf(cursor: Query['cursor'], order: Order): Place | undefined {
  if (cursor === undefined) return undefined;
  const { key, id } = cursor;
  if ((key === undefined) !== (order.key === undefined)) {
    throw refuse('request/invalid', [
      { pointer: '/cursor', code: 'of-another-order', detail: OF_ANOTHER_ORDER },
    ]);
  }
  return { key: key ?? '', id };
}
