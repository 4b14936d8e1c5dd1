import { InvalidValue } from '../shared-kernel/domain-error.ts';
import { LocalDate } from '../shared-kernel/local-date.ts';

/** Columns of a line list that an import needs; others may stand beside them. */
export const IMPORT_COLUMNS = [
  'patient_id',
  'name',
  'phone',
  'birth_date',
  'sex',
  'symptom_onset_date',
  'confirmed_date',
  'released_date',
  'deceased_date',
  'state',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** A line as it was handed in: its number in the file and its cells. */
export type ImportLine = Readonly<{ line: number; cells: readonly string[] }>;

/** What an import needs of a row. Personal: it lies sealed until the row is done, and then nowhere. */
export type ImportValues = Readonly<{
  patientId: string;
  name: string;
  phone: string;
  birthDate: string;
  sex: 'female' | 'male' | 'unknown';
  onset?: string;
}>;

/** Why a row is not taken, whatever its person's values say. */
export type RowFault =
  | 'row/columns-differ'
  | 'row/text-damaged'
  | 'row/patient-id-missing'
  | 'row/patient-id-repeated'
  | 'row/date-malformed'
  | 'row/confirmed-date-missing'
  | 'row/dates-contradict'
  | 'row/date-in-future'
  | 'row/episode-over'
  | 'row/state-unknown';

export type ImportRow = Readonly<{ line: number }> &
  (Readonly<{ fault: RowFault }> | Readonly<{ values: ImportValues }>);

const MOST_CHARACTERS = 200;
/** An onset so long after the confirmation belongs to something else. */
const ONSET_AFTER_DAYS = 30;

/** @throws InvalidValue `import/columns-missing`, `import/empty` */
export function importRows(
  headings: readonly string[],
  lines: readonly ImportLine[],
  today: LocalDate,
): readonly ImportRow[] {
  const missing = IMPORT_COLUMNS.filter((column) => !headings.includes(column));
  if (missing.length > 0) throw new InvalidValue('import/columns-missing', { columns: missing.join(', ') });
  if (lines.length === 0) throw new InvalidValue('import/empty');
  const seen = new Set<string>();
  return lines.map(({ line, cells }) => {
    const fault = (why: RowFault): ImportRow => ({ line, fault: why });
    if (cells.length !== headings.length) return fault('row/columns-differ');
    const cell = (column: ImportColumn): string => (cells[headings.indexOf(column)] ?? '').trim();
    if (cells.some((text) => text.includes('\uFFFD') || text.length > MOST_CHARACTERS))
      return fault('row/text-damaged');
    const patientId = cell('patient_id');
    if (patientId === '') return fault('row/patient-id-missing');
    if (seen.has(patientId)) return fault('row/patient-id-repeated');
    seen.add(patientId);
    const why = faultOfDates(cell, today) ?? faultOfState(cell);
    return why === undefined ? { line, values: valuesOf(patientId, cell) } : fault(why);
  });
}

type Cell = (column: ImportColumn) => string;

function valuesOf(patientId: string, cell: Cell): ImportValues {
  const [sex, onset] = [cell('sex'), cell('symptom_onset_date')];
  return {
    patientId,
    name: cell('name'),
    phone: cell('phone'),
    birthDate: cell('birth_date'),
    sex: sex === 'female' || sex === 'male' ? sex : 'unknown',
    ...(onset === '' ? {} : { onset }),
  };
}

function faultOfDates(cell: Cell, today: LocalDate): RowFault | undefined {
  const days = (['symptom_onset_date', 'confirmed_date', 'released_date', 'deceased_date'] as const).map(
    (column) => dayOf(cell(column)),
  );
  if (days.includes('malformed')) return 'row/date-malformed';
  const [onset, confirmed, released, deceased] = days.map((day) =>
    day instanceof LocalDate ? day : undefined,
  );
  if (confirmed === undefined) return 'row/confirmed-date-missing';
  if ([onset, confirmed, released, deceased].some((day) => day?.isAfter(today))) return 'row/date-in-future';
  if (onset?.isAfter(confirmed.plusDays(ONSET_AFTER_DAYS))) return 'row/dates-contradict';
  return released?.isBefore(confirmed) || deceased?.isBefore(confirmed) ? 'row/dates-contradict' : undefined;
}

/** Only an episode that is open becomes a case: its process writes to the person, and nobody writes to the dead. */
function faultOfState(cell: Cell): RowFault | undefined {
  const state = cell('state');
  if (state === 'released' || state === 'deceased') return 'row/episode-over';
  if (cell('released_date') !== '' || cell('deceased_date') !== '') return 'row/episode-over';
  return state === 'isolated' ? undefined : 'row/state-unknown';
}

function dayOf(text: string): LocalDate | 'malformed' | undefined {
  if (text === '') return undefined;
  try {
    return LocalDate.of(text);
  } catch (error) {
    if (error instanceof InvalidValue) return 'malformed';
    throw error;
  }
}
