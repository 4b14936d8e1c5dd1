import { z } from 'zod';
import type { Severity, Treatment } from '../../domain/patient-management/case/clinical-course.ts';
import type { DoubtIdentity, ProtocolChoice } from '../../domain/patient-management/case/case.commands.ts';
import type { PreferredChannel } from '../../domain/patient-management/person/person.state.ts';
import { day, district } from './basics.ts';

const text = (longest: number) => z.string().min(1).max(longest);
const sex = z.enum(['female', 'male', 'unknown']);
const language = z.enum(['ko', 'en']);

export const identityDoubtBody = z.strictObject({
  reason: z.enum([
    'survey-contradicts',
    'specimen-mixed-up',
    'document-contradicts',
    'person-denies',
  ] as const satisfies readonly DoubtIdentity['reason'][]),
});
export const clinicalCourseBody = z.strictObject({
  severity: z
    .enum(['asymptomatic', 'mild', 'moderate', 'severe', 'critical'] as const satisfies readonly Severity[])
    .optional(),
  treatment: z
    .enum(['highFlowOxygen', 'ventilator', 'ecmo', 'crrt', 'other'] as const satisfies readonly Treatment[])
    .optional(),
});
export const medicalHistoryBody = z.strictObject({
  vaccinatedOn: z.array(day).max(20).optional(),
  riskFactors: z.array(text(64)).max(30).optional(),
  /** What the protocol declares beyond the language's own facts, by name. */
  facts: z.record(text(64), z.union([z.boolean(), z.number(), text(64)])).optional(),
});
export const reclassificationBody = z.strictObject({
  to: z.enum(['suspected', 'probable']),
  reason: z.enum(['epidemiological-link', 'clinical-picture', 'laboratory-evidence', 'entered-by-mistake']),
});
export const protocolChoiceBody = z.strictObject({
  protocol: text(100),
  reason: z.enum([
    'person-asked',
    'clinical-judgement',
    'household',
    'capacity',
  ] as const satisfies readonly ProtocolChoice[]),
});
export const recordedOnsetBody = z.strictObject({ dateOfSymptomOnset: day });
export const outcomeBody = z.strictObject({ outcome: z.enum(['recovered', 'unknown']), dateOfOutcome: day });

/** Somebody without a case of their own: a contact, a guardian, a member of a household. */
export const personBody = z.strictObject({
  name: text(200),
  birthDate: day,
  sex,
  phone: z.string().min(3).max(40),
  language: language.default('ko'),
  district,
  nationality: text(2).optional(),
  preferredLanguage: text(35).optional(),
  addressLines: z.array(text(200)).max(5).optional(),
});
/** What is not sent stays. */
export const personalValuesBody = z.strictObject({
  name: text(200).optional(),
  birthDate: day.optional(),
  sex: sex.optional(),
  phone: z.string().min(3).max(40).optional(),
  nationality: text(2).optional(),
  preferredLanguage: text(35).optional(),
  language: language.optional(),
});
export const addressBody = z.strictObject({ district, addressLines: z.array(text(200)).min(1).max(5) });
export const channelBody = z.strictObject({
  channel: z.enum(['sms', 'telephone', 'app', 'post'] as const satisfies readonly PreferredChannel[]),
});
export const householdBody = z.strictObject({ householdId: z.uuid() });
export const guardianBody = z.strictObject({ guardianId: z.uuid() });
/** `score`: the likeness by which the two were proposed, where they were. */
export const mergeBody = z.strictObject({ survivorId: z.uuid(), score: z.number().min(0).max(1).optional() });
export const erasureBody = z.strictObject({ legalBasis: text(64) });
