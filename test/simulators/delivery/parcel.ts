export type Item = { code: string; quantity: number };
/** A status of the tracker's wire. What ends badly is an EXCEPTION with a name. */
export type Step = { code: string; name?: string };
export type Parcel = {
  orderId: string;
  trackingNumber: string;
  reference: string;
  items: Item[];
  events: (Step & { time: string })[];
};

export const STEPS = {
  ordered: { code: 'INFORMATION_RECEIVED' },
  shipped: { code: 'AT_PICKUP' },
  inTransit: { code: 'IN_TRANSIT' },
  delivered: { code: 'DELIVERED' },
  lost: { code: 'EXCEPTION', name: 'LOST' },
  returned: { code: 'EXCEPTION', name: 'RETURNED' },
  cancelled: { code: 'CANCELLED' },
} as const;

/** After these nothing more happens to a parcel; one that was thought lost may still arrive. */
export const isOver = ({ events }: Parcel): boolean =>
  events.some(({ code }) => code === STEPS.delivered.code || code === STEPS.cancelled.code);

/** What happens to it, by what was ordered and for whom. */
export function courseOf(reference: string, items: readonly Item[], phone: string): readonly Step[] {
  const has = (suffix: string): boolean => items.some(({ code }) => code.endsWith(suffix));
  const first = reference.endsWith('-1');
  if (has('-WAITING')) return [STEPS.ordered];
  const underway = [STEPS.ordered, STEPS.shipped, STEPS.inTransit];
  if (has('-LOST') || (first && phone.endsWith('0001'))) return [...underway, STEPS.lost];
  if (has('-RETURNED') || (first && phone.endsWith('0002'))) return [...underway, STEPS.returned];
  if (has('-SILENT') || (first && phone.endsWith('0003'))) return underway;
  return [...underway, STEPS.delivered];
}

export function trackShown({ events }: Parcel): object {
  const shown = events.map(({ time, ...status }) => ({ status, time }));
  return { lastEvent: shown.at(-1) ?? null, events: { edges: shown.map((node) => ({ node })) } };
}
