import { bearer } from '../kit/bearer.ts';
import { queried } from '../kit/queried.ts';
import { milliseconds, simulator } from '../kit/simulator.ts';
import { courseOf, isOver, STEPS, trackShown, type Item, type Parcel, type Step } from './parcel.ts';

type Order = { reference?: string; items?: Item[]; recipient?: { phone?: string } };

const delivery = simulator('delivery', [
  { input: 'item SOLD-OUT…', ko: '품절 (409)', en: 'out of stock (409)' },
  { input: 'item …-LOST', ko: '택배 분실', en: 'the parcel is lost' },
  { input: 'item …-RETURNED', ko: '반송', en: 'the parcel is returned' },
  { input: 'item …-SILENT', ko: '배송 확인 없음', en: 'on its way for ever' },
  { input: 'item …-WAITING', ko: '출고 대기', en: 'ordered, and stays at the supplier' },
  { input: 'phone …0001', ko: '첫 택배 분실', en: 'the first parcel of these supplies is lost' },
  { input: 'phone …0002', ko: '첫 택배 반송', en: 'the first parcel is returned' },
  { input: 'phone …0003', ko: '첫 택배 확인 없음', en: 'the first parcel is never confirmed' },
  { input: 'anything else', ko: '배송 완료', en: 'delivered' },
  { input: 'POST /control/parcels {key, code}', ko: '다음 소식', en: 'the parcel’s next event' },
]);
const { app, ledger, notify, perform } = delivery;
const delay = milliseconds('EVENT_DELAY_MS', 300);
const CARRIER = 'kr.bangyeok';

const parcelOf = (key: string): Parcel | undefined => ledger.get(key)?.details as Parcel | undefined;

/** What happens to a parcel: stored, then told. */
function happens(key: string, step: Step): void {
  const parcel = parcelOf(key);
  if (parcel === undefined || isOver(parcel)) return;
  const event = { ...step, time: new Date().toISOString() };
  ledger.amend(key, { events: [...parcel.events, event] });
  const { orderId, trackingNumber, reference } = parcel;
  notify(
    { orderId, reference, carrierId: CARRIER, trackingNumber, event: { status: step, time: event.time } },
    key,
  );
}

app.use(['/v1', '/graphql'], bearer({ code: 'UNAUTHORIZED' }));

app.post('/v1/orders', async (request, response) => {
  const { reference, items, recipient } = request.body as Order;
  const key = request.get('idempotency-key');
  if (!key || !reference || !Array.isArray(items) || items.length === 0 || !recipient?.phone) {
    response.status(400).json({ code: 'INVALID_ORDER' });
    return;
  }
  const soldOut = items.map(({ code }) => code).filter((code) => code.startsWith('SOLD-OUT'));
  await perform({
    key,
    response,
    execute: () => {
      const known = parcelOf(key) !== undefined;
      if (soldOut.length > 0 && !known) return;
      const number = String(ledger.all().length + 1).padStart(12, '6');
      const parcel = { orderId: `order-${number}`, trackingNumber: number, reference, items, events: [] };
      ledger.record(key, parcel.orderId, known ? undefined : () => parcel);
      if (known) return;
      courseOf(reference, items, recipient.phone ?? '').forEach((step, place) =>
        setTimeout(() => happens(key, step), delay * (place + 1)),
      );
    },
    answer: () => {
      const parcel = parcelOf(key);
      if (parcel === undefined) response.status(409).json({ code: 'OUT_OF_STOCK', items: soldOut });
      else response.status(201).json(orderShown(parcel));
    },
  });
});

const orderShown = (parcel: Parcel) => ({
  orderId: parcel.orderId,
  reference: parcel.reference,
  carrierId: CARRIER,
  trackingNumber: parcel.trackingNumber,
  status: isCancelled(parcel) ? 'CANCELLED' : 'ACCEPTED',
});
const isCancelled = ({ events }: Parcel): boolean => events.at(-1)?.code === STEPS.cancelled.code;

app.get('/v1/orders', (request, response) => {
  const parcel = parcelOf(queried(request, 'idempotencyKey'));
  response.json({ orders: parcel === undefined ? [] : [orderShown(parcel)] });
});

/** The same order is called off once, by whatever key it is asked. */
app.post('/v1/orders/:orderId/cancel', async (request, response) => {
  const entry = ledger.byId(request.params.orderId);
  if (entry === undefined) {
    response.status(404).json({ code: 'NOT_FOUND' });
    return;
  }
  await perform({
    key: request.get('idempotency-key') ?? entry.key,
    response,
    execute: () => {
      const last = parcelOf(entry.key)?.events.at(-1)?.code;
      if (last === undefined || last === STEPS.ordered.code) happens(entry.key, STEPS.cancelled);
    },
    answer: () => {
      const parcel = parcelOf(entry.key);
      if (parcel !== undefined && isCancelled(parcel)) response.json({ status: 'CANCELLED' });
      else response.status(409).json({ code: 'ALREADY_SHIPPED' });
    },
  });
});

/** The one question of the tracker's wire that is asked: track(carrierId, trackingNumber). */
app.post('/graphql', async (request, response) => {
  const { variables } = request.body as { variables?: { carrierId?: string; trackingNumber?: string } };
  const entry = ledger
    .all()
    .find(({ details }) => (details as Parcel).trackingNumber === variables?.trackingNumber);
  if (entry === undefined || variables?.carrierId !== CARRIER) {
    response.json({ data: { track: null }, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    return;
  }
  await perform({
    key: `track:${entry.key}`,
    response,
    answer: () => {
      const parcel = parcelOf(entry.key);
      if (parcel !== undefined) response.json({ data: { track: trackShown(parcel) } });
    },
  });
});

app.post('/control/parcels', (request, response) => {
  const { key, code, name } = request.body as Partial<Step> & { key?: string };
  const entry = ledger.lastAbout(key);
  if (entry === undefined || code === undefined) {
    response.status(404).json({ error: 'no such parcel' });
    return;
  }
  happens(entry.key, { code, ...(name === undefined ? {} : { name }) });
  response.json(parcelOf(entry.key));
});

delivery.listen();
