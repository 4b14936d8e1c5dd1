/** The middle one; of an even number the lower middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

export const perRound = (ours: readonly number[], theirs: readonly number[]): readonly number[] =>
  ours.map((value, round) => value / (theirs[round] ?? Number.NaN));

export const goal = (what: string, value: number, reached: boolean): string =>
  `${reached ? 'reached    ' : 'NOT reached'}  ${what}: ${value.toFixed(2)}`;

/** Runs so many workers at once until all items are done. Answers the seconds it took. */
export async function atOnce<Item>(
  items: readonly Item[],
  workers: number,
  work: (item: Item) => Promise<void>,
): Promise<number> {
  const queue = [...items];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
    }),
  );
  return (performance.now() - begun) / 1_000;
}
