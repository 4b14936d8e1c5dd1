import { missingFields, type ColumnMap } from './column-map.ts';
import { formatOf, type DayFormat } from './day-formats.ts';
import { DAY_FIELDS, type DayField, type Episodes, type ImportField } from './import-fields.ts';
import { headingKeyOf, KNOWN_HEADINGS } from './known-headings.ts';

export type Suggestion = Readonly<{
  map: ColumnMap;
  /** Needed, and found under no heading. */
  missing: Readonly<Record<Episodes, readonly ImportField[]>>;
  /** Headings that nothing is taken from. */
  unused: readonly string[];
}>;

/** A map by what the headings are called, and by how the first lines write their days. */
export function suggestedMap(
  headings: readonly string[],
  lines: readonly (readonly string[])[] = [],
): Suggestion {
  const byKey = new Map<string, string>();
  for (const heading of headings) {
    const key = headingKeyOf(heading);
    if (key !== '' && !byKey.has(key)) byKey.set(key, heading);
  }
  const taken = new Set<string>();
  const columns: Partial<Record<ImportField, string>> = {};
  for (const [field, names] of Object.entries(KNOWN_HEADINGS) as [ImportField, readonly string[]][]) {
    const known = names.map((name) => byKey.get(headingKeyOf(name)));
    const found = known.find((heading) => heading !== undefined && !taken.has(heading));
    if (found === undefined) continue;
    columns[field] = found;
    taken.add(found);
  }
  const days: Partial<Record<DayField, DayFormat>> = {};
  for (const field of DAY_FIELDS) {
    const place = headings.indexOf(columns[field] ?? '');
    const format = place === -1 ? undefined : formatOf(lines.map((cells) => cells[place] ?? ''));
    if (format !== undefined) days[field] = format;
  }
  const map: ColumnMap = { columns, ...(Object.keys(days).length === 0 ? {} : { days }) };
  return {
    map,
    missing: { live: missingFields(map, headings, 'live'), past: missingFields(map, headings, 'past') },
    unused: headings.filter((heading) => heading !== '' && !taken.has(heading)),
  };
}
