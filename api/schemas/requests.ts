import { z } from 'zod';
import type { SymptomCode } from '../../domain/patient-management/case/symptom-report.ts';
import type { Decision } from '../../domain/worklist/task.kinds.ts';
import { approverRole, day, diseaseOrCovid, district, moment } from './basics.ts';
import { namesOf } from './names-of.ts';
import { TEST_RESULTS } from './states.ts';
import { said } from './said.ts';

export const newPerson = z.strictObject({
  name: z.string().min(1).max(200),
  birthDate: day,
  sex: z.enum(['female', 'male', 'unknown']),
  phone: z.string().min(3).max(40),
  language: z.enum(['ko', 'en']).default('ko'),
});

/** POST /cases. A suspicion may bring the specimen that the clinic has taken. */
export const openCaseBody = z
  .strictObject({
    kind: z.enum(['suspicion', 'diagnosis']),
    person: z.union([
      z.strictObject({ personId: z.uuid() }),
      newPerson.extend({ registryNumber: z.string().max(40).optional() }),
    ]),
    disease: diseaseOrCovid,
    district,
    contactId: z.uuid().optional(),
    symptomatic: z.boolean(),
    dateOfSymptomOnset: day.optional(),
    specimenId: z.string().max(64).optional(),
  })
  .refine(({ kind, specimenId }) => kind === 'suspicion' || specimenId === undefined, {
    path: ['specimenId'],
    message: said('검체는 의심 사례(kind: suspicion)에만', 'only a suspicion has a specimen to test'),
  });

const symptomCode = z.enum([
  'fever',
  'cough',
  'dyspnoea',
  'soreThroat',
  'fatigue',
  'headache',
  'myalgia',
  'anosmia',
  'ageusia',
  'diarrhoea',
] as const satisfies readonly SymptomCode[]);
/** A code alone, or with its severity. */
const symptom = z.union([
  symptomCode.transform((code) => ({ code })),
  z.strictObject({ code: symptomCode, severity: z.enum(['mild', 'moderate', 'severe']) }),
]);

export const symptomReportBody = z.strictObject({
  course: z.enum(['symptomFree', 'improving', 'notImproved']),
  symptoms: z.array(symptom).max(20).optional(),
  temperatureCelsius: z.number().min(30).max(45).optional(),
  antipyretic: z.boolean().optional(),
  feverFreeForHours: z.number().min(0).max(9_600).optional(),
  dateOfSymptomOnset: day.optional(),
});

/** POST /cases/{id}/tests/{testId}/result */
export const testResultBody = z.strictObject({
  result: z.enum(TEST_RESULTS),
  specimenId: z.string().max(64).optional(),
  specimenCollectionDate: moment.optional(),
});

export const deathBody = z.strictObject({ dateOfDeath: day });
export const withdrawalBody = z.strictObject({
  reason: z.enum(['wrong-result', 'wrong-person', 'entered-by-mistake']),
});
export const decisionBody = z.strictObject({
  decision: z.enum(
    namesOf<Decision>({
      release: true,
      keep: true,
      confirm: true,
      ruleOut: true,
      done: true,
      samePerson: true,
      anotherPerson: true,
      unknown: true,
      establish: true,
      withdraw: true,
      approve: true,
      reject: true,
      orderAgain: true,
      close: true,
      casual: true,
      none: true,
      quarantine: true,
      watch: true,
      payAgain: true,
      cancel: true,
      accept: true,
    }),
  ),
  /** In which office somebody approves, where they hold several; only an approval of a look-up asks for it. */
  role: approverRole.optional(),
});

export const idParams = z.strictObject({ id: z.uuid() });
