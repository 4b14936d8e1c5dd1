import { totalOf } from './groups.ts';

/** How often a value was found. */
export type Counted = Readonly<{ value: number; count: number }>;
export type Percentiles = Readonly<{
  n: number;
  min: number | null;
  p10: number | null;
  median: number | null;
  p90: number | null;
  max: number | null;
}>;
/** What is at least `from` and less than `below`; without one there is no such edge. */
export type Bin = Readonly<{ from: number | null; below: number | null; count: number }>;

const inOrder = (values: readonly Counted[]): readonly Counted[] =>
  values.filter(({ count }) => count > 0).toSorted((one, other) => one.value - other.value);

/** The smallest value that is reached by at least this share of all: always one that was found. */
export function percentile(values: readonly Counted[], share: number): number | null {
  const needed = share * totalOf(values);
  let reached = 0;
  for (const { value, count } of inOrder(values)) {
    reached += count;
    if (reached >= needed) return value;
  }
  return null;
}

export function percentilesOf(values: readonly Counted[]): Percentiles {
  const sorted = inOrder(values);
  return {
    n: totalOf(sorted),
    min: sorted[0]?.value ?? null,
    p10: percentile(sorted, 0.1),
    median: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
    max: sorted.at(-1)?.value ?? null,
  };
}

/** Cut at each of these edges, the lowest first. */
export function binsOf(values: readonly Counted[], edges: readonly number[]): readonly Bin[] {
  return [null, ...edges].map((from, index) => {
    const below = edges[index] ?? null;
    const inside = values.filter(
      ({ value }) => (from === null || value >= from) && (below === null || value < below),
    );
    return { from, below, count: totalOf(inside) };
  });
}
