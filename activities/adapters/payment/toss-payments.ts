import type { z } from 'zod';
import { ExternalSystemRefused, ExternalSystemUnavailable } from '../../ports/external-system.ts';
import { PaymentDeclined, type Payments } from '../../ports/payments.ts';
import { callPartner, findAtPartner, type Call, type PartnerOptions } from '../http/call-partner.ts';
import { orderNumber } from '../order-number.ts';
import { declineOf, errorCodeOf, payment, refundsIn, standingOf } from './toss-wire.ts';

const ALREADY_PROCESSED = 'already-processed';

/**
 * The payment system on the wire of Toss Payments. Our key is the payment's key as well as the idempotency key, and
 * the reason of each cancellation: so everything can be asked for by key afterwards.
 */
export function tossPayments(options: PartnerOptions): Payments {
  const { baseUrl, apiKey, timeoutMilliseconds, circuit } = options;
  const call = (method: 'GET' | 'POST', path: string, key?: string, body?: unknown): Call => ({
    system: 'payment',
    url: `${baseUrl}/v1/payments/${path}`,
    method,
    timeoutMilliseconds,
    circuit,
    headers: {
      authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`,
      ...(key === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
    },
    body,
    refusal,
  });
  const find = async (path: string): Promise<z.output<typeof payment> | undefined> =>
    findAtPartner(call('GET', path), payment);

  const adapter: Payments = {
    async pay({ key, suppliesId, attempt, won }) {
      const body = { paymentKey: key, orderId: orderNumber(suppliesId, attempt), amount: won };
      try {
        const paid = await callPartner(call('POST', 'confirm', key, body), payment);
        // Another sum than was asked for: nobody may take that for paid.
        if (paid.totalAmount !== won) throw new ExternalSystemUnavailable('payment', 'garbage');
        return { paymentReference: paid.paymentKey };
      } catch (error) {
        // Idempotency keys are kept for days only, payments for ever.
        if (!(error instanceof ExternalSystemRefused && error.code === ALREADY_PROCESSED)) throw error;
        const standing = await adapter.findPaymentByKey(key);
        if (standing?.state === 'declined') throw new PaymentDeclined(standing.reason);
        return { paymentReference: standing?.paymentReference ?? key };
      }
    },
    async refund({ key, paymentReference, won }) {
      const path = `${encodeURIComponent(paymentReference)}/cancel`;
      const body = { cancelReason: key, cancelAmount: won };
      const refunds = refundsIn(await callPartner(call('POST', path, key, body), payment));
      const made = refunds.find((refund) => refund.key === key);
      if (made === undefined) throw new ExternalSystemUnavailable('payment', 'garbage');
      return { refundReference: made.refundReference };
    },
    async findPaymentByKey(key) {
      const found = await find(encodeURIComponent(key));
      return found && standingOf(found);
    },
    async findPaymentOfOrder({ suppliesId, attempt }) {
      const found = await find(`orders/${orderNumber(suppliesId, attempt)}`);
      return found && standingOf(found);
    },
    async findRefundByKey({ key, paymentReference }) {
      const found = await find(encodeURIComponent(paymentReference));
      return found && refundsIn(found).find((refund) => refund.key === key);
    },
  };
  return adapter;
}

/** A refused payment is a decline for one of our reasons; anything else is our mistake, told by its status. */
function refusal(body: unknown): ExternalSystemRefused | undefined {
  const code = errorCodeOf(body);
  if (code === 'ALREADY_PROCESSED_PAYMENT') return new ExternalSystemRefused('payment', ALREADY_PROCESSED);
  const reason = code === undefined ? undefined : declineOf(code);
  return reason === undefined ? undefined : new PaymentDeclined(reason);
}
