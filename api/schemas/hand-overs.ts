import { z } from 'zod';
import type {
  HandOverNote,
  HandOverReason,
  HandOverRejection,
} from '../../domain/patient-management/hand-over/hand-over.commands.ts';
import type { HandOverStage } from '../../domain/patient-management/hand-over/hand-over.state.ts';
import { historyShown, open, pageQuery, shownMoment } from '../contract/shapes.ts';
import { district } from './basics.ts';

export const handOverBody = z.strictObject({
  to: district,
  reason: z.enum([
    'moved',
    'wrong-district',
    'workload',
    'hospital',
  ] as const satisfies readonly HandOverReason[]),
  note: z
    .enum([
      'patient-informed',
      'patient-not-informed',
      'address-unknown',
      'urgent',
    ] as const satisfies readonly HandOverNote[])
    .optional(),
});
export const handOverRejectionBody = z.strictObject({
  reason: z.enum([
    'not-ours',
    'no-capacity',
    'facts-missing',
    'offered-by-mistake',
  ] as const satisfies readonly HandOverRejection[]),
});

const stage = z.enum([
  'offered',
  'accepted',
  'rejected',
  'withdrawn',
  'expired',
  'completed',
] as const satisfies readonly HandOverStage[]);

/** GET /hand-overs */
export const handOverListQuery = z.strictObject({
  direction: z.enum(['incoming', 'outgoing']).optional(),
  stage: stage.optional(),
  ...pageQuery,
});

const told = {
  handOverId: z.uuid(),
  version: z.int().min(1),
  stage: z.string(),
  caseId: z.uuid(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  note: z.string().nullable(),
  offeredAt: shownMoment,
  answerBy: shownMoment,
};
export const handOverListed = z.object(told).meta({ id: 'HandOverListed' });
/** With as much of the case as somebody needs who may not open it yet. */
export const handOverShown = open({
  ...told,
  offeredBy: z.string(),
  caseStage: z.string().nullable(),
  disease: z.string(),
  history: z.array(historyShown),
  processUrl: z.string(),
}).meta({ id: 'HandOver' });
