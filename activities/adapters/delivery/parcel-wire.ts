import { z } from 'zod';
import type { ParcelState } from '../../ports/deliveries.ts';

/** A tracker's status. What ends badly is an EXCEPTION with a name. */
export const status = z.object({ code: z.string().max(40), name: z.string().max(40).nullish() });

/** Codes that we do not know tell that it moves, and nothing else. */
export function parcelState({ code, name }: z.output<typeof status>): ParcelState {
  if (code === 'DELIVERED') return 'delivered';
  if (code === 'EXCEPTION' && name === 'LOST') return 'lost';
  if (code === 'EXCEPTION' && name === 'RETURNED') return 'returned';
  return 'underway';
}
