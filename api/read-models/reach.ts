/** For `like any`: what begins with one of these administrative codes; an empty one is the whole country. */
export const beginningWith = (reach: readonly string[]): readonly string[] =>
  reach.map((beginning) => `${beginning}%`);

/** What a filter for districts or provinces leaves of a reach. */
export function narrowed(reach: readonly string[], wanted: readonly string[] | undefined): readonly string[] {
  if (wanted === undefined) return reach;
  const left = wanted.flatMap((one) => {
    if (reach.some((beginning) => one.startsWith(beginning))) return [one];
    return reach.filter((beginning) => beginning.startsWith(one));
  });
  return left.filter((one) => !left.some((wider) => wider !== one && one.startsWith(wider)));
}
