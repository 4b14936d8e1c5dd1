import { randomUUID } from 'node:crypto';
import { milliseconds, simulator } from '../kit/simulator.ts';

/** Of the wire of Toss Payments: what we read and write. */
type Confirm = { paymentKey?: string; orderId?: string; amount?: number };
type Cancel = { cancelReason?: string; cancelAmount?: number };
type Failure = { status: number; code: string; message: string };
type PaymentDetails = { kind: 'payment'; orderId: string; won: number; failure?: Failure };
type RefundDetails = { kind: 'refund'; of: string; orderId: string; won: number; reason: string };

const DECLINES: Readonly<Record<number, Failure>> = {
  901: { status: 403, code: 'NOT_ENOUGH_BALANCE', message: '잔액이 부족합니다.' },
  902: { status: 403, code: 'EXCEED_MAX_AMOUNT', message: '거래금액 한도를 초과했습니다.' },
  903: {
    status: 403,
    code: 'REJECT_CARD_PAYMENT',
    message: '한도초과 혹은 잔액부족으로 결제에 실패했습니다.',
  },
  904: { status: 403, code: 'REJECT_CARD_COMPANY', message: '결제 승인이 거절되었습니다.' },
};

const payment = simulator('payment', [
  { input: 'amount …901', ko: '잔액 부족', en: 'declined: NOT_ENOUGH_BALANCE' },
  { input: 'amount …902', ko: '한도 초과', en: 'declined: EXCEED_MAX_AMOUNT' },
  { input: 'amount …903', ko: '카드 거절', en: 'declined: REJECT_CARD_PAYMENT' },
  { input: 'amount …904', ko: '카드사 거절', en: 'declined: REJECT_CARD_COMPANY' },
  { input: 'any other amount', ko: '승인', en: 'approved' },
]);
const { app, ledger, notify, perform } = payment;
const delay = milliseconds('EVENT_DELAY_MS', 200);

const refundsOf = (paymentKey: string) =>
  ledger
    .all()
    .map(({ id, at, details }) => ({ id, at, ...(details as RefundDetails) }))
    .filter(({ kind, of }) => kind === 'refund' && of === paymentKey);

/** A Payment object, as confirm, cancel, look-up and webhook all show it. */
function shown(paymentKey: string): object | undefined {
  const entry = ledger.get(paymentKey);
  const details = entry?.details as PaymentDetails | undefined;
  if (entry === undefined || details?.kind !== 'payment') return undefined;
  const refunds = refundsOf(paymentKey);
  const balanceAmount = details.won - refunds.reduce((sum, { won }) => sum + won, 0);
  const paid = refunds.length === 0 ? 'DONE' : balanceAmount === 0 ? 'CANCELED' : 'PARTIAL_CANCELED';
  return {
    version: '2022-11-16',
    mId: 'bangyeok',
    paymentKey,
    orderId: details.orderId,
    lastTransactionKey: refunds.at(-1)?.id ?? entry.id,
    status: details.failure === undefined ? paid : 'ABORTED',
    method: '카드',
    currency: 'KRW',
    totalAmount: details.won,
    balanceAmount: details.failure === undefined ? balanceAmount : 0,
    approvedAt: details.failure === undefined ? entry.at : null,
    failure: details.failure === undefined ? null : errorOf(details.failure),
    cancels:
      refunds.length === 0
        ? null
        : refunds.map(({ id, at, won, reason }) => ({
            transactionKey: id,
            cancelReason: reason,
            cancelAmount: won,
            canceledAt: at,
            cancelStatus: 'DONE',
          })),
  };
}

const errorOf = ({ code, message }: Failure) => ({ code, message });

function changed(paymentKey: string, key: string): void {
  const data = shown(paymentKey);
  const createdAt = new Date().toISOString();
  setTimeout(() => notify({ eventType: 'PAYMENT_STATUS_CHANGED', createdAt, data }, key), delay);
}

