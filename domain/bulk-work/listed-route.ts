import { InvalidValue } from '../shared-kernel/domain-error.ts';
import { LocalDate } from '../shared-kernel/local-date.ts';
import { dayIn, formatOf } from './column-map/day-formats.ts';
import { headingKeyOf } from './column-map/known-headings.ts';
import { faultOfLine } from './import-row-faults.ts';
import type { ImportLine, RowFault } from './import-row.ts';
import { listedDistrict } from './listed-district.ts';

/** Where a list says that a patient was, each visit with its line. Personal, like the patient's row. */
export type ListedRoute = Readonly<{
  patientId: string;
  visits: readonly Readonly<{ line: number; place: string; district?: string; day: string }>[];
}>;
export type RouteRow = Readonly<{ line: number }> &
  (Readonly<{ fault: RowFault }> | Readonly<{ values: ListedRoute }>);

/** Under these names a list of visits has its columns; what makes a place is all that is said of it. */
const COLUMNS = {
  listId: ['listId', 'patient_id', '환자번호', '연번'],
  day: ['day', 'date', '날짜', '방문일'],
  province: ['province', '시도'],
  district: ['district', 'city', '시군구'],
  type: ['type', '장소유형', '유형'],
  latitude: ['latitude', '위도'],
  longitude: ['longitude', '경도'],
} as const;
type Column = keyof typeof COLUMNS;
const NEEDED: readonly Column[] = ['listId', 'day'];
const PLACE: readonly Column[] = ['province', 'district', 'type', 'latitude', 'longitude'];

/**
 * One row for each patient, numbered as their first line; a line that cannot be read is a row of its own.
 * @throws InvalidValue `import/columns-missing`, `import/empty`
 */
export function routeRows(
  { headings, lines }: Readonly<{ headings: readonly string[]; lines: readonly ImportLine[] }>,
  today: LocalDate,
): readonly RouteRow[] {
  const keys = headings.map(headingKeyOf);
  const places = new Map(
    Object.entries(COLUMNS).map(([column, names]) => [
      column,
      keys.findIndex((key) => names.some((name) => headingKeyOf(name) === key)),
    ]),
  );
  const missing = NEEDED.filter((column) => (places.get(column) ?? -1) < 0);
  if (missing.length > 0) throw new InvalidValue('import/columns-missing', { columns: missing.join(', ') });
  if (lines.length === 0) throw new InvalidValue('import/empty');
  const cellOf = (cells: readonly string[], column: Column): string =>
    (cells[places.get(column) ?? -1] ?? '').trim();
  const format = formatOf(lines.map(({ cells }) => cellOf(cells, 'day')));

  const faults: RouteRow[] = [];
  const patients = new Map<string, ListedRoute['visits'][number][]>();
  for (const one of lines) {
    const { line, cells } = one;
    const cell = (column: Column): string => cellOf(cells, column);
    const day = dayIn(cell('day'), format);
    const fault = faultOfLine(one, headings) ?? faultOfVisit(cell('listId'), day, today);
    if (fault !== undefined) {
      faults.push({ line, fault });
      continue;
    }
    const district = listedDistrict(cell('province'), cell('district'));
    const visit = {
      line,
      place: PLACE.map(cell).join('\n'),
      day: String(day),
      ...(district === undefined ? {} : { district }),
    };
    const others = patients.get(cell('listId'));
    if (others === undefined) patients.set(cell('listId'), [visit]);
    else others.push(visit);
  }
  const routes = [...patients].map(([patientId, visits]): RouteRow => ({
    line: visits[0]?.line ?? 0,
    values: { patientId, visits },
  }));
  return [...faults, ...routes].toSorted((one, other) => one.line - other.line);
}

function faultOfVisit(listId: string, day: ReturnType<typeof dayIn>, today: LocalDate): RowFault | undefined {
  if (listId === '') return 'row/patient-id-missing';
  if (!(day instanceof LocalDate)) return 'row/date-malformed';
  return day.isAfter(today) ? 'row/date-in-future' : undefined;
}
