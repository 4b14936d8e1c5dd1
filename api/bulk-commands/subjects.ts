import { z } from 'zod';
import type { CommandSubject } from '../../activities/bulk-work/command-terms.ts';
import { refuse } from '../api-problems.ts';
import type { Asked, Endpoint } from '../contract/endpoint.ts';
import type { Dependencies } from '../dependencies.ts';
import { listOf, wrongIn } from '../list-filter.ts';
import { parse } from '../parse.ts';
import { MOST_SUBJECTS, type SubjectsAsked } from '../schemas/bulk-commands.ts';

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

const wrong = wrongIn('/subjects/filter');

/** Who a command is for, each once: named, or what the list shows them by that filter now. */
export async function subjectsOf(
  uses: Dependencies,
  asked: Asking,
  {
    kind,
    subjects,
    lists,
  }: Readonly<{
    kind: CommandSubject;
    subjects: SubjectsAsked;
    lists: readonly Endpoint[];
  }>,
): Promise<readonly string[]> {
  if ('ids' in subjects) return [...new Set(subjects.ids.map((id) => id.toLowerCase()))];
  const { filter } = subjects;
  const from = CHOSEN_FROM[kind];
  if (!from.includes(filter.path))
    throw wrong('/path', 'another-list', {
      ko: `이 명령의 대상은 이 목록에서 고르지 않습니다. 다음 중 하나를 보내세요: ${from.join(', ')}`,
      en: `The subjects of this command are not chosen from that list. Send one of: ${from.join(', ')}`,
    });
  const listed = await idsOf(uses, asked, lists, filter);
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
  lists: readonly Endpoint[],
  { path, query }: Filter,
): Promise<readonly string[]> {
  const taken = listOf(path, { lists, staff: asked.staff, wrong });
  for (const name of ['cursor', 'limit', 'columns'])
    if (name in query)
      throw wrong(`/query/${name}`, 'unknown-field', {
        ko: '조건은 무엇을 고를지만 말하고, 어떻게 보일지는 말하지 않습니다. 이 항목을 빼고 보내세요.',
        en: 'A filter says which, not how they are shown. Leave this field out.',
      });
  const columns = path === '/tasks' ? {} : { columns: IDS[path] };
  const ids: string[] = [];
  for (let cursor: object = {}; ;) {
    const given = { ...query, ...columns, ...cursor, limit: String(PAGE) };
    const page = parse(z.object({ subjects: z.object({ filter: z.object({ query: taken.query }) }) }), {
      subjects: { filter: { query: given } },
    });
    const answer = await taken.list.handle(uses, { ...asked, query: page.subjects.filter.query } as Asked<
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
