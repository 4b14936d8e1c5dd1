/** The headings that an import took before there were maps. They are still understood. */
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
type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** A name and a telephone that must not be seen anywhere but in a person's own row. */
export const IMPORTED_NAME = '카나리아명';

export type ListedRow = Partial<Record<ImportColumn, string>>;

/** Nobody's is another's. */
const bornOf = (number: number): string =>
  new Date(Date.UTC(1960, 0, 1) + number * 97 * 86_400_000).toISOString().slice(0, 10);

/** A row that can be taken, but for what is said of it. */
export const cellsOf = (number: number, said: ListedRow = {}): readonly string[] => {
  const row: Readonly<Record<ImportColumn, string>> = {
    patient_id: `P${number}`,
    name: IMPORTED_NAME,
    phone: `010-7315-${String(1_000 + number)}`,
    birth_date: bornOf(number),
    sex: 'female',
    symptom_onset_date: '2020-07-01',
    confirmed_date: '2020-07-03',
    released_date: '',
    deceased_date: '',
    state: 'isolated',
    ...said,
  };
  return IMPORT_COLUMNS.map((column) => row[column]);
};

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  [IMPORT_COLUMNS, ...rows].map((cells) => cells.join(',')).join('\n');
