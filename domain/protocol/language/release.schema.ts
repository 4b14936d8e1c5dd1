import { z } from '../../shared-kernel/schema.ts';
import { count, evidence, hourOfDay, hours, name, ruleHead, words } from './basics.ts';
import { condition } from './condition.schema.ts';
import { anchoredDayCount } from './day-count.schema.ts';

export const TEST_TYPES = ['pcr', 'rapidAntigen', 'antibody', 'sequencing'] as const;
export type TestType = (typeof TEST_TYPES)[number];

/** Consecutive negatives by the time of collection; a later positive of any type begins anew. */
const negatives = z.strictObject({
  count,
  minGapHours: z.number().min(0).max(9_600),
  testTypes: z.array(z.enum(TEST_TYPES)).min(1).optional(),
  /** Specimens collected before the end of this period do not count. */
  notBefore: anchoredDayCount.optional(),
  /** A positive with at least this cycle threshold counts as negative. */
  cycleThresholdAtLeast: z.number().min(10).max(60).optional(),
  indeterminate: z.enum(['ignored', 'resets']),
});
export type Negatives = z.infer<typeof negatives>;

/** One way out: every condition of it must hold, and any one track is enough. */
export const releaseTrack = z
  .strictObject({
    id: name,
    kind: z.enum(['time', 'test']),
    title: words.optional(),
    appliesIf: condition.optional(),
    minimum: z.array(anchoredDayCount).min(1).max(5).optional(),
    feverFreeHours: hours.optional(),
    withoutAntipyretic: z.boolean().optional(),
    course: z.enum(['symptomFree', 'improving', 'any']).optional(),
    symptomFreeHours: hours.optional(),
    negatives: negatives.optional(),
    requires: condition.optional(),
    /** Whether the process orders the tests that this track still needs. */
    ordersTests: z.boolean().optional(),
    evidence: evidence.optional(),
  })
  .refine(
    ({ withoutAntipyretic, feverFreeHours }) =>
      withoutAntipyretic === undefined || feverFreeHours !== undefined,
    {
      path: ['withoutAntipyretic'],
      message: 'says something about feverFreeHours, which is missing',
    },
  )
  .refine(({ kind, negatives: wanted }) => kind === 'time' || wanted !== undefined, {
    path: ['negatives'],
    message: 'a test track says which negatives it needs',
  })
  .refine((track) => HOLDS.some((key) => track[key] !== undefined), {
    message: 'a track without a condition would release everybody at once',
  });
const HOLDS = ['minimum', 'feverFreeHours', 'course', 'symptomFreeHours', 'negatives', 'requires'] as const;
export type ReleaseTrack = z.infer<typeof releaseTrack>;

/** What a way out needs besides its tracks. */
export const releaseBasis = {
  tracks: z.array(releaseTrack).min(1).max(20),
  /** From this body temperature on a report counts as fever. Without it only the reported symptom counts. */
  feverAtCelsius: z.number().min(36).max(40).optional(),
  /** A report older than this says nothing about the present. */
  reportIsFreshForHours: hours.optional(),
};

/** 격리해제: when an isolated case may leave. */
export const caseRelease = z.strictObject({
  ...ruleHead,
  binding: z.enum(['duty', 'advice']),
  ...releaseBasis,
});

/** 격리기준 확인: the n-day check, its rounds, and how the patient is asked. */
export const releaseCheck = z.strictObject({
  ...ruleHead,
  maximumRetests: z.number().int().min(0).max(20),
  maximumDiagnosticTests: count,
  /** Calendar days to the next check, at noon. */
  daysToNextCheck: z.strictObject({ afterPositive: count, afterNegative: count, afterDecision: count }),
  resultWithinHours: hours,
});

/** Hours in which people may be asked something, and how often. */
export const contactHours = z
  .strictObject({
    ...ruleHead,
    from: hourOfDay,
    to: hourOfDay,
    questionsPerCheck: count,
    answerWithinHours: hours,
  })
  .refine(({ from, to }) => to > from, {
    path: ['to'],
    message: 'negative length: the hours end before they begin',
  });
