import { z } from '../../shared-kernel/schema.ts';
import { COURSES, SETTINGS, SEVERITIES } from '../language/condition.ts';
import { TEST_TYPES } from '../language/release.schema.ts';

/** Years that a calendar of people needs. */
const inOurTime = (text: string): boolean => !/^\d{4}/.test(text) || (text >= '1900' && text < '3000');
const date = z.iso.date().refine(inOurTime, 'a day from 1900 to 2999');
const moment = z.iso.datetime({ offset: true }).refine(inOurTime, 'a moment from 1900 to 2999');
const code = z.string().min(1).max(64);

const report = z.strictObject({
  at: moment,
  course: z.enum(COURSES).optional(),
  temperatureCelsius: z.number().min(30).max(45).optional(),
  /** A fever reducer was taken in the hours before. */
  antipyretic: z.boolean().optional(),
  symptoms: z.array(code).max(50).optional(),
  /** The person says: no fever for so many hours, without a fever reducer. */
  feverFreeForHours: z.number().min(0).max(9_600).optional(),
});

const test = z.strictObject({
  collectedAt: moment,
  resultedAt: moment.optional(),
  testType: z.enum(TEST_TYPES).default('pcr'),
  purpose: z.enum(['diagnostic', 'release', 'quarantine']).default('diagnostic'),
  result: z.enum(['positive', 'negative', 'indeterminate']),
  cycleThreshold: z.number().min(0).max(60).optional(),
});

const exposure = z.strictObject({
  lastContact: date,
  firstContact: date.optional(),
  setting: z.enum(SETTINGS).optional(),
  grade: code.optional(),
  sourceCaseReleasedAt: moment.optional(),
});

/**
 * What is known of a case or a contact, without any personal value. A list that is left out means that nobody knows;
 * an empty one, that there was none. Facts dated after the moment of evaluation are not known yet.
 */
export const historySchema = z.strictObject({
  of: z.enum(['case', 'contact']),
  confirmedAt: moment.optional(),
  /** Collection of the specimen that confirmed. Without it, the latest positive one collected before the confirmation. */
  specimenCollectedOn: date.optional(),
  symptomatic: z.boolean().optional(),
  dateOfSymptomOnset: date.optional(),
  symptomsEndedOn: date.optional(),
  isolationStartedOn: date.optional(),
  arrivedOn: date.optional(),
  /** Years completed. */
  age: z.number().int().min(0).max(150).optional(),
  hadDiseaseBefore: z.boolean().optional(),
  riskFactors: z.array(code).max(50).optional(),
  vaccinations: z
    .array(z.strictObject({ on: date }))
    .max(50)
    .optional(),
  reports: z.array(report).max(1_000).optional(),
  tests: z.array(test).max(200).optional(),
  severities: z
    .array(z.strictObject({ at: moment, severity: z.enum(SEVERITIES) }))
    .max(200)
    .optional(),
  treatments: z
    .array(
      z.strictObject({
        at: moment,
        treatment: z.enum(['highFlowOxygen', 'ventilator', 'ecmo', 'crrt', 'other']),
      }),
    )
    .max(200)
    .optional(),
  stays: z
    .array(z.strictObject({ from: moment, until: moment.optional() }))
    .max(100)
    .optional(),
  exposures: z.array(exposure).max(500).optional(),
  /** Release tests ordered because of the n-day check that have a result. */
  retests: z.number().int().min(0).max(100).optional(),
  /** Reports up to here have led to a verdict: they no longer tell how the patient is now. */
  judgedUntil: moment.optional(),
  /** Answers to the facts that the protocol itself declares. */
  attributes: z
    .record(z.string().max(64), z.union([z.boolean(), z.number(), code, z.array(code).max(50)]))
    .optional(),
});

export type History = z.infer<typeof historySchema>;
/** As it is sent, before defaults are filled in. */
export type HistoryInput = z.input<typeof historySchema>;
