import { z } from 'zod';
import { OutOfStock, type Deliveries, type ParcelReceipt } from '../../ports/deliveries.ts';
import { ExternalSystemRefused } from '../../ports/external-system.ts';
import { callPartner, type Call, type PartnerOptions } from '../http/call-partner.ts';
import { orderNumber } from '../order-number.ts';
import { parcelState, status } from './parcel-wire.ts';

const order = z.object({
  orderId: z.string().min(1).max(64),
  carrierId: z.string().min(1).max(40),
  trackingNumber: z.string().min(1).max(40),
  status: z.enum(['ACCEPTED', 'CANCELLED']),
});
const soldOut = z.object({ code: z.literal('OUT_OF_STOCK'), items: z.array(z.string().max(40)).max(100) });
const tracked = z.object({
  data: z.object({
    track: z
      .object({ lastEvent: z.object({ status, time: z.iso.datetime({ offset: true }) }).nullable() })
      .nullable(),
  }),
});
const QUESTION =
  'query Track($carrierId: ID!, $trackingNumber: String!) { track(carrierId: $carrierId, trackingNumber: $trackingNumber) { lastEvent { status { code name } time } } }';

/** The delivery system: orders over REST, exactly once by key, and parcels by a tracker's GraphQL. */
export function parcelDelivery(options: PartnerOptions): Deliveries {
  const { baseUrl, apiKey, timeoutMilliseconds, circuit } = options;
  const call = (method: 'GET' | 'POST', path: string, more: Partial<Call> = {}): Call => ({
    system: 'delivery',
    url: `${baseUrl}${path}`,
    method,
    timeoutMilliseconds,
    circuit,
    ...more,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}`, ...more.headers },
  });
  return {
    async ship({ key, suppliesId, attempt, items, to }) {
      const { name, phone, addressLines } = to;
      const body = {
        reference: orderNumber(suppliesId, attempt),
        items,
        recipient: { name, phone, address: addressLines },
      };
      const headers = { 'idempotency-key': key };
      return receipt(await callPartner(call('POST', '/v1/orders', { headers, body, refusal }), order));
    },
    async findParcelByKey(key) {
      const query = new URLSearchParams({ idempotencyKey: key });
      const { orders } = await callPartner(
        call('GET', `/v1/orders?${query.toString()}`),
        z.object({ orders: z.array(order) }),
      );
      return orders[0] && receipt(orders[0]);
    },
    async track(trackingReference) {
      const [carrierId, trackingNumber] = trackingReference.split('/');
      const body = { query: QUESTION, variables: { carrierId, trackingNumber } };
      const { data } = await callPartner(call('POST', '/graphql', { body }), tracked);
      if (data.track === null) throw new ExternalSystemRefused('delivery', 'unknown-parcel');
      const { lastEvent } = data.track;
      return lastEvent === null
        ? { state: 'underway', at: undefined }
        : { state: parcelState(lastEvent.status), at: lastEvent.time };
    },
    async callOff({ key, orderReference }) {
      const path = `/v1/orders/${encodeURIComponent(orderReference)}/cancel`;
      try {
        const headers = { 'idempotency-key': key };
        await callPartner(call('POST', path, { headers }), z.object({ status: z.literal('CANCELLED') }));
        return 'called-off';
      } catch (error) {
        if (error instanceof ExternalSystemRefused && error.code === 'http-409') return 'too-late';
        throw error;
      }
    },
  };
}

/** A parcel is known by its carrier and the carrier's number. */
const receipt = ({ orderId, carrierId, trackingNumber, status }: z.output<typeof order>): ParcelReceipt => ({
  orderReference: orderId,
  trackingReference: `${carrierId}/${trackingNumber}`,
  isCalledOff: status === 'CANCELLED',
});

function refusal(body: unknown): ExternalSystemRefused | undefined {
  const read = soldOut.safeParse(body);
  return read.success ? new OutOfStock(read.data.items) : undefined;
}
