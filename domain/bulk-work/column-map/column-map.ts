import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { DayFormat } from './day-formats.ts';
import {
  NEEDED_FIELDS,
  type DayField,
  type Episodes,
  type ImportField,
  type WordField,
} from './import-fields.ts';

/** In which column of a list each field stands, how its days are written, and what its words mean. */
export type ColumnMap = Readonly<{
  columns: Readonly<Partial<Record<ImportField, string>>>;
  /** A field without one takes every way of writing that cannot be misread. */
  days?: Readonly<Partial<Record<DayField, DayFormat>>> | undefined;
  /** The list's words beside those that everybody understands: `{ sex: { '1': 'male' } }`. */
  words?: Readonly<Partial<Record<WordField, Readonly<Record<string, string>>>>> | undefined;
}>;

/** Fields that the map knows no column for, or whose column is not in the list. */
export function missingFields(
  { columns }: ColumnMap,
  headings: readonly string[],
  episodes: Episodes,
): readonly ImportField[] {
  const there = (field: ImportField): boolean => {
    const column = columns[field];
    return column !== undefined && headings.includes(column);
  };
  return NEEDED_FIELDS[episodes].filter((field) => !there(field));
}

/**
 * A column that the map names and the list lacks is refused too: the list may have been made anew with other headings.
 * @throws InvalidValue `import/columns-missing`
 */
export function fittingMap(map: ColumnMap, headings: readonly string[], episodes: Episodes): ColumnMap {
  const missing = missingFields(map, headings, episodes);
  const gone = Object.values(map.columns).filter((column) => !headings.includes(column));
  const names = [...new Set([...missing, ...gone])];
  if (names.length > 0) throw new InvalidValue('import/columns-missing', { columns: names.join(', ') });
  return map;
}
