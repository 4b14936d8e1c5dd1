import type { LikenessFacts } from '../patient-management/person/likeness.ts';
import {
  likeliest,
  likenessFactsOf,
  resemblance,
  type Resemblance,
} from '../patient-management/person/resemblance.ts';
import type { ImportRow } from './import-row.ts';

/** The row of the same list, above it, that is likely the same person. */
export type Twin = Resemblance & Readonly<{ line: number }>;
type Seen = Readonly<{ line: number; facts: LikenessFacts }>;

/** So many rows with one telephone or one birth date are compared with each other, the nearest ones. */
const MOST_COMPARED = 50;

/** Each row that is like one above it says so. */
export function withTwins(rows: readonly ImportRow[]): readonly ImportRow[] {
  const seen = new Map<string, Seen[]>();
  return rows.map((row) => {
    if ('fault' in row) return row;
    const facts = likenessFactsOf(row.values);
    const keys = [facts.phone, facts.birthDate].filter((key) => key !== '');
    const alike = new Set(keys.flatMap((key) => (seen.get(key) ?? []).slice(-MOST_COMPARED)));
    const twin = likeliest(
      [...alike].flatMap((above) => {
        const found = resemblance(facts, above.facts);
        return found === undefined ? [] : [{ ...found, line: above.line }];
      }),
    );
    const mine: Seen = { line: row.line, facts };
    for (const key of keys) {
      const already = seen.get(key);
      if (already === undefined) seen.set(key, [mine]);
      else already.push(mine);
    }
    return twin === undefined ? row : { ...row, values: { ...row.values, twin } };
  });
}
