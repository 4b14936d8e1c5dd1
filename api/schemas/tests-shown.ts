import { z } from 'zod';
import type { TestState } from '../../domain/diagnostic-testing/test/test.state.ts';
import { shownMoment } from '../contract/shapes.ts';

const result = z.enum(['positive', 'negative', 'indeterminate'] as const satisfies readonly NonNullable<
  TestState['result']
>[]);
const moment = shownMoment.optional();

/** What is known of a test. Times are those of the present specimen. */
export const testState = z.looseObject({
  stage: z.enum([
    'ordered',
    'collected',
    'received',
    'rejected',
    'resulted',
    'corrected',
    'cancelled',
  ] as const satisfies readonly TestState['stage'][]),
  caseId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  purpose: z.enum(['diagnostic', 'release', 'quarantine'] as const satisfies readonly TestState['purpose'][]),
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
