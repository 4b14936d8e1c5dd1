import { all, type Of, type Statement } from './statement.ts';
import type { TaskCursor, TaskPage } from './task-filter.ts';
import { runsOf, type Run } from './task-runs.ts';
import { NOW } from './sql-words.ts';

/** Before every task: a page is always read from a place on, which an index finds. */
const START: TaskCursor = {
  priority: 0,
  level: 0,
  dueAt: '',
  taskId: '00000000-0000-0000-0000-000000000000',
};
const PRIORITIES = [1, 2, 3];
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * The places (`id, priority, rise, due`) of a page: of each run that the filter needs the beginning, which its index has in
 * order, and of these the first. So a page costs the same however deep it lies, in one district or in the whole country.
 * Nothing where nothing can be in reach.
 */
export function taskPlaces(
  { of }: Statement,
  filter: TaskPage,
  reach: readonly string[],
): string | undefined {
  const { cursor = START, limit } = filter;
  const most = of(limit);
  const runs = runsOf(of, filter, reach);
  if (runs.length === 0) return undefined;
  const begin = isByGroup(filter) ? grouped(of, filter, cursor) : inOrder(of, cursor);
  const read = ({ keys, where }: Run): string => {
    const sources = Object.entries(keys).map(([key, codes]) => `${codes} as k_${key}(code)`);
    const equal = Object.keys(keys).map((key) => `t.${key} = k_${key}.code`);
    return `select p.* from ${[...sources, ...begin.sources].join(' cross join ')} cross join lateral (
      select t.id, t.priority, t.rise, t.due from task t
      where ${all(`t.stage = 'open'`, ...equal, begin.from, where)}
      order by ${begin.order} limit ${most}) p${begin.which}`;
  };
  return `select * from (${runs.map(read).join('\n union all ')}) p order by p.priority, p.rise, p.due, p.id limit ${most}`;
}

type Begin = Readonly<{ sources: readonly string[]; from: string; order: string; which: string }>;

const inOrder = (of: Of, { priority, level, dueAt, taskId }: TaskCursor): Begin => ({
  sources: [],
  from: `(t.priority, t.rise, t.due, t.id) > (${of(priority)}::int, ${of(-level)}::int, ${of(dueAt)}::text, ${of(taskId)}::uuid)`,
  order: 't.priority, t.rise, t.due, t.id',
  which: '',
});

const isByGroup = ({ priority, escalated, overdue, dueBefore }: TaskPage): boolean =>
  [priority, escalated, overdue, dueBefore].some((one) => one !== undefined);

/** Within one priority and level a time limit bounds what is read, too. */
function grouped(of: Of, filter: TaskPage, { priority, level, dueAt, taskId }: TaskCursor): Begin {
  const { overdue, dueBefore } = filter;
  const [p, r] = [of(priority), of(-level)];
  const isCursors = `(k_priority.code, k_rise.code) = (${p}::int, ${r}::int)`;
  const from = (there: unknown, before: unknown, type: string): string =>
    `(case when ${isCursors} then ${of(there)}::${type} else ${of(before)}::${type} end)`;
  const levels = LEVELS.filter((one) => filter.escalated === undefined || filter.escalated === one > 0);
  return {
    sources: [
      `unnest(${of(filter.priority ?? PRIORITIES)}::int[]) as k_priority(code)`,
      `unnest(${of(levels.map((one) => -one))}::int[]) as k_rise(code)`,
    ],
    from: all(
      `t.priority = k_priority.code and t.rise = k_rise.code`,
      `(t.due, t.id) > (${from(dueAt, START.dueAt, 'text')}, ${from(taskId, START.taskId, 'uuid')})`,
      overdue === undefined ? undefined : `t.due ${overdue ? '<=' : '>'} ${NOW}`,
      dueBefore === undefined ? undefined : `t.due < ${of(dueBefore)}::text`,
    ),
    order: 't.due, t.id',
    which: ` where (k_priority.code, k_rise.code) >= (${p}::int, ${r}::int)`,
  };
}
