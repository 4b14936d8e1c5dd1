/** The middle one; of an even number the lower middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

export const perRound = (ours: readonly number[], theirs: readonly number[]): readonly number[] =>
  ours.map((value, round) => value / (theirs[round] ?? Number.NaN));

const missed: string[] = [];

/** A line about a goal; one that is not reached is remembered. */
export function goal(what: string, value: number, reached: boolean): string {
  const line = `${what}: ${value.toFixed(2)}`;
  if (!reached) missed.push(line);
  return `${reached ? 'reached    ' : 'NOT reached'}  ${line}`;
}

/** The goals of this run that were not reached. */
export const goalsMissed = (): readonly string[] => missed;

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

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
