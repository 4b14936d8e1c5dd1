type OfCode = Readonly<{ code: string | null; count: number }>;

const inAlphabet = (one: string | null, other: string | null): number => {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : Number(one > other);
};

/** Every code that there can be, also those of which there are none; others behind, and without a code last. */
export function groupsOf(known: readonly string[], found: readonly OfCode[]): readonly OfCode[] {
  const countOf = (code: string | null): number => found.find((one) => one.code === code)?.count ?? 0;
  const others = found.map(({ code }) => code).filter((code) => code === null || !known.includes(code));
  return [...known, ...others.toSorted(inAlphabet)].map((code) => ({ code, count: countOf(code) }));
}

export const totalOf = (groups: readonly Readonly<{ count: number }>[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);

/** In the order in which the keys come first. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
