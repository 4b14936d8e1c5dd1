import { randomUUID } from 'node:crypto';
import { Router, type Request } from 'express';
import type { callbacks } from './callbacks.ts';
import { FAULTS, type Fault, type Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';

export type Magic = Readonly<{ input: string; ko: string; en: string }>;
type SendAgain = Partial<
  Readonly<{ messageId: string; key: string; message: object; secondsAgo: number; secret: string }>
>;
type Controlled = Readonly<{
  name: string;
  magic: readonly Magic[];
  faults: Faults;
  ledger: Ledger;
  messages: ReturnType<typeof callbacks>;
}>;

/** How a test or an operator steers a simulator. It listens on this machine only. */
export function control({ name, magic, faults, ledger, messages }: Controlled): Router {
  const routes = Router();
  routes.get('/control', (_request, response) => {
    response.json({
      name,
      magic,
      faults: FAULTS,
      howToFault:
        'POST /control/faults {kind, times, key?, shape?, id?, milliseconds?, status?, retryAfterSeconds?, bytes?}',
      howToSend: 'POST /control/send {messageId | key | message, secondsAgo?, secret?}',
      ledger: '/control/ledger',
      callbacks: '/control/callbacks',
    });
  });
  routes.get('/control/ledger', (_request, response) => {
    response.json({ entries: ledger.all() });
  });
  routes.get('/control/callbacks', (_request, response) => {
    response.json({ callbacks: messages.sent() });
  });
  /** A callback again, by its id or the latest of a key; or any other message, signed like ours. */
  routes.post('/control/send', async (request: Request<object, unknown, SendAgain>, response) => {
    const { messageId, key, message, ...twist } = request.body;
    const known = messages
      .sent()
      .findLast((one) => one.messageId === messageId || (key !== undefined && one.key.includes(key)));
    const chosen =
      message === undefined
        ? known
        : { key: '', at: '', messageId: messageId ?? randomUUID(), body: JSON.stringify(message) };
    if (chosen === undefined) {
      response.status(404).json({ error: 'no such callback', known: '/control/callbacks' });
      return;
    }
    response.json({ messageId: chosen.messageId, status: await messages.again(chosen, twist) });
  });
  routes
    .route('/control/faults')
    .get((_request, response) => {
      response.json({ faults: faults.list() });
    })
    .post((request: Request<object, unknown, Partial<Fault>>, response) => {
      const { kind, times, shape = '' } = request.body;
      if (kind === undefined || !FAULTS.includes(kind)) {
        response.status(400).json({ error: 'unknown fault', known: FAULTS });
        return;
      }
      if (!isExpression(shape)) {
        response.status(400).json({ error: 'shape is no regular expression' });
        return;
      }
      faults.add({ ...request.body, kind, times: times ?? 1 });
      response.status(201).json({ faults: faults.list() });
    })
    .delete((_request, response) => {
      faults.clear();
      response.status(204).end();
    });
  return routes;
}

function isExpression(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
