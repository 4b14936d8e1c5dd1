import { randomUUID } from 'node:crypto';
import { bearer } from '../kit/bearer.ts';
import { queried } from '../kit/queried.ts';
import { milliseconds, simulator } from '../kit/simulator.ts';

type Transfer = {
  reference?: string;
  claim?: string;
  attempt?: number;
  amount?: number;
  recipient?: { name: string; birthDate: string };
};
type Details = {
  kind: 'transfer' | 'recall';
  claim: string;
  attempt: number;
  won: number;
  status: 'ACCEPTED' | 'PAID' | 'FAILED' | 'RECOVERED';
  reason?: string;
  of?: string;
};

const REASONS: Readonly<Record<string, string>> = {
  'NO-ACCOUNT': 'ACCOUNT_UNKNOWN',
  CLOSED: 'ACCOUNT_CLOSED',
  DIFFERS: 'HOLDER_DIFFERS',
};
const MOST_WON = 10_000_000;

const livingSupport = simulator('living-support', [
  { input: 'name NO-ACCOUNT', ko: '계좌 없음', en: 'fails: ACCOUNT_UNKNOWN' },
  { input: 'name CLOSED', ko: '해지된 계좌', en: 'fails: ACCOUNT_CLOSED' },
  { input: 'name DIFFERS', ko: '예금주 불일치', en: 'fails: HOLDER_DIFFERS' },
  {
    input: 'name …-ONCE',
    ko: '첫 시도만 실패',
    en: 'NO-ACCOUNT-ONCE and so on: only the first attempt fails',
  },
  { input: 'name SILENT', ko: '결과 없음', en: 'never tells the result' },
  { input: 'amount over 10,000,000', ko: '한도 초과', en: 'fails: LIMIT_EXCEEDED' },
  { input: 'name REFUSED', ko: '거부 (422)', en: 'refused (422)' },
  { input: 'anything else', ko: '지급', en: 'paid' },
]);
const { app, ledger, notify, perform } = livingSupport;
const delay = milliseconds('RESULT_DELAY_MS', 300);

app.use('/v1', bearer({ code: 'UNAUTHORIZED' }));

/** How it ends, by who receives it and how much it is; nothing: never told. */
function endOf(name: string, attempt: number, won: number): Partial<Details> | undefined {
  if (name === 'SILENT') return undefined;
  if (won > MOST_WON) return { status: 'FAILED', reason: 'LIMIT_EXCEEDED' };
  const reason = REASONS[name] ?? (attempt === 1 ? REASONS[name.replace(/-ONCE$/, '')] : undefined);
  return reason === undefined ? { status: 'PAID' } : { status: 'FAILED', reason };
}

function ends(key: string, end: Partial<Details>): void {
  const entry = ledger.amend(key, end);
  if (entry === undefined) return;
  const { kind, claim, attempt, won, status, reason, of } = entry.details as Details;
  notify({ event: kind, id: entry.id, claim, attempt, amount: won, status, reason, transferId: of }, key);
}

app.post('/v1/transfers', async (request, response) => {
  const { reference: key, claim, attempt, amount, recipient } = request.body as Transfer;
  if (!key || !claim || !attempt || !Number.isInteger(amount) || amount === undefined || !recipient) {
    response.status(400).json({ code: 'INVALID_TRANSFER' });
    return;
  }
  if (recipient.name === 'REFUSED') {
    response.status(422).json({ code: 'REFUSED' });
    return;
  }
  await perform({
    key,
    response,
    execute: () => {
      const details: Details = { kind: 'transfer', claim, attempt, won: amount, status: 'ACCEPTED' };
      const { isNew } = ledger.once(key, `transfer-${randomUUID()}`, () => details);
      const end = endOf(recipient.name, attempt, amount);
      if (isNew && end !== undefined) setTimeout(() => ends(key, end), delay);
    },
    answer: () => {
      response.status(202).json({ id: ledger.get(key)?.id, status: 'ACCEPTED' });
    },
  });
});

app.post('/v1/transfers/:id/recalls', async (request, response) => {
  const { reference: key, amount } = request.body as Transfer;
  const transfer = ledger.byId(request.params.id)?.details as Details | undefined;
  if (transfer?.status !== 'PAID' || !key || amount === undefined || amount > transfer.won) {
    response.status(transfer === undefined ? 404 : 409).json({ code: 'NOT_RECALLABLE' });
    return;
  }
  await perform({
    key,
    response,
    execute: () => {
      const details = { ...transfer, kind: 'recall', won: amount, status: 'ACCEPTED', of: request.params.id };
      const { isNew } = ledger.once(key, `recall-${randomUUID()}`, () => details);
      if (isNew) setTimeout(() => ends(key, { status: 'RECOVERED' }), delay);
    },
    answer: () => {
      response.status(202).json({ id: ledger.get(key)?.id, status: 'ACCEPTED' });
    },
  });
});

app.get('/v1/:kind', (request, response) => {
  const kind = request.params.kind.replace(/s$/, '');
  const entry = ledger.get(queried(request, 'reference'));
  const details = entry?.details as Details | undefined;
  const found = entry !== undefined && details?.kind === kind;
  response.json({
    found: found
      ? [{ id: entry.id, amount: details?.won, status: details?.status, reason: details?.reason }]
      : [],
  });
});

livingSupport.listen();
