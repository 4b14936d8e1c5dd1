import { z } from 'zod';
import type { CommandSubject } from '../../activities/bulk-work/command-terms.ts';
import { refuse } from '../api-problems.ts';
import { mayEver } from '../access/staff.ts';
import type { Asked, Endpoint } from '../contract/endpoint.ts';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { MOST_SUBJECTS, type SubjectsAsked } from '../schemas/bulk-commands.ts';

type Lists = Readonly<Record<'/tasks' | '/cases' | '/contacts', Endpoint | undefined>>;
type Filter = Extract<SubjectsAsked, { filter: unknown }>['filter'];
type Asking = Asked<unknown, unknown, unknown>;

const IDS = { '/tasks': 'taskId', '/cases': 'caseId', '/contacts': 'contactId' } as const;
/** From which lists the subjects of a command are chosen: isolations by whose they are. */
const CHOSEN_FROM: Readonly<Record<CommandSubject, readonly Filter['path'][]>> = {
  task: ['/tasks'],
  case: ['/cases'],
  contact: ['/contacts'],
  isolation: ['/cases', '/contacts'],
};
const PAGE = 200;

const wrong = (pointer: string, code: string, detail: string) =>
  refuse('request/invalid', [{ pointer: `/subjects/filter${pointer}`, code, detail }]);

/** Who a command is for, each once: named, or what the list shows them by that filter now. */
export async function subjectsOf(
  uses: Dependencies,
  asked: Asking,
  { kind, subjects, lists }: Readonly<{ kind: CommandSubject; subjects: SubjectsAsked; lists: Lists }>,
): Promise<readonly string[]> {
  if ('ids' in subjects) return [...new Set(subjects.ids.map((id) => id.toLowerCase()))];
  const { filter } = subjects;
  const from = CHOSEN_FROM[kind];
  if (!from.includes(filter.path)) throw wrong('/path', 'another-list', `one of ${from.join(', ')}`);
  const listed = await idsOf(uses, asked, lists[filter.path], filter);
  const found = kind === 'isolation' ? await uses.isolationsOf(filter.path, listed) : listed;
  if (found.length === 0) throw refuse('bulk-command/nothing-found');
  if (found.length > MOST_SUBJECTS) throw tooMany();
  return found;
}

const tooMany = () => refuse('bulk-command/too-many', undefined, { most: MOST_SUBJECTS });

/** Page by page, as the list itself answers: within their reach, and with nothing else of each line. */
async function idsOf(
  uses: Dependencies,
  asked: Asking,
  list: Endpoint | undefined,
  { path, query }: Filter,
): Promise<readonly string[]> {
  if (list?.action === undefined || list.query === undefined || !mayEver(asked.staff, list.action))
    throw wrong('/path', 'list-not-yours', 'a list that your role reads');
  for (const name of ['cursor', 'limit', 'columns'])
    if (name in query)
      throw wrong(`/query/${name}`, 'unknown-field', 'a filter says which, not how they are shown');
  const columns = path === '/tasks' ? {} : { columns: IDS[path] };
  const ids: string[] = [];
  for (let cursor: object = {}; ;) {
    const given = { ...query, ...columns, ...cursor, limit: String(PAGE) };
    const page = parse(z.object({ subjects: z.object({ filter: z.object({ query: list.query }) }) }), {
      subjects: { filter: { query: given } },
    });
    const answer = await list.handle(uses, { ...asked, query: page.subjects.filter.query } as Asked<
      never,
      never,
      never
    >);
    const { items, nextCursor } = answer.body as Page;
    ids.push(...items.map((item) => item[IDS[path]] ?? ''));
    if (ids.length > MOST_SUBJECTS) throw tooMany();
    if (nextCursor === null) return ids;
    cursor = { cursor: nextCursor };
  }
}
type Page = Readonly<{ items: readonly Readonly<Record<string, string>>[]; nextCursor: string | null }>;
