import type { Aggregate } from './domain-code.ts';
import type { Source } from './sources.ts';

/**
 * What the text of a decision names and this command never records: code that several commands share tells them apart
 * by a condition. A line that no longer excludes anything fails the board.
 */
const NEVER_RECORDED: Readonly<Record<string, readonly string[]>> = {
  ReportSuspicion: ['InfectionConfirmed'],
  ImposeWorkBan: ['WorkBanLifted'],
  LiftWorkBan: ['WorkBanImposed'],
};

/** What a command records although no text that it reaches names it. */
const ALSO_RECORDED: Readonly<Record<string, readonly string[]>> = {};

/** Functions and methods by name. Read by their indent, which the formatter guarantees. */
export function functionsIn(sources: readonly Source[]): ReadonlyMap<string, string> {
  const functions = new Map<string, string>();
  for (const { text } of sources) {
    const lines = text.split('\n');
    let insideClass = false;
    for (const [index, line] of lines.entries()) {
      if (/^(?:export )?(?:abstract )?class /.test(line)) insideClass = true;
      else if (line.startsWith('}')) insideClass = false;
      const top = line.match(/^(?:export )?(?:async )?(?:function|const) (\w+)/);
      const method = insideClass
        ? line.match(/^ {2}(?:(?:private|protected|public|static|override|get) )*#?(\w+)(?:<.*>)?\(/)
        : null;
      const name = top?.[1] ?? method?.[1];
      if (name === undefined || name.startsWith('evolve')) continue;
      const indent = top ? 0 : 2;
      const rest = lines.slice(index + 1);
      const end = rest.findIndex((next) => !belongsTo(next, indent));
      const body = [line, ...(end < 0 ? rest : rest.slice(0, end))].join('\n');
      functions.set(name, `${functions.get(name) ?? ''}\n${body}`);
    }
  }
  return functions;
}

const belongsTo = (line: string, indent: number): boolean =>
  line.trim() === '' ||
  line.search(/\S/) > indent ||
  (line.search(/\S/) === indent && /^[})\]>|&]/.test(line.trim()));

/** What a `switch` does for a command, falling through empty cases, or a block of its own that asks for its type. */
function branchesFor(command: string, texts: Iterable<string>): string {
  const cases = (text: string): readonly string[] =>
    text
      .split(`case '${command}':`)
      .slice(1)
      .map((after) => after.replace(/^(?:\s*case '\w+':)+/, '').split(/\n\s*(?:case '|default:)/)[0] ?? '');
  const block = new RegExp(`^( *)if \\(command\\.type === '${command}'\\) \\{$([\\s\\S]*?)^\\1\\}`, 'gm');
  const blocks = (text: string): readonly string[] =>
    [...text.matchAll(block)].map(([, , body = '']) => body);
  return [...texts].flatMap((text) => [...cases(text), ...blocks(text)]).join('\n');
}

/** The events of the aggregate that are named by the code which a command reaches. */
export function recordedBy(
  command: string,
  aggregate: Aggregate,
  sources: readonly Source[],
): readonly string[] {
  const functions = functionsIn(sources.filter(({ path }) => path.startsWith(`${aggregate.folder}/`)));
  const own = branchesFor(command, functions.values());
  const waiting = [own === '' && aggregate.commands.length === 1 ? (functions.get('execute') ?? '') : own];
  const seen = new Set<string>();
  let reached = '';
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    reached += text;
    for (const [, name = ''] of text.matchAll(/\b(\w+)(?:<[\w' |]+>)?\(/g)) {
      const body = seen.has(name) || name === 'execute' ? undefined : functions.get(name);
      seen.add(name);
      if (body !== undefined) waiting.push(body);
    }
  }
  const named = aggregate.events.filter((event) => reached.includes(`'${event}'`));
  const never = NEVER_RECORDED[command] ?? [];
  const idle = never.filter((event) => !named.includes(event));
  if (idle.length > 0) throw new Error(`recorded-events.ts: ${command} names no ${idle.join(', ')}`);
  return [...named.filter((event) => !never.includes(event)), ...(ALSO_RECORDED[command] ?? [])];
}
