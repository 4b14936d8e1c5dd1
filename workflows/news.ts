import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import type { News, NewsSignal } from '../activities/ports/processes.ts';
import { processClock } from './process-clock.ts';

const NEWS: NewsSignal = 'news';
const newsSignal = defineSignal<[readonly News[]]>(NEWS);

/** Which news is waited for. */
export type Wanted = (news: News) => boolean;

export const anyOf =
  (...types: readonly News['type'][]): Wanted =>
  ({ type }) =>
    types.includes(type);

export const about =
  (aggregateId: string, wantedType: News['type']): Wanted =>
  (news) =>
    news.aggregateId === aggregateId && news.type === wantedType;

export const either =
  (...wanted: readonly Wanted[]): Wanted =>
  (news) =>
    wanted.some((one) => one(news));
export const nothing: Wanted = () => false;

/** The process's letter box: keeps what is new, in order, and drops what was seen before. */
export function letterBox(
  seenBefore: Readonly<Record<string, number>>,
  first: readonly News[],
  left: readonly News[] = [],
) {
  const seen: Record<string, number> = { ...seenBefore };
  const unread: News[] = [...left];
  const counts = new Map<News['type'], number>();
  const clock = processClock();

  const receive = (batch: readonly News[]): void => {
    for (const news of batch) {
      if (news.version <= (seen[news.aggregateId] ?? 0)) continue;
      seen[news.aggregateId] = news.version;
      clock.notBefore(Date.parse(news.at));
      counts.set(news.type, (counts.get(news.type) ?? 0) + 1);
      if (news.type !== 'IdentityResolved') unread.push(news); // counted, never taken: it clears everybody who waits
    }
  };
  setHandler(newsSignal, receive, {
    description: '새 소식 · news from the domain: event types, ids and versions',
  });
  receive(first);

  return {
    clock,
    seen: (): Readonly<Record<string, number>> => ({ ...seen }),
    unread: (): readonly News[] => [...unread],
    count: (type: News['type']): number => counts.get(type) ?? 0,
    has: (wanted: Wanted): boolean => unread.some(wanted),
    take: (wanted: Wanted): News | undefined => {
      const index = unread.findIndex(wanted);
      return index === -1 ? undefined : unread.splice(index, 1)[0];
    },
    /** Waits until something holds, at most until a moment. */
    wait: async (holds: () => boolean, until: string | undefined, summary: string): Promise<void> => {
      if (until === undefined) return condition(holds);
      const due = Date.parse(until);
      // The process's own clock may be ahead of the engine's: what has passed by it is not waited for.
      if (due <= Date.parse(clock.now())) return;
      if (!(await condition(holds, due - Date.now(), { summary }))) clock.notBefore(due);
    },
  };
}
