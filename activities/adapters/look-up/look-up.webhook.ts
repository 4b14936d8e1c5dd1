import { z } from 'zod';
import type { LookUpMessage } from '../../ports/webhooks.ts';
import type { Read } from '../webhooks/read.ts';

const ready = z.object({
  event: z.literal('result-ready'),
  requestId: z.uuid(),
  providerReference: z.string().min(1).max(64),
  recordCount: z.number().int().min(0),
  resultReference: z.string().min(1).max(64),
});

/** A keeper of records has answered. */
export const readLookUp: Read<LookUpMessage> = (body) => {
  const { requestId, recordCount, resultReference } = ready.parse(body);
  return { informationRequestId: requestId, recordCount, resultReference };
};
