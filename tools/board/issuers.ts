import { dirname, join } from 'node:path/posix';
import { sortedSet, type Source } from './sources.ts';

/** Who issues a command in the code: somebody who asks over the API, and processes by name. */
export type Issuers = Readonly<{ asked: boolean; activities: boolean; processes: readonly string[] }>;

export type Process = Readonly<{ name: string; context: string; text: string }>;

export const importsOf = ({ path, text }: Source): readonly string[] =>
  [...text.matchAll(/from '(\.[^']+)'/g)].map(([, to = '']) => join(dirname(path), to));

/** Every process, with the text of all workflow files that it is made of. */
export function processesIn(sources: readonly Source[]): readonly Process[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return sources
    .filter(({ path }) => path.endsWith('.workflow.ts'))
    .flatMap((start) => {
      const files = new Set([start]);
      for (const file of files) {
        for (const path of importsOf(file)) {
          const imported = byPath.get(path);
          if (imported !== undefined) files.add(imported);
        }
      }
      const text = [...files].map((file) => file.text).join('\n');
      return [...start.text.matchAll(/^export async function (\w+)/gm)].map(([, name = '']) => ({
        name,
        context: start.path.split('/')[1] ?? '',
        text,
      }));
    });
}

/** The use cases handed out as `<something>Activities` or `requests`, in any file directly in activities/. */
function handedOut(activities: readonly Source[], block: RegExp): ReadonlySet<string> {
  const blocks = activities.flatMap(({ text }) => [
    ...text.matchAll(/^export const (\w+) = \(.*?\) => \(\{([\s\S]*?)\}\);$/gm),
  ]);
  return new Set(
    blocks
      .filter(([, name = '']) => block.test(name))
      .flatMap(([, , uses = '']) => uses.match(/\b\w+(?=\(uses)/g) ?? []),
  );
}

/** `context` narrows the search where two aggregates share a command's name. */
export function issuersOf(
  command: string,
  context: string | undefined,
  activities: readonly Source[],
  processes: readonly Process[],
): Issuers {
  const useCases = activities.filter(
    ({ path }) => !/^activities\/(?:ports|adapters)\/|\/(?:index|policies)\.ts$/.test(path),
  );
  const near = useCases.filter(
    ({ path }) => context === undefined || path.startsWith(`activities/${context}/`),
  );
  const requests = handedOut(activities, /^requests$|Requests$/);
  const steps = handedOut(activities, /Activities$/);
  const entriesOf = (source: Source, depth = 0): readonly string[] => {
    const own = [...source.text.matchAll(/^export (?:const|function) (\w+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => requests.has(name) || steps.has(name));
    if (own.some((name) => steps.has(name)) || depth > 2) return own;
    const users = useCases.filter((other) => importsOf(other).includes(source.path));
    return [...own, ...users.flatMap((other) => entriesOf(other, depth + 1))];
  };
  const entries = sortedSet(
    near.filter(({ text }) => text.includes(`'${command}'`)).flatMap((source) => entriesOf(source)),
  );
  return {
    asked: entries.some((name) => requests.has(name)),
    activities: entries.some((name) => steps.has(name)),
    processes: processes
      .filter(({ text }) => entries.some((name) => steps.has(name) && new RegExp(`\\.${name}\\b`).test(text)))
      .map(({ name }) => name),
  };
}
