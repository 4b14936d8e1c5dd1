import type { ListedPatient } from '../../domain/bulk-work/listed-patient.ts';
import type { Episodes } from '../../domain/bulk-work/column-map/import-fields.ts';
import type { OpenCaseInput } from '../patient-management/open-case.ts';
import type { LooksAgain } from '../patient-management/registered-or-known.ts';
import type { RecordEpisodeInput } from '../patient-management/record-episode.ts';
import type { Receipt } from '../ports/repository.ts';
import { BULK } from './bulk-uses.ts';

/** What a run of an import is about. What an earlier version has asked for names no episodes. */
export type ImportAbout = Readonly<{
  source: string;
  disease: string;
  district: string;
  episodes?: Episodes;
  dryRun?: 'true';
  rows?: 'routes';
  /** Beginnings of the districts whose people and cases may get what it tells, beside each other. */
  within?: string;
}>;

/** Use cases of patient management, by which a row becomes a case. */
export type CaseSteps = Readonly<{
  openCase: (input: OpenCaseInput) => Promise<Receipt>;
  recordEpisode: (input: RecordEpisodeInput) => Promise<Receipt>;
}>;

/** The command's id is the patient's key, so a repeat of the row, or of the file, finds what the first one made. */
export const commandOf = (key: string): string => `import:${key}`;

type RowToEnter = Readonly<{
  key: string;
  patient: ListedPatient;
  personId?: string;
  looksAgain?: LooksAgain | undefined;
}>;

/** The patient becomes a case: of somebody new, or of the person whose id is given. */
export function enterRow(
  { openCase, recordEpisode }: CaseSteps,
  about: ImportAbout,
  { key, patient, personId, looksAgain }: RowToEnter,
): Promise<Receipt> {
  const request = { commandId: commandOf(key), fingerprint: key, by: BULK, looksAgain };
  const { disease } = about;
  const district = patient.district ?? about.district;
  if (about.episodes === 'past') {
    const { onset, confirmedOn = '', ended } = patient;
    return recordEpisode({
      ...{ ...request, disease, district, confirmedOn, ended, dateOfSymptomOnset: onset },
      person: personId === undefined ? listedPerson(patient) : { personId },
    });
  }
  const { name, phone, birthDate, sex, nationality, onset } = patient;
  const newcomer = { name, phone, birthDate, sex, nationality, language: languageOf(patient) };
  return openCase({
    ...{ ...request, disease, district, kind: 'diagnosis', dateOfSymptomOnset: onset },
    person: personId === undefined ? newcomer : { personId },
    symptomatic: onset !== undefined,
  });
}

/** Texts exist in two languages. */
const languageOf = ({ language = 'ko' }: ListedPatient): 'ko' | 'en' => (language === 'ko' ? 'ko' : 'en');

const told = (text: string): string | undefined => (text === '' ? undefined : text);

const listedPerson = (patient: ListedPatient): Extract<RecordEpisodeInput['person'], { sex: string }> => ({
  name: told(patient.name),
  birthDate: told(patient.birthDate),
  phone: told(patient.phone),
  ageGroup: told(patient.birthDate) === undefined ? patient.ageGroup : undefined,
  sex: patient.sex,
  language: languageOf(patient),
});
