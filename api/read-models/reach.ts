/** For `like any`: what begins with one of these administrative codes; an empty one is the whole country. */
export const beginningWith = (reach: readonly string[]): readonly string[] =>
  reach.map((beginning) => `${beginning}%`);
