import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { ColumnMap } from './column-map.ts';
import { dayIn } from './day-formats.ts';
import type { DayField, ImportField, WordField } from './import-fields.ts';
import { meaningOf } from './known-words.ts';

/** A line's cells, by field and as the map says that they are to be read. */
export type ReadRow = Readonly<{
  /** The list has such a column. */
  has: (field: ImportField) => boolean;
  text: (field: ImportField) => string;
  day: (field: DayField) => LocalDate | 'malformed' | undefined;
  /** What the word means; nothing where it is unknown or the cell is blank. */
  word: (field: WordField) => string | undefined;
}>;

export function reader(map: ColumnMap, headings: readonly string[]): (cells: readonly string[]) => ReadRow {
  const places = new Map(
    Object.entries(map.columns).map(([field, column]) => [field, headings.indexOf(column)]),
  );
  return (cells) => {
    const text = (field: ImportField): string => (cells[places.get(field) ?? -1] ?? '').trim();
    return {
      has: (field) => (places.get(field) ?? -1) >= 0,
      text,
      day: (field) => dayIn(text(field), map.days?.[field]),
      word: (field) => (text(field) === '' ? undefined : meaningOf(field, text(field), map.words?.[field])),
    };
  };
}
