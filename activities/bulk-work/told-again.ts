import type { ListedPatient } from '../../domain/bulk-work/listed-patient.ts';
import { InvalidValue, RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import type { ImportedCase } from '../ports/import-rows.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request } from '../uses.ts';
import { BULK, type BulkUses } from './bulk-uses.ts';
import type { ImportAbout } from './enter-row.ts';

export type CorrectOnset = (
  input: Request & Readonly<{ caseId: string; dateOfSymptomOnset: string }>,
) => Promise<Receipt>;
type Again = Readonly<{
  run: Readonly<{ about: ImportAbout }>;
  key: string;
  known: ImportedCase;
  patient: ListedPatient;
}>;

const BLANK = '';

/** What the list says of the patient, each field under its standard name. */
function fieldsOf(patient: ListedPatient): Readonly<Record<string, string>> {
  const { ended } = patient;
  return {
    name: patient.name,
    phone: patient.phone,
    dateOfBirth: patient.birthDate,
    sex: patient.sex,
    ageGroup: patient.ageGroup ?? BLANK,
    district: patient.district ?? BLANK,
    dateOfSymptomOnset: patient.onset ?? BLANK,
    confirmationDate: patient.confirmedOn ?? BLANK,
    state: ended?.as ?? BLANK,
    releasedOn: ended?.as === 'released' ? (ended.on ?? BLANK) : BLANK,
    deceasedOn: ended?.as === 'deceased' ? (ended.on ?? BLANK) : BLANK,
    infectedBy: (patient.infectedBy ?? []).toSorted().join(' '),
  };
}

/** The same as keyed hashes, each bound to its patient: blank stays blank, so that what is new is told from what is other. */
export const toldBy = (
  hashOf: (text: string) => string,
  key: string,
  patient: ListedPatient,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fieldsOf(patient)).flatMap(([field, text]) =>
      text === BLANK ? [] : [[field, hashOf(`${key}\n${field}\n${text}`)]],
    ),
  );

/**
 * The list, or a later one of its source, comes again. What it says anew of a past episode is added where the domain
 * has a way for it; of what else differs the fields are named, and a person decides.
 */
export async function toldAgain(
  { importRows }: BulkUses,
  { correctRecordedOnset }: Readonly<{ correctRecordedOnset: CorrectOnset }>,
  { run: { about }, key, known, patient }: Again,
): Promise<Pick<RowResult, 'outcome' | 'details'>> {
  const { caseId, told } = known;
  if (about.episodes !== 'past' || told == null) return { outcome: 'already-there', details: { caseId } };
  const now = toldBy(importRows.hashOf, key, patient);
  const differs = [...new Set([...Object.keys(told), ...Object.keys(now)])].filter(
    (field) => told[field] !== now[field],
  );
  if (differs.length === 0) return { outcome: 'unchanged', details: { caseId } };
  const { onset } = patient;
  const isNew = (field: string): boolean => differs.includes(field) && told[field] === undefined;
  if (!isNew('dateOfSymptomOnset') || onset === undefined)
    return { outcome: 'already-there', details: { caseId, differs: differs.join(',') } };
  try {
    await correctRecordedOnset({
      commandId: `import:${key}:onset:${now['dateOfSymptomOnset'] ?? ''}`,
      fingerprint: key,
      by: BULK,
      caseId,
      dateOfSymptomOnset: onset,
    });
  } catch (error) {
    if (!(error instanceof RuleBroken || error instanceof InvalidValue)) throw error;
    return { outcome: 'already-there', details: { caseId, differs: differs.join(','), code: error.code } };
  }
  const { dateOfSymptomOnset = '' } = now;
  if (about.dryRun === undefined) await importRows.retell(key, { ...told, dateOfSymptomOnset });
  const left = differs.filter((field) => field !== 'dateOfSymptomOnset');
  const others = left.length === 0 ? {} : { differs: left.join(',') };
  return { outcome: 'updated', details: { caseId, fields: 'dateOfSymptomOnset', ...others } };
}
