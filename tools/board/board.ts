import { format, resolveConfig } from 'prettier';
import { EFFECTS, type Guarantee } from '../../activities/effects-catalogue.ts';
import { TASKS } from '../../domain/worklist/task.kinds.ts';
import { contextMap } from './context-map.ts';
import { contextPage, stickyNotes } from './context-page.ts';
import { readModel, type Model } from './model.ts';
import { ROOT } from './sources.ts';
import { code, contextsInOrder, table } from './words.ts';

export const BOARD = 'docs/event-storming/board.md';

const INTRODUCTION = `# Event-storming board

Made from the code by \`npm run board\`; a test fails when it is stale. Aggregates, commands and events are those of
\`domain/\`; which event a command records, whose use case issues it and in which process is read from the source text;
policies are those of \`activities/policies.ts\`. Which actor asks and which command should follow stand in typed tables
in \`tools/board/\`, held against the code. The Korean words come from [the glossary](../glossary.csv), the sticky notes
from the customer's [storming.csv](storming.csv).

"Not built yet" is what the storming asks for and the code does not have. "Process not built yet": the command is
there, and no process issues it after that event.`;

const hotSpots = (): string =>
  [
    '## Hot spots',
    'Where a process waits for a person: a task on a worklist, with a deadline.',
    table(
      ['Task', 'Team', 'Priority', 'Decisions', 'Within hours', 'Escalations'],
      Object.entries(TASKS)
        .sort(([a], [b]) => a.localeCompare(b, 'en'))
        .map(([kind, { team, priority, decisions, withinHours, levels }]) => [
          code(kind),
          team,
          String(priority),
          decisions.map(code).join(', '),
          String(withinHours),
          String(levels),
        ]),
    ),
  ].join('\n\n');

const GUARANTEES: Readonly<Record<Guarantee, string>> = {
  'by-key': 'exactly once: the partner knows our key',
  'at-most-once': 'at most once, every gap found: asked by our reference before it is sent again',
};

const effects = (): string =>
  [
    '## Effects on the outside',
    'Every one that there is, from `activities/effects-catalogue.ts`. Its key is built from the domain and stays the same over retries, resets and rebuilds; the intent is stored before the call, the result after it.',
    table(
      ['Effect', '', 'Owner', 'System', 'Guarantee', 'Key'],
      Object.entries(EFFECTS)
        .sort(([a], [b]) => a.localeCompare(b, 'en'))
        .map(([name, { ko, en, owner, system, guarantee, key }]) => [
          code(name),
          `${ko} · ${en}`,
          owner,
          system,
          GUARANTEES[guarantee],
          code(keyShape(key)),
        ]),
    ),
  ].join('\n\n');

/** A key's pattern as people read it. */
const keyShape = (key: RegExp): string =>
  key.source
    .replace(/^\^|\$$/g, '')
    .replaceAll('[0-9a-f-]{36}', '<id>')
    .replaceAll('\\d+', '<n>')
    .replaceAll('|', ' or ');

export async function boardOf(model: Model): Promise<string> {
  const contexts = contextsInOrder(model.aggregates.map(({ context }) => context));
  const parts = [
    INTRODUCTION,
    contextMap(model),
    ...contexts.map((context) => contextPage(context, model)),
    '## Shared between contexts',
    stickyNotes('shared', model),
    hotSpots(),
    effects(),
  ];
  return format(parts.join('\n\n'), { ...(await resolveConfig(`${ROOT}${BOARD}`)), parser: 'markdown' });
}

export const makeBoard = (): Promise<string> => boardOf(readModel());

/** Where two texts part, as one sentence; nothing when they are the same. */
export function firstDifference(stored: string, made: string): string | undefined {
  const [was, is] = [stored.split('\n'), made.split('\n')];
  const at = Array.from({ length: Math.max(was.length, is.length) }, (_, line) => line).find(
    (line) => was[line] !== is[line],
  );
  if (at === undefined) return undefined;
  return `line ${at + 1}\n  is:        ${was[at] ?? '(end)'}\n  should be: ${is[at] ?? '(end)'}`;
}