app.use('/v1', (request, response, next) => {
  const expected = Buffer.from(`${process.env['API_KEY']}:`).toString('base64');
  if (request.get('authorization') === `Basic ${expected}`) return next();
  response.status(401).json({ code: 'UNAUTHORIZED_KEY', message: '인증되지 않은 시크릿 키입니다.' });
});

/** The same idempotency key is answered with what it was answered first. */
app.post('/v1/payments/confirm', async (request, response) => {
  const { paymentKey, orderId, amount } = request.body as Confirm;
  const sound = paymentKey && /^[A-Za-z0-9_=-]{6,64}$/.test(orderId ?? '') && Number.isInteger(amount);
  if (!paymentKey || !orderId || amount === undefined || !sound) {
    response.status(400).json({ code: 'INVALID_REQUEST', message: '잘못된 요청입니다.' });
    return;
  }
  const isAgain = request.get('idempotency-key') === paymentKey;
  let failure: Failure | undefined;
  await perform({
    key: paymentKey,
    response,
    execute: () => {
      const known = ledger.get(paymentKey)?.details as PaymentDetails | undefined;
      failure = known === undefined ? DECLINES[amount % 1_000] : known.failure;
      if (known !== undefined && failure === undefined && !isAgain) {
        failure = { status: 400, code: 'ALREADY_PROCESSED_PAYMENT', message: '이미 처리된 결제 입니다.' };
      }
      const details = { kind: 'payment', orderId, won: amount } as const;
      const isPaid = known === undefined && failure === undefined;
      ledger.record(paymentKey, `tx-${randomUUID()}`, isPaid ? () => details : undefined);
      if (known !== undefined) return;
      if (failure !== undefined) ledger.amend(paymentKey, { ...details, failure });
      changed(paymentKey, paymentKey);
    },
    answer: () => {
      if (failure === undefined) response.json(shown(paymentKey));
      else response.status(failure.status).json(errorOf(failure));
    },
  });
});

app.post('/v1/payments/:paymentKey/cancel', async (request, response) => {
  const { paymentKey } = request.params;
  const { cancelReason, cancelAmount } = request.body as Cancel;
  const paid = ledger.get(paymentKey)?.details as PaymentDetails | undefined;
  if (paid?.kind !== 'payment' || paid.failure !== undefined || !cancelReason) {
    response.status(404).json({ code: 'NOT_FOUND_PAYMENT', message: '존재하지 않는 결제 입니다.' });
    return;
  }
  const key = request.get('idempotency-key') ?? randomUUID();
  let refused: Failure | undefined;
  await perform({
    key,
    response,
    execute: () => {
      const left = paid.won - refundsOf(paymentKey).reduce((sum, { won }) => sum + won, 0);
      const known = ledger.get(key) !== undefined;
      const won = cancelAmount ?? left;
      if (!known && (won > left || won <= 0)) {
        refused = {
          status: 403,
          code: 'NOT_CANCELABLE_AMOUNT',
          message: '취소 할 수 없는 금액 입니다.',
        };
        return;
      }
      const details = { kind: 'refund', of: paymentKey, orderId: paid.orderId, won, reason: cancelReason };
      ledger.record(key, `tx-${randomUUID()}`, known ? undefined : () => details);
      if (!known) changed(paymentKey, key);
    },
    answer: () => {
      if (refused === undefined) response.json(shown(paymentKey));
      else response.status(refused.status).json(errorOf(refused));
    },
  });
});

app.get(['/v1/payments/orders/:orderId', '/v1/payments/:paymentKey'], (request, response) => {
  const { orderId, paymentKey } = request.params as { orderId?: string; paymentKey?: string };
  const key =
    paymentKey ??
    ledger.all().find(({ details }) => {
      const { kind, orderId: ofOrder } = details as PaymentDetails;
      return kind === 'payment' && ofOrder === orderId;
    })?.key;
  const found = key === undefined ? undefined : shown(key);
  if (found === undefined) {
    response.status(404).json({ code: 'NOT_FOUND_PAYMENT', message: '존재하지 않는 결제 입니다.' });
  } else response.json(found);
});

payment.listen();
