import { randomUUID } from 'node:crypto';
import type {
  Bundle,
  CodeableConcept,
  Condition,
  Observation,
  Patient,
  RelatedPerson,
  Resource,
} from 'fhir/r4.js';
import { describe, expect, test } from '@jest/globals';
import type { ExportedRow } from '../../../api/exports/csv.ts';
import { fhirOf } from '../../../api/exports/fhir.ts';
import { caseResources, contactResources } from '../../../api/exports/fhir-resources.ts';
import { pagesOf, whole } from '../../support/exported.ts';

const AT = '2026-11-22T21:00:00+09:00';
const [caseId, personId] = [randomUUID(), randomUUID()];
const A_CASE = {
  caseId,
  personId,
  classification: 'confirmed',
  stage: 'home-treatment',
  disease: 'covid-19',
  district: '11110',
  openedAt: AT,
  dateOfSymptomOnset: '2026-11-20',
  tier: 'intensive',
  outcome: null,
  dateOfOutcome: null,
  sex: 'female',
  age: 41,
};
const bundle = async (of: typeof caseResources, ...rows: readonly ExportedRow[]): Promise<Bundle> =>
  JSON.parse((await whole(fhirOf(pagesOf(...rows), of, AT))).toString()) as Bundle;
const ofType = <Of extends Resource>({ entry = [] }: Bundle, type: string): readonly Of[] =>
  entry.map(({ resource }) => resource as unknown as Of).filter(({ resourceType }) => resourceType === type);
const codeOf = (concept: CodeableConcept | undefined) => concept?.coding?.[0]?.code;

describe('a case', () => {
  test('is who has it, what it is and how sure that is, and what was observed', async () => {
    const made = await bundle(caseResources, A_CASE);
    expect(made).toMatchObject({ resourceType: 'Bundle', type: 'collection', timestamp: AT });
    expect(ofType<Patient>(made, 'Patient')).toEqual([
      { resourceType: 'Patient', id: personId, gender: 'female' },
    ]);
    const [condition] = ofType<Condition>(made, 'Condition');
    expect(condition).toMatchObject({
      id: caseId,
      subject: { reference: `urn:uuid:${personId}` },
      onsetDateTime: '2026-11-20',
      recordedDate: AT,
    });
    expect(codeOf(condition?.code)).toBe('840539006');
    expect(codeOf(condition?.verificationStatus)).toBe('confirmed');
    const observed = ofType<Observation>(made, 'Observation');
    expect(observed.map(({ code, status }) => [codeOf(code), status])).toEqual([
      ['30525-0', 'final'],
      ['tier-of-home-treatment', 'final'],
    ]);
  });
  test.each([
    ['suspected', 'suspected', null, 'unconfirmed', 'active'],
    ['probable', 'suspected', null, 'provisional', 'active'],
    ['confirmed', 'released', 'recovered', 'confirmed', 'resolved'],
    ['confirmed', 'deceased', 'deceased', 'confirmed', 'inactive'],
    ['notACase', 'not-a-case', null, 'refuted', 'inactive'],
    ['confirmed', 'withdrawn', null, 'entered-in-error', undefined],
    ['confirmed', 'recorded', null, 'confirmed', undefined],
    ['confirmed', 'recorded', 'deceased', 'confirmed', 'inactive'],
  ])('%s, %s, %s is %s and %s', async (classification, stage, outcome, verified, clinical) => {
    const row = { ...A_CASE, classification, stage, outcome, dateOfOutcome: outcome && '2026-11-22' };
    const made = await bundle(caseResources, row);
    const [condition] = ofType<Condition>(made, 'Condition');
    expect([codeOf(condition?.verificationStatus), codeOf(condition?.clinicalStatus)]).toEqual([
      verified,
      clinical,
    ]);
    expect(condition?.abatementDateTime).toBe(outcome === 'recovered' ? '2026-11-22' : undefined);
    const [patient] = ofType<Patient>(made, 'Patient');
    expect(patient?.deceasedDateTime).toBe(outcome === 'deceased' ? '2026-11-22' : undefined);
  });
  test('says who it is only where the columns do', async () => {
    const known = {
      name: '홍길동',
      dateOfBirth: '1985-01-02',
      phone: '+821012345678',
      registryNumber: 'KR-1',
    };
    const made = await bundle(caseResources, { ...A_CASE, ...known });
    expect(ofType<Patient>(made, 'Patient')).toMatchObject([
      { name: [{ text: '홍길동' }], birthDate: '1985-01-02', telecom: [{ value: '+821012345678' }] },
    ]);
    expect(JSON.stringify(ofType(made, 'Condition'))).toContain('KR-1');
    expect(JSON.stringify(await bundle(caseResources, A_CASE))).not.toMatch(/name|birthDate|telecom|kdca/);
  });
});

test('a contact is a related person, and an exposure that was observed', async () => {
  const [contactId, sourceCaseId] = [randomUUID(), randomUUID()];
  const made = await bundle(contactResources, {
    ...{ contactId, personId, sourceCaseId, status: 'active', district: '11110', sex: 'other' },
    ...{ dateOfLastExposure: '2026-11-19', typeOfExposure: 'household', riskLevel: 'close', age: null },
  });
  expect(ofType<RelatedPerson>(made, 'RelatedPerson')).toMatchObject([
    { id: contactId, active: true, patient: { identifier: { value: sourceCaseId } }, gender: 'other' },
  ]);
  const [exposure] = ofType<Observation>(made, 'Observation');
  expect(exposure).toMatchObject({
    subject: { reference: `urn:uuid:${personId}` },
    effectiveDateTime: '2026-11-19',
    component: [{ valueCodeableConcept: { coding: [{ code: 'close' }] } }],
  });
  expect([codeOf(exposure?.code), codeOf(exposure?.valueCodeableConcept)]).toEqual([
    '840546002',
    'household',
  ]);
});

test('every resource has an address of its own, and each reference leads to one of them', async () => {
  const again = { ...A_CASE, caseId: randomUUID() };
  const made = await bundle(caseResources, A_CASE, again);
  const addresses = (made.entry ?? []).map(({ fullUrl }) => fullUrl);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(ofType(made, 'Patient')).toHaveLength(1);
  for (const [, reference] of JSON.stringify(made).matchAll(/"reference":"([^"]+)"/g))
    expect(addresses).toContain(reference);
  for (const { fullUrl, resource } of made.entry ?? [])
    expect(fullUrl).toBe(`urn:uuid:${resource?.id ?? ''}`);
  expect(await bundle(caseResources, A_CASE, again)).toEqual(made);
});

test('cut off it is no JSON, and of nobody it is a whole bundle', async () => {
  const text = (await whole(fhirOf(pagesOf(A_CASE), caseResources, AT))).toString();
  expect(() => JSON.parse(text.slice(0, text.lastIndexOf(']'))) as unknown).toThrow(SyntaxError);
  expect((await bundle(caseResources)).entry).toEqual([]);
});
