import type { Condition, Observation, Patient, RelatedPerson } from 'fhir/r4.js';
import type { ExportedRow } from './csv.ts';
import {
  AGE,
  EXPOSURE,
  diseaseCode,
  given,
  ownCode,
  ownId,
  personIn,
  standing,
  textIn,
  to,
} from './fhir-words.ts';

/** `under`: its id in the bundle, where something else has the id of the record already. */
export type Entry = Readonly<{
  under?: string;
  resource: Patient | Condition | Observation | RelatedPerson;
}>;

/** The columns that the resources are made of, beside what identifies somebody. */
export const FHIR_COLUMNS = {
  cases: [
    'caseId',
    'personId',
    'classification',
    'stage',
    'disease',
    'district',
    'openedAt',
    'dateOfSymptomOnset',
    'tier',
    'outcome',
    'dateOfOutcome',
    'sex',
    'age',
  ],
  contacts: [
    'contactId',
    'personId',
    'sourceCaseId',
    'status',
    'district',
    'dateOfLastExposure',
    'typeOfExposure',
    'riskLevel',
    'certainty',
    'followUpStatus',
    'convertedCaseId',
    'sex',
    'age',
  ],
} as const;

const idIn = (row: ExportedRow, name: string): string => String(row[name]);

function patient(row: ExportedRow): Entry {
  const died = textIn(row, 'outcome') === 'deceased';
  const on = textIn(row, 'dateOfOutcome');
  const death = on === undefined ? { deceasedBoolean: true } : { deceasedDateTime: on };
  return {
    resource: {
      resourceType: 'Patient',
      id: idIn(row, 'personId'),
      ...personIn(row),
      ...(died ? death : {}),
    },
  };
}

/** In completed years on the day of the file. */
function age(row: ExportedRow, of: string): readonly Entry[] {
  const years = row['age'];
  if (typeof years !== 'number') return [];
  return [
    {
      under: `${of}-age`,
      resource: {
        resourceType: 'Observation',
        status: 'final',
        code: AGE,
        subject: to(idIn(row, 'personId'), 'Patient'),
        valueQuantity: { value: years, unit: 'a', system: 'http://unitsofmeasure.org', code: 'a' },
      },
    },
  ];
}

/** A case: who has it, what it is and how sure that is, and what was observed. */
export function caseResources(row: ExportedRow): readonly Entry[] {
  const id = idIn(row, 'caseId');
  const tier = textIn(row, 'tier');
  const recovered = textIn(row, 'outcome') === 'recovered';
  const registryNumber = textIn(row, 'registryNumber');
  const subject = to(idIn(row, 'personId'), 'Patient');
  const condition: Condition = {
    resourceType: 'Condition',
    id,
    identifier: [
      ownId('case', id),
      ...(registryNumber === undefined
        ? []
        : [{ system: 'urn:kdca:registry-number', value: registryNumber }]),
    ],
    ...standing({
      stage: textIn(row, 'stage'),
      classification: textIn(row, 'classification'),
      outcome: textIn(row, 'outcome'),
    }),
    code: diseaseCode(idIn(row, 'disease')),
    subject,
    ...given('onsetDateTime', textIn(row, 'dateOfSymptomOnset')),
    ...given('abatementDateTime', recovered ? textIn(row, 'dateOfOutcome') : undefined),
    ...given('recordedDate', textIn(row, 'openedAt')),
    extension: [{ url: 'urn:bangyeok:district', valueCode: idIn(row, 'district') }],
  };
  const treated: Entry = {
    under: `${id}-tier`,
    resource: {
      resourceType: 'Observation',
      status: 'final',
      code: ownCode('observation', 'tier-of-home-treatment'),
      subject,
      focus: [to(id, 'Condition')],
      valueCodeableConcept: ownCode('tier', tier ?? ''),
    },
  };
  return [patient(row), { resource: condition }, ...age(row, id), ...(tier === undefined ? [] : [treated])];
}

/** A contact: who was exposed, to whose case, and how. */
export function contactResources(row: ExportedRow): readonly Entry[] {
  const id = idIn(row, 'contactId');
  const source = idIn(row, 'sourceCaseId');
  const kind = textIn(row, 'typeOfExposure');
  const related: RelatedPerson = {
    resourceType: 'RelatedPerson',
    id,
    identifier: [ownId('contact', id)],
    active: textIn(row, 'status') === 'active',
    // Whose case it is, is not in this list: the case says it.
    patient: { type: 'Patient', identifier: ownId('case', source) },
    relationship: [ownCode('relationship', 'contact')],
    ...personIn(row),
    extension: [{ url: 'urn:bangyeok:district', valueCode: idIn(row, 'district') }],
  };
  const component = (['riskLevel', 'certainty', 'followUpStatus', 'convertedCaseId'] as const).flatMap(
    (name) => {
      const value = textIn(row, name);
      return value === undefined
        ? []
        : [{ code: ownCode('observation', name), valueCodeableConcept: ownCode(name, value) }];
    },
  );
  const exposure: Observation = {
    resourceType: 'Observation',
    status: 'final',
    code: EXPOSURE,
    subject: to(idIn(row, 'personId'), 'Patient'),
    focus: [to(id, 'RelatedPerson'), { type: 'Condition', identifier: ownId('case', source) }],
    ...given('effectiveDateTime', textIn(row, 'dateOfLastExposure')),
    ...given('valueCodeableConcept', kind === undefined ? undefined : ownCode('exposure', kind)),
    ...given('component', component.length === 0 ? undefined : component),
  };
  return [
    patient(row),
    { resource: related },
    { under: `${id}-exposure`, resource: exposure },
    ...age(row, id),
  ];
}
