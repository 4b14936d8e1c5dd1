import { z } from 'zod';
import type { EntryLog, VisitorRecord } from '../../ports/look-up-providers.ts';
import type { PartnerOptions } from '../http/call-partner.ts';
import { keeperWire, reference } from '../look-up/keeper-wire.ts';
import { lookUpProvider } from '../look-up/look-up-provider.ts';

const moment = z.iso.datetime({ offset: true });
const entry = z.object({
  place: z.string().min(1).max(64),
  district: z.string().regex(/^\d{5}$/),
  from: moment,
  to: moment,
});

const visitor: z.ZodType<VisitorRecord> = z.object({
  entry: reference,
  name: z.string().min(1).max(200),
  phone: z.string().min(3).max(40),
  from: moment,
  to: moment,
});

/** The entry log of venues: where somebody was, and who was at a venue. */
export function entryLog(options: PartnerOptions): EntryLog {
  const wire = keeperWire('entry-log', options);
  const { request, records } = wire;
  return {
    ...lookUpProvider(entry, wire),
    requestVisitors: ({ place, ...order }) => request('venue-requests', order, { place }),
    fetchVisitors: (resultReference) => records(visitor, resultReference),
  };
}
