import type { Endpoint } from './endpoint.ts';

/**
 * The endpoints of each path, in the order in which a router has to ask: `/people/searches` before `/people/:id`, which would
 * take it for an id.
 */
export function byPath(endpoints: readonly Endpoint[]): readonly (readonly [string, readonly Endpoint[]])[] {
  const paths = new Map<string, Endpoint[]>();
  for (const one of endpoints) paths.set(one.path, [...(paths.get(one.path) ?? []), one]);
  return [...paths].toSorted(([one], [other]) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

/** What is written out comes before what may be anything, part by part. */
const orderOf = (path: string): string => path.replace(/:\w+/g, '~');
