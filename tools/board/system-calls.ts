import { importsOf } from './issuers.ts';
import type { Model } from './model.ts';
import { sortedSet, textOf, type Source } from './sources.ts';
import { termOf, type Note } from './terms.ts';

/** A call that waits for its answer: a context's use case reaches a system through a port. */
export type Call = Readonly<{ system: Note; port: string; contexts: readonly string[] }>;

/** `({ cases, laboratory }: Uses)`, `const { laboratory } = uses` or `uses.laboratory`: a function that uses the port. */
const takes = ({ text }: Source, key: string): boolean =>
  [
    ...text.matchAll(/\(\s*\{([^}]*)\}: (?:Uses|Pick<Uses[^>]*>)/g),
    ...text.matchAll(/const \{([^}]*)\} = uses;/g),
    ...text.matchAll(/\buses\.(\w+)/g),
  ].some(([, names = '']) => new RegExp(`\\b${key}\\b`).test(names));

/** The use cases that take a port, and those that use a shared step of activities/ which takes it. */
function takersOf(key: string, useCases: readonly Source[]): readonly Source[] {
  const takers = new Set(useCases.filter((source) => takes(source, key)));
  for (const taker of takers) {
    for (const source of useCases) if (importsOf(source).includes(taker.path)) takers.add(source);
  }
  return [...takers];
}

export function callsOf({ aggregates, activities, storming, glossary, names }: Model): readonly Call[] {
  const contexts = new Set(aggregates.map(({ context }) => context));
  const useCases = activities.filter(
    ({ path }) => !/^activities\/(?:ports|adapters)\/|\/(?:index|worker)\.ts$/.test(path),
  );
  const uses = textOf('activities/uses.ts');
  return storming
    .filter(({ kind }) => kind === 'system')
    .map((system) => {
      const port = (termOf(system, glossary)?.code ?? []).find((name) => names.includes(name)) ?? '';
      const key = port === '' ? undefined : uses.match(new RegExp(`\\b(\\w+)\\??: ${port}\\b`))?.[1];
      const callers = key === undefined ? [] : takersOf(key, useCases);
      const their = callers.map(({ path }) => path.split('/')[1] ?? '').filter((name) => contexts.has(name));
      return { system, port, contexts: sortedSet(their) };
    });
}
