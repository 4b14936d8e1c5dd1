import type { z } from 'zod';
import { reachOf } from '../access/staff.ts';
import { listing } from '../contract/builders.ts';
import type { Endpoint, Shown } from '../contract/endpoint.ts';
import type { Held } from '../contract/held.ts';
import type { Tag } from '../contract/tags.ts';
import type { Words } from '../problem.ts';
import type { Line } from '../read-models/line-list.ts';
import { rangesOf } from '../read-models/reach.ts';
import type { StateListKind } from '../read-models/state-lines.ts';

type Query = Readonly<{
  limit: number;
  cursor?: string | undefined;
  sort: string;
  district?: readonly string[] | undefined;
}>;
type Terms<Asked extends Query> = Readonly<{
  path: string;
  tag: Tag;
  does: Words;
  more: Words;
  kind: StateListKind;
  /** What the id is called: the order of time, and `-` before it from the newest on. */
  id: string;
  query: z.ZodType<Asked>;
  item: z.ZodType;
  /** Ids among the filters. */
  by?: readonly string[];
}>;

const PAGES: Words = {
  ko: '같은 조건을 여러 번 적으면 그중 하나라도 맞는 것이, 다른 조건은 모두 맞는 것이 나옵니다. 시각 조건은 그 시각을 제외합니다. 관할의 것만 나오며, 따로 정하지 않으면 새것부터입니다.',
  en: 'Of a filter given several times any one counts, of different filters all; a moment itself is left out. You see your districts only, the newest first unless you say otherwise.',
};
const both = (one: Words, other: Words): Words => ({
  ko: `${one.ko} ${other.ko}`,
  en: `${one.en} ${other.en}`,
});

/** A list of what stands where, in ids, codes and dates: within reach, a page at a time. */
export function stateList<Asked extends Query>({
  kind,
  id,
  by = [],
  more,
  ...terms
}: Terms<Asked>): Endpoint {
  const names: Readonly<Record<string, Held>> = Object.fromEntries(by.map((name) => [name, 'filter']));
  return listing(
    { ...terms, more: both(more, PAGES), action: 'case:read', names },
    async ({ stateLists }, { query, staff }) =>
      stateLists(kind, {
        asked: query,
        within: rangesOf(reachOf(staff, 'case:read'), query.district),
        oldestFirst: query.sort === id,
        limit: query.limit,
        after: query.cursor,
      }),
    (line) => String(line[id]),
    kind === 'clinic' ? undefined : (line) => shownOf(kind, id, line), // a clinic is nobody's
  );
}

/** Whose record a line shows. */
const shownOf = (kind: StateListKind, id: string, line: Line['shown']): Shown => {
  const idAt = (name: string): string | undefined => (line[name] as string | null) ?? undefined;
  return { kind, id: idAt(id), personId: idAt('personId'), caseId: idAt('caseId') };
};
