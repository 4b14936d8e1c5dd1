import { z } from 'zod';
import type { CardHistory } from '../../ports/look-up-providers.ts';
import type { PartnerOptions } from '../http/call-partner.ts';
import { keeperWire } from '../look-up/keeper-wire.ts';
import { lookUpProvider } from '../look-up/look-up-provider.ts';

const approval = z.object({
  merchant: z.string().min(1).max(64),
  district: z.string().regex(/^\d{5}$/),
  approvedAt: z.iso.datetime({ offset: true }),
});

/** The history of card approvals. */
export const cardHistory = (options: PartnerOptions): CardHistory =>
  lookUpProvider(approval, keeperWire('card-history', options));
