import { z } from 'zod';
import type { EntryLog } from '../../ports/look-up-providers.ts';
import type { PartnerOptions } from '../http/call-partner.ts';
import { lookUpProvider } from '../look-up/look-up-provider.ts';

const moment = z.iso.datetime({ offset: true });
const entry = z.object({
  place: z.string().min(1).max(64),
  district: z.string().regex(/^\d{5}$/),
  from: moment,
  to: moment,
});

/** The entry log of venues. */
export const entryLog = (options: PartnerOptions): EntryLog => lookUpProvider('entry-log', entry, options);
