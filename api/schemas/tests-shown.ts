import { z } from 'zod';
import { shownMoment } from '../contract/shapes.ts';
import { TEST_PURPOSES, TEST_RESULTS, TEST_STAGES } from './states.ts';

const result = z.enum(TEST_RESULTS);
const moment = shownMoment.optional();

/** What is known of a test. Times are those of the present specimen. */
export const testState = z.looseObject({
  stage: z.enum(TEST_STAGES),
  caseId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  purpose: z.enum(TEST_PURPOSES),
  sequence: z.int(),
  specimenId: z.string(),
  specimenType: z.string().optional(),
  testType: z.string().optional(),
  laboratory: z.string().optional(),
  orderedAt: shownMoment,
  collectedAt: moment,
  receivedAt: moment,
  testedAt: moment,
  resultedAt: moment,
  correctedAt: moment,
  result: result.optional(),
  cycleThreshold: z.number().optional(),
  rejectedSpecimenIds: z.array(z.string()).optional(),
  /** Results that a correction replaced, oldest first. */
  earlierResults: z
    .array(z.object({ result, at: shownMoment, cycleThreshold: z.number().optional() }))
    .optional(),
  cancelledBecause: z.string().optional(),
});
