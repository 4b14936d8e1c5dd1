import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { queried } from '../kit/queried.ts';
import { milliseconds, simulator } from '../kit/simulator.ts';

type Sent = { to: string; text: string; statusCode: string; dateReceived?: string };
type Outgoing = { to: string; from: string; text: string; customFields?: { reference?: string } };

const gateway = simulator('sms', [
  { input: 'to …0000', ko: '수신 불가 (3058)', en: 'unreachable (3058)' },
  { input: 'POST /control/reply {from, text}', ko: '환자의 답장', en: 'a patient’s answer' },
]);
const delay = milliseconds('STATUS_DELAY_MS', 200);
const PENDING = '2000';
const DELIVERED = '4000';
const UNREACHABLE = '3058';

const QUARTER_OF_AN_HOUR = 900_000;

/** Solapi's scheme: HMAC-SHA256 of date and salt under the account's secret, of this quarter of an hour. */
function isSigned(header: string | undefined): boolean {
  const parts = Object.fromEntries(
    (header ?? '')
      .replace(/^HMAC-SHA256 /i, '')
      .split(/,\s*/)
      .map((part) => part.split('=', 2)),
  ) as Partial<Record<'apiKey' | 'date' | 'salt' | 'signature', string>>;
  const expected = createHmac('sha256', process.env['API_SECRET'] ?? '')
    .update(`${parts.date ?? ''}${parts.salt ?? ''}`)
    .digest();
  const given = Buffer.from(parts.signature ?? '', 'hex');
  return (
    parts.apiKey === process.env['API_KEY'] &&
    Math.abs(Date.now() - Date.parse(parts.date ?? '')) < QUARTER_OF_AN_HOUR &&
    given.length === expected.length &&
    timingSafeEqual(given, expected)
  );
}

gateway.app.use('/messages', (request, response, next) => {
  if (isSigned(request.get('authorization'))) return next();
  response.status(401).json({ errorCode: 'SignatureDoesNotMatch', errorMessage: 'signature does not match' });
});

/** Like a real gateway it knows no idempotency key: whatever is sent is sent. */
gateway.app.post('/messages/v4/send-many/detail', async (request, response) => {
  const { messages } = request.body as { messages?: Outgoing[] };
  if (!Array.isArray(messages) || messages.some(({ to, from, text }) => !to || !from || !text)) {
    response.status(400).json({ errorCode: 'ValidationError', errorMessage: 'messages' });
    return;
  }
  const sent: object[] = [];
  await gateway.perform({
    key: messages[0]?.customFields?.reference ?? '',
    response,
    execute: () => {
      for (const { to, text, customFields } of messages) {
        const messageId = `M4V${randomUUID().replaceAll('-', '').slice(0, 20)}`;
        const reference = customFields?.reference ?? messageId;
        const statusCode = to.endsWith('0000') ? UNREACHABLE : DELIVERED;
        gateway.ledger.record(reference, messageId, () => ({ to, text, statusCode: PENDING }));
        sent.push({ messageId, to, statusCode: PENDING, statusMessage: '정상 접수', customFields });
        setTimeout(() => {
          const now = new Date().toISOString();
          const moments = {
            dateProcessed: now,
            dateReported: now,
            ...(statusCode === DELIVERED ? { dateReceived: now } : {}),
          };
          gateway.ledger.amend(reference, { statusCode, ...moments });
          gateway.notify({ kind: 'status', messageId, reference, statusCode, ...moments }, reference);
        }, delay);
      }
    },
    answer: () => {
      response.json({
        groupInfo: groupOf(messages.length),
        messageList: sent,
        failedMessageList: [],
      });
    },
  });
});

/** By the message's own number, or by a custom field of ours. */
gateway.app.get('/messages/v4/list', (request, response) => {
  const [messageId, reference] = [queried(request, 'messageId'), queried(request, 'value')];
  const entry = messageId === '' ? gateway.ledger.get(reference) : gateway.ledger.byId(messageId);
  const { to, text, statusCode, dateReceived } = (entry?.details ?? {}) as Partial<Sent>;
  const customFields = { reference: entry?.key };
  const message = { messageId: entry?.id, to, text, statusCode, dateReceived, customFields };
  const messageList = entry === undefined ? {} : { [entry.id]: message };
  response.json({ startKey: null, nextKey: null, limit: 20, messageList });
});

gateway.app.post('/control/reply', async (request, response) => {
  const { from, text } = request.body as { from?: string; text?: string };
  const { messageId, delivered } = gateway.notify(
    { kind: 'inbound', messageId: randomUUID(), from, text },
    from ?? '',
  );
  response.status(202).json({ messageId, delivered: await delivered });
});

function groupOf(total: number): object {
  const none = { sentTotal: 0, sentFailed: 0, sentSuccess: 0, sentPending: 0, sentReplacement: 0, refund: 0 };
  return { count: { total, ...none, registeredFailed: 0, registeredSuccess: total } };
}

gateway.listen();
