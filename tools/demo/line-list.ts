import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { addDays, isDay } from './days.ts';

export type Row = Readonly<{
  line: number;
  patientId: string;
  sex: 'female' | 'male' | 'unknown';
  province: string;
  onset: string | undefined;
  confirmed: string;
  released: string | undefined;
  deceased: string | undefined;
  state: 'released' | 'isolated' | 'deceased';
}>;
export type Rejected = Readonly<{ line: number; reason: string }>;
export type LineList = Readonly<{ rows: readonly Row[]; rejected: readonly Rejected[] }>;

const COLUMNS = [
  'patient_id',
  'sex',
  'province',
  'symptom_onset_date',
  'confirmed_date',
  'released_date',
  'deceased_date',
  'state',
];

/**
 * Reads a line list (CSV, UTF-8, headings as in the DS4C list), at most `limit` of its rows. A row that makes no sense
 * is told with its line and reason; the others are taken.
 */
export async function readLineList(file: string, limit: number): Promise<LineList> {
  const parser = createReadStream(file).pipe(
    parse({ bom: true, relax_column_count: true, info: true, skip_empty_lines: true }),
  );
  const rows: Row[] = [];
  const rejected: Rejected[] = [];
  const seen = new Set<string>();
  let headings: readonly string[] | undefined;
  let taken = 0;
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    if (headings === undefined) {
      headings = record;
      const missing = COLUMNS.filter((column) => !record.includes(column));
      if (missing.length > 0) throw new Error(`${file}: columns missing: ${missing.join(', ')}`);
      continue;
    }
    if (taken === limit) break;
    taken += 1;
    const read = rowOf(info.lines, headings, record, seen);
    if ('reason' in read) rejected.push(read);
    else {
      seen.add(read.patientId);
      rows.push(read);
    }
  }
  return { rows, rejected };
}

function rowOf(
  line: number,
  headings: readonly string[],
  record: readonly string[],
  seen: ReadonlySet<string>,
): Row | Rejected {
  const no = (reason: string): Rejected => ({ line, reason });
  if (record.length !== headings.length) return no(`${record.length} columns instead of ${headings.length}`);
  const cell = (column: string): string => (record[headings.indexOf(column)] ?? '').trim();
  const day = (column: string): string | undefined => (cell(column) === '' ? undefined : cell(column));
  const patientId = cell('patient_id');
  if (patientId === '') return no('patient_id is empty');
  if (seen.has(patientId)) return no(`patient_id ${patientId} occurs twice`);
  const [onset, confirmed, released, deceased] = [
    day('symptom_onset_date'),
    day('confirmed_date'),
    day('released_date'),
    day('deceased_date'),
  ];
  for (const [column, value] of Object.entries({
    symptom_onset_date: onset,
    confirmed_date: confirmed,
    released_date: released,
    deceased_date: deceased,
  })) {
    if (value !== undefined && !isDay(value)) return no(`${column} is no date: ${value}`);
  }
  if (confirmed === undefined) return no('confirmed_date is empty');
  if (onset !== undefined && onset > confirmed && onset > addDays(confirmed, 30))
    return no('onset is long after confirmation');
  if (released !== undefined && released < confirmed) return no('released_date is before confirmed_date');
  if (deceased !== undefined && deceased < confirmed) return no('deceased_date is before confirmed_date');
  const state = cell('state');
  if (state !== 'released' && state !== 'isolated' && state !== 'deceased')
    return no(`state is unknown: ${state}`);
  const sex = cell('sex');
  return {
    line,
    patientId,
    sex: sex === 'female' || sex === 'male' ? sex : 'unknown',
    province: cell('province'),
    onset,
    confirmed,
    released,
    deceased,
    state,
  };
}

/** Moves every date by the same number of days, so that the first one falls on `firstDay`; intervals stay. */
export function shiftedTo(rows: readonly Row[], firstDay: string): readonly Row[] {
  const days = rows.flatMap(({ onset, confirmed, released, deceased }) => [
    onset,
    confirmed,
    released,
    deceased,
  ]);
  const first = days.filter((day): day is string => day !== undefined).sort()[0];
  if (first === undefined) return rows;
  const by = Math.round((Date.parse(firstDay) - Date.parse(first)) / 86_400_000);
  const moved = (day: string | undefined): string | undefined =>
    day === undefined ? undefined : addDays(day, by);
  return rows.map((row) => ({
    ...row,
    onset: moved(row.onset),
    confirmed: addDays(row.confirmed, by),
    released: moved(row.released),
    deceased: moved(row.deceased),
  }));
}
