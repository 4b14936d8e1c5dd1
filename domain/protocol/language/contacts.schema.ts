import { z } from '../../shared-kernel/schema.ts';
import { count, evidence, name, ruleHead, words } from './basics.ts';
import { condition } from './condition.schema.ts';
import { daySpan, dayWindow } from './day-count.schema.ts';
import { releaseBasis, TEST_TYPES } from './release.schema.ts';

/** 접촉자 정의: the grades of a contact, the first that fits, and the days of the case that count. */
export const contactDefinition = z.strictObject({
  ...ruleHead,
  grades: z
    .array(
      z.strictObject({
        grade: name,
        when: condition,
        title: words.optional(),
        evidence: evidence.optional(),
      }),
    )
    .min(1)
    .max(10),
  /** Without a grade that fits. */
  otherwise: z.enum(['noContact', 'decideByPerson']),
  window: z.strictObject({ symptomatic: daySpan, asymptomatic: daySpan }).optional(),
});

export const MEASURES = ['quarantine', 'activeSurveillance', 'passiveSurveillance', 'none'] as const;

const scheduledTest = z.strictObject({
  id: name,
  testType: z.enum(TEST_TYPES),
  when: dayWindow,
  appliesIf: condition.optional(),
  evidence: evidence.optional(),
});
export type ScheduledTest = z.infer<typeof scheduledTest>;

const measure = z.strictObject({
  id: name,
  title: words.optional(),
  appliesIf: condition.optional(),
  measure: z.enum(MEASURES),
  /** Ways out of the measure; `none` has no end because it has no beginning. */
  end: z.strictObject(releaseBasis).optional(),
  tests: z.array(scheduledTest).max(10).optional(),
  /** How often within the period the watch asks: on so many days, spread evenly, by the monitoring tier of the measure. */
  contactAttempts: count.optional(),
  evidence: evidence.optional(),
});
export type Measure = z.infer<typeof measure>;

/** 자가격리와 감시: what happens to a contact or an arrival: the first measure that fits. */
export const quarantine = z.strictObject({
  ...ruleHead,
  binding: z.enum(['duty', 'advice']),
  measures: z
    .array(
      measure.refine((one) => one.measure === 'none' || one.end !== undefined, {
        path: ['end'],
        message: 'a measure says how it ends',
      }),
    )
    .min(1)
    .max(20),
});
