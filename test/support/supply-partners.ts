import type { DeclineReason } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import { ExternalSystemRefused } from '../../activities/ports/external-system.ts';
import {
  OutOfStock,
  type Deliveries,
  type Parcel,
  type ParcelState,
} from '../../activities/ports/deliveries.ts';
import {
  PaymentDeclined,
  type Payments,
  type PaymentStanding,
  type SuppliesPayment,
  type SuppliesRefund,
} from '../../activities/ports/payments.ts';
import type { Meet } from './trouble.ts';

/** The same amounts decline here and at the simulator: by their last three digits. */
const DECLINES: Readonly<Record<number, DeclineReason>> = {
  901: 'insufficient-funds',
  902: 'limit-exceeded',
  903: 'method-refused',
  904: 'other',
};

export function paymentsInMemory(meet: Meet) {
  const paid = new Map<string, SuppliesPayment>();
  const refunded = new Map<string, SuppliesRefund>();
  const declined = new Map<string, DeclineReason>();
  const standing = (key: string): PaymentStanding | undefined => {
    const reason = declined.get(key);
    if (reason !== undefined) return { state: 'declined', reason };
    const payment = paid.get(key);
    if (payment === undefined) return undefined;
    const refunds = [...refunded.values()]
      .filter(({ paymentReference }) => paymentReference === `pay-${key}`)
      .map((one) => ({ key: one.key, refundReference: `refund-${one.key}`, won: one.won }));
    return { state: 'paid', paymentReference: `pay-${key}`, won: payment.won, refunds };
  };
  const payments: Payments = {
    async pay(payment) {
      const reason = DECLINES[payment.won % 1_000];
      meet(
        'payment',
        () => {
          if (reason === undefined) paid.set(payment.key, payment);
          else declined.set(payment.key, reason);
        },
        payment.key,
      );
      if (reason !== undefined) throw new PaymentDeclined(reason);
      return { paymentReference: `pay-${payment.key}` };
    },
    async refund(refund) {
      meet('payment', () => refunded.set(refund.key, refund), refund.key);
      return { refundReference: `refund-${refund.key}` };
    },
    async findPaymentByKey(key) {
      meet('payment', () => undefined, `find:${key}`);
      return standing(key);
    },
    async findPaymentOfOrder({ suppliesId, attempt }) {
      const found = [...paid.values()].find(
        (one) => one.suppliesId === suppliesId && one.attempt === attempt,
      );
      return found === undefined ? undefined : standing(found.key);
    },
    async findRefundByKey({ key }) {
      const refund = refunded.get(key);
      return refund === undefined ? undefined : { key, refundReference: `refund-${key}`, won: refund.won };
    },
  };
  return {
    payments,
    paymentsMade: () => [...paid.values()],
    refunds: () => [...refunded.values()],
  };
}

export function deliveriesInMemory(meet: Meet) {
  const parcels = new Map<string, Parcel>();
  const states = new Map<string, { state: ParcelState; at: string }>();
  const calledOff = new Set<string>();
  const receipt = (key: string) => ({
    orderReference: `order-${key}`,
    trackingReference: `parcel-${key}`,
    isCalledOff: calledOff.has(key),
  });
  const deliveries: Deliveries = {
    async ship(parcel) {
      const missing = parcel.items.map(({ code }) => code).filter((code) => code.startsWith('SOLD-OUT'));
      meet('delivery', () => missing.length === 0 && parcels.set(parcel.key, parcel), parcel.key);
      if (missing.length > 0) throw new OutOfStock(missing);
      return receipt(parcel.key);
    },
    findParcelByKey: async (key) => (parcels.has(key) ? receipt(key) : undefined),
    async track(trackingReference) {
      const known = parcels.has(trackingReference.replace(/^parcel-/, ''));
      if (!known) throw new ExternalSystemRefused('delivery', 'http-404');
      meet('delivery', () => undefined, `track:${trackingReference}`);
      return states.get(trackingReference) ?? { state: 'underway', at: '2020-06-25T00:00:00Z' };
    },
    async callOff({ key, orderReference }) {
      const order = orderReference.replace(/^order-/, '');
      if (!parcels.has(order)) throw new ExternalSystemRefused('delivery', 'http-404');
      const isUnderway = states.has(`parcel-${order}`);
      meet('delivery', () => isUnderway || calledOff.add(order), key);
      return isUnderway ? 'too-late' : 'called-off';
    },
  };
  return {
    deliveries,
    /** What was shipped, and not called off before. */
    parcels: () => [...parcels.values()].filter(({ key }) => !calledOff.has(key)),
    /** From now on a parcel is there. */
    parcelIs: (key: string, state: ParcelState, at: string): void => {
      states.set(`parcel-${key}`, { state, at });
    },
  };
}
