import { suggestedMap, type Suggestion } from '../../domain/bulk-work/column-map/suggestion.ts';

export type ListShown = Readonly<{ headings: readonly string[]; lines: readonly (readonly string[])[] }>;

/** A column map for a list, by its headings and its first lines. Nothing of it is kept. */
export const suggestMap =
  () =>
  ({ headings, lines }: ListShown): Suggestion =>
    suggestedMap(headings, lines);
