import { z } from 'zod';
import type { DeliveryMessage } from '../../ports/webhooks.ts';
import { orderNumbered } from '../order-number.ts';
import type { Read } from '../webhooks/read.ts';
import { parcelState, status } from './parcel-wire.ts';

const happened = z.object({
  orderId: z.string().min(1).max(64),
  reference: orderNumbered,
  carrierId: z.string().min(1).max(40),
  trackingNumber: z.string().min(1).max(40),
  event: z.object({ status, time: z.iso.datetime({ offset: true }) }),
});

/** One event of a parcel. */
export const readDelivery: Read<DeliveryMessage> = (body) => {
  const { orderId, reference: order, carrierId, trackingNumber, event } = happened.parse(body);
  const state = parcelState(event.status);
  if (state === 'delivered') return { ...order, kind: 'delivered' };
  if (state === 'lost') return { ...order, kind: 'failed', reason: 'parcel-lost' };
  if (state === 'returned') return { ...order, kind: 'failed', reason: 'returned' };
  switch (event.status.code) {
    case 'INFORMATION_RECEIVED':
      return { ...order, kind: 'ordered', reference: orderId };
    case 'AT_PICKUP':
      return { ...order, kind: 'shipped', tracking: `${carrierId}/${trackingNumber}` };
    default:
      return { ...order, kind: 'noted' };
  }
};
