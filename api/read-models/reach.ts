/** For `like any`: what begins with one of these administrative codes; an empty one is the whole country. */
export const beginningWith = (reach: readonly string[]): readonly string[] =>
  reach.map((beginning) => `${beginning}%`);

/** Where to look, each place once: the whole country, or whole provinces and single districts beside them. */
export type Places = Readonly<{
  country: boolean;
  provinces: readonly string[];
  districts: readonly string[];
}>;

/** What is in reach (beginnings of districts), of these districts where some are asked for. */
export function placesOf(reach: readonly string[], districts?: readonly string[]): Places {
  const within = (code: string): boolean => reach.some((beginning) => code.startsWith(beginning));
  if (districts !== undefined)
    return { country: false, provinces: [], districts: [...new Set(districts)].filter(within) };
  if (reach.includes('')) return { country: true, provinces: [], districts: [] };
  const provinces = [...new Set(reach)].filter((code) => code.length === 2);
  const single = [...new Set(reach)].filter((code) => !provinces.includes(code.slice(0, 2)));
  return { country: false, provinces, districts: single };
}

/** The same as beginnings of codes, none within another. */
export function rangesOf(reach: readonly string[], districts?: readonly string[]): readonly string[] {
  const { country, provinces, districts: single } = placesOf(reach, districts);
  return country ? [''] : [...provinces, ...single];
}

/** What a filter for districts or provinces leaves of a reach. */
export function narrowed(reach: readonly string[], wanted: readonly string[] | undefined): readonly string[] {
  if (wanted === undefined) return reach;
  const left = wanted.flatMap((one) => {
    if (reach.some((beginning) => one.startsWith(beginning))) return [one];
    return reach.filter((beginning) => beginning.startsWith(one));
  });
  return left.filter((one) => !left.some((wider) => wider !== one && one.startsWith(wider)));
}
