import { InvalidValue } from '../shared-kernel/domain-error.ts';
import { isWithin } from '../shared-kernel/districts/beginnings.ts';
import type { LocalDate } from '../shared-kernel/local-date.ts';
import { faultOfDates, faultOfLine, faultOfState } from './import-row-faults.ts';
import { listedPatient, type ListedPatient } from './listed-patient.ts';
import { fittingMap, type ColumnMap } from './column-map/column-map.ts';
import type { Episodes } from './column-map/import-fields.ts';
import { reader } from './column-map/row-reader.ts';

/**
 * A line as it was handed in: its number in the file and its cells. `fault`: it could not be read at all. `mended`: it
 * stood in quotes as a whole, and was read without them.
 */
export type ImportLine = Readonly<{
  line: number;
  cells: readonly string[];
  fault?: 'row/malformed';
  mended?: true;
}>;

/** Why a row is not taken, whatever its person's values say. */
export type RowFault =
  | 'row/malformed'
  | 'row/columns-differ'
  | 'row/text-damaged'
  | 'row/patient-id-missing'
  | 'row/patient-id-repeated'
  | 'row/date-malformed'
  | 'row/confirmed-date-missing'
  | 'row/dates-contradict'
  | 'row/date-in-future'
  | 'row/district-not-yours'
  | 'row/doubt-called-off'
  | 'row/not-entered'
  | 'row/patient-unknown'
  | 'row/episode-over'
  | 'row/state-unknown';

export type ImportRow = Readonly<{ line: number }> &
  (Readonly<{ fault: RowFault }> | Readonly<{ values: ListedPatient }>);

/** `district`: of rows that name none. `within`: beginnings of the districts that rows may be of. */
export type ListTerms = Readonly<{
  episodes: Episodes;
  district: string;
  within: readonly string[];
  today: LocalDate;
}>;

/** @throws InvalidValue `import/columns-missing`, `import/empty` */
export function importRows(
  list: Readonly<{ headings: readonly string[]; lines: readonly ImportLine[] }>,
  map: ColumnMap,
  terms: ListTerms,
): readonly ImportRow[] {
  const { headings, lines } = list;
  fittingMap(map, headings, terms.episodes);
  if (lines.length === 0) throw new InvalidValue('import/empty');
  const read = reader(map, headings);
  const seen = new Set<string>();
  return lines.map((one) => {
    const { line, cells, mended } = one;
    const fault = (why: RowFault): ImportRow => ({ line, fault: why });
    const unreadable = faultOfLine(one, headings);
    if (unreadable !== undefined) return fault(unreadable);
    const row = read(cells);
    const listId = row.text('listId');
    if (listId === '') return fault('row/patient-id-missing');
    if (seen.has(listId)) return fault('row/patient-id-repeated');
    seen.add(listId);
    const why = faultOfDates(row, terms.today) ?? (terms.episodes === 'live' ? faultOfState(row) : undefined);
    if (why !== undefined) return fault(why);
    const values = listedPatient(row, terms, mended === true ? ['line-quoted-twice'] : []);
    const district = values.district ?? terms.district;
    if (!isWithin(terms.within, district)) return fault('row/district-not-yours');
    return { line, values };
  });
}
