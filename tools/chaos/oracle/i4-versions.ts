import { isDeepStrictEqual } from 'node:util';
import type { EventRow, Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';
import { foldOf } from './fold.ts';

const found = finder('I4');

/** Versions have no gap, and what is stored is what the events add up to. */
export function versions({ aggregates, events }: Evidence): readonly Finding[] {
  const byAggregate = new Map<string, EventRow[]>();
  for (const event of events)
    byAggregate.set(event.aggregateId, [...(byAggregate.get(event.aggregateId) ?? []), event]);
  return aggregates.flatMap(({ type, id, version, state }) => {
    const own = (byAggregate.get(id) ?? []).sort((one, other) => one.version - other.version);
    const gap = own.findIndex((event, index) => event.version !== index + 1);
    if (gap !== -1) return [found('lost', `${type} ${id} has no event of version ${gap + 1}`)];
    if (own.length !== version)
      return [found('lost', `${type} ${id} is at version ${version} with ${own.length} events`)];
    return isDeepStrictEqual(foldOf(type, own), state)
      ? []
      : [found('lost', `${type} ${id} is not what its events add up to`)];
  });
}
