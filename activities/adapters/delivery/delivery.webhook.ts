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

const KINDS: Readonly<Record<string, 'ordered' | 'shipped'>> = {
  INFORMATION_RECEIVED: 'ordered',
  AT_PICKUP: 'shipped',
};

/** One event of a parcel. */
export const readDelivery: Read<DeliveryMessage> = (body) => {
  const { orderId, reference: order, carrierId, trackingNumber, event } = happened.parse(body);
  const about = { ...order, reference: orderId, tracking: `${carrierId}/${trackingNumber}` };
  switch (parcelState(event.status)) {
    case 'delivered':
      return { ...about, kind: 'delivered' };
    case 'lost':
      return { ...about, kind: 'parcel-lost' };
    case 'returned':
      return { ...about, kind: 'returned' };
    case 'underway': {
      const { code } = event.status;
      return { ...about, kind: Object.hasOwn(KINDS, code) ? (KINDS[code] ?? 'noted') : 'noted' };
    }
  }
};
