import type { CodeableConcept, Coding, Patient, Reference } from 'fhir/r4.js';
import type { ExportedRow } from './csv.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const SNOMED = 'http://snomed.info/sct';
const OF_DISEASE: Readonly<Record<string, Coding>> = { 'covid-19': { system: SNOMED, code: '840539006' } };

export const EXPOSURE: CodeableConcept = { coding: [{ system: SNOMED, code: '840546002' }] };
export const AGE: CodeableConcept = { coding: [{ system: 'http://loinc.org', code: '30525-0' }] };

/** A word of a row that is there. */
export const textIn = (row: ExportedRow, name: string): string | undefined => {
  const value = row[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
/** A member where there is a value for it, and none where there is not. */
export const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Readonly<Partial<Record<Name, Value>>>;

/** A code of ours, under the name of what it is a code of. */
export const ownCode = (of: string, code: string): CodeableConcept => ({
  coding: [{ system: `urn:bangyeok:${of}`, code }],
});
export const ownId = (of: string, value: string) => ({ system: `urn:bangyeok:${of}`, value });

export const diseaseCode = (disease: string): CodeableConcept => ({
  coding: [...[OF_DISEASE[disease] ?? []].flat(), { system: 'urn:bangyeok:disease', code: disease }],
});

const OF_CLASSIFICATION: Readonly<Record<string, string>> = {
  suspected: 'unconfirmed',
  probable: 'provisional',
  confirmed: 'confirmed',
  notACase: 'refuted',
};
export const ENTERED_IN_ERROR = 'entered-in-error';

/** What was opened by mistake says so, and nothing clinical (constraint con-5). */
export function standing({
  stage,
  classification,
  outcome,
}: Readonly<Record<'stage' | 'classification' | 'outcome', string | undefined>>) {
  const verified =
    stage === 'withdrawn' ? ENTERED_IN_ERROR : (OF_CLASSIFICATION[classification ?? ''] ?? 'unconfirmed');
  const verificationStatus = { coding: [{ system: VERIFICATION, code: verified }] };
  if (verified === ENTERED_IN_ERROR) return { verificationStatus };
  const clinical = clinicalOf(stage, outcome, verified);
  if (clinical === undefined) return { verificationStatus };
  return { verificationStatus, clinicalStatus: { coding: [{ system: CLINICAL, code: clinical }] } };
}

/** Of what was only recorded after the fact, without an end, it is not known. */
function clinicalOf(
  stage: string | undefined,
  outcome: string | undefined,
  verified: string,
): string | undefined {
  if (outcome === 'recovered') return 'resolved';
  if (outcome === 'deceased' || verified === 'refuted' || OVER.has(stage)) return 'inactive';
  return stage === 'recorded' ? undefined : 'active';
}
const OVER: ReadonlySet<string | undefined> = new Set(['released', 'deceased']);

const GENDERS = ['male', 'female', 'other'] as const;
const genderIn = (row: ExportedRow): Patient['gender'] => {
  const sex = textIn(row, 'sex');
  return GENDERS.find((one) => one === sex) ?? 'unknown';
};

/** What a row says of somebody: who it is only where that was asked for and allowed. */
export function personIn(row: ExportedRow) {
  const name = textIn(row, 'name');
  const phone = textIn(row, 'phone');
  return {
    gender: genderIn(row),
    ...given('name', name === undefined ? undefined : [{ text: name }]),
    ...given('birthDate', textIn(row, 'dateOfBirth')),
    ...given('telecom', phone === undefined ? undefined : [{ system: 'phone' as const, value: phone }]),
  };
}

/** Every resource is named by the id that we know it by. */
export const urn = (id: string): string => `urn:uuid:${id}`;
export const to = (id: string, type: string): Reference => ({ reference: urn(id), type });
