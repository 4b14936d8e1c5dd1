import { LocalDate } from '../shared-kernel/local-date.ts';
import type { DayField } from './column-map/import-fields.ts';
import type { ReadRow } from './column-map/row-reader.ts';
import { listedDistrict } from './listed-district.ts';
import type { Twin } from './twins.ts';

/** What whoever reads a row's result should know about how it was read. */
export type RowNote = 'line-quoted-twice' | 'district-of-the-import' | 'nationality-unknown' | 'sex-unknown';

/** What an import takes from a row. Personal: it lies sealed until the row is done, and then nowhere. */
export type ListedPatient = Readonly<{
  patientId: string;
  name: string;
  phone: string;
  birthDate: string;
  sex: 'female' | 'male' | 'unknown';
  onset?: string;
  /** Rows that were kept by an earlier version have none of what follows. */
  confirmedOn?: string;
  ageGroup?: string;
  registryNumber?: string;
  nationality?: string;
  language?: string;
  /** Where the row names one that there is. */
  district?: string;
  ended?: Readonly<{ as: 'released' | 'deceased'; on?: string }>;
  /** As the list calls them. */
  infectedBy?: readonly string[];
  notes?: readonly RowNote[];
  /** A row above it in the list that is likely the same person. */
  twin?: Twin;
}>;

export function listedPatient(
  row: ReadRow,
  { district: ofTheImport }: Readonly<{ district: string }>,
  noted: readonly RowNote[],
): ListedPatient {
  const district = listedDistrict(row.text('province'), row.text('district'));
  const sex = row.word('sex');
  const nationality = row.word('nationality') ?? countryCode(row.text('nationality'));
  const notes: readonly RowNote[] = [
    ...noted,
    ...(district === undefined && namesADistrict(row) ? (['district-of-the-import'] as const) : []),
    ...(nationality === undefined && row.text('nationality') !== ''
      ? (['nationality-unknown'] as const)
      : []),
    ...(sex === undefined && row.text('sex') !== '' ? (['sex-unknown'] as const) : []),
  ];
  const said = {
    onset: isoOf(row, 'dateOfSymptomOnset'),
    confirmedOn: isoOf(row, 'confirmationDate'),
    ageGroup: ageGroupOf(row.text('ageGroup')) ?? ageGroupOf(row.text('age')),
    registryNumber: row.text('registryNumber') || undefined,
    nationality,
    language: row.word('language'),
    district: district === ofTheImport ? undefined : district,
    ended: endOf(row),
    infectedBy: infectorsIn(row.text('infectedBy')),
    notes: notes.length === 0 ? undefined : notes,
  };
  return {
    patientId: row.text('listId'),
    name: row.text('name'),
    phone: row.text('phone'),
    birthDate: isoOf(row, 'dateOfBirth') ?? row.text('dateOfBirth'), // what is no day is refused as one
    sex: sex === 'female' || sex === 'male' ? sex : 'unknown',
    ...(Object.fromEntries(
      Object.entries(said).filter(([, value]) => value !== undefined),
    ) as Partial<ListedPatient>),
  };
}

const isoOf = (row: ReadRow, field: DayField): string | undefined => {
  const day = row.day(field);
  return day instanceof LocalDate ? day.toString() : undefined;
};

const namesADistrict = (row: ReadRow): boolean => row.text('district') !== '' || row.text('province') !== '';

const countryCode = (text: string): string | undefined => (/^[A-Z]{2}$/.test(text) ? text : undefined);

/** Of the oldest age group that there is. */
const OLDEST = 129;

/** By decades, as published lists have it: `50s`, 50대 and 53 are one. */
export function ageGroupOf(text: string): string | undefined {
  const [, years] = /^(\d{1,3})\s*(?:s|대|세)?$/.exec(text.trim()) ?? [];
  if (years === undefined || Number(years) > OLDEST) return undefined;
  return `${Math.floor(Number(years) / 10) * 10}s`;
}

function endOf(row: ReadRow): ListedPatient['ended'] {
  const [state, outcome] = [row.word('state'), isoOf(row, 'dateOfOutcome')];
  const [released, deceased] = [isoOf(row, 'releasedOn'), isoOf(row, 'deceasedOn')];
  const as = deceased !== undefined || state === 'deceased' ? 'deceased' : 'released';
  if (as === 'released' && released === undefined && state !== 'released') return undefined;
  const on = (as === 'deceased' ? deceased : released) ?? outcome;
  return { as, ...(on === undefined ? {} : { on }) };
}

/** Several in one cell stand beside each other with whatever divides them there. */
function infectorsIn(cell: string): readonly string[] | undefined {
  const ids = [...new Set(cell.split(/[\s,;|/·]+/u).filter((id) => id !== ''))];
  return ids.length === 0 ? undefined : ids;
}
