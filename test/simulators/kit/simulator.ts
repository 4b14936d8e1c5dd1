import express, { type Express, type Response } from 'express';
import { dripping, garbage, resetting } from './broken-answers.ts';
import { callbacks } from './callbacks.ts';
import { control, type Magic } from './control.ts';
import { Faults } from './faults.ts';
import { Ledger } from './ledger.ts';

/** One effect that was asked for: `execute` does it, `answer` says so. A question has nothing to do. */
export type Effect = Readonly<{ key: string; response: Response; execute?: () => void; answer: () => void }>;

/** A partner in a process of its own: wire, ledger, faults, callbacks and the control API. Nothing is random. */
export function simulator(name: string, magic: readonly Magic[]) {
  const faults = new Faults();
  const ledger = new Ledger(process.env['LEDGER_FILE']);
  const messages = callbacks(process.env['WEBHOOK_URL'], process.env['WEBHOOK_SECRET'] ?? '', faults);
  const app: Express = express();
  app.use(express.json({ type: ['application/json', 'application/fhir+json'], limit: '1mb' }));
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok', name });
  });
  app.use(control({ name, magic, faults, ledger, messages }));

  /** Runs one effect under the faults that were asked for. */
  const perform = async ({ key, response, execute, answer }: Effect): Promise<void> => {
    const delay = faults.take('delay', key);
    if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay.milliseconds ?? 1_000));
    const failed = (kind: 'fail' | 'fail-after-executing'): boolean => {
      const fault = faults.take(kind, key);
      if (fault === undefined) return false;
      if (fault.retryAfterSeconds !== undefined) response.set('retry-after', String(fault.retryAfterSeconds));
      response.status(fault.status ?? 503).json({ error: `fault: ${kind}` });
      return true;
    };
    if (failed('fail')) return;
    execute?.();
    if (failed('fail-after-executing')) return;
    const nonsense = faults.take('garbage', key);
    if (nonsense !== undefined) return garbage(response, nonsense.bytes);
    const drip = faults.take('slow-drip', key);
    if (drip !== undefined) dripping(response, drip.milliseconds ?? 100);
    else if (faults.take('reset', key) !== undefined) resetting(response);
    answer();
  };

  const listen = (): void => {
    const port = Number(process.env['PORT']);
    const server = app.listen(port, process.env['HOST'] ?? '127.0.0.1', () => {
      console.log(JSON.stringify({ event: 'listening', name, port }));
    });
    const stop = (): void => {
      server.close();
      server.closeAllConnections();
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  };

  return { app, ledger, notify: messages.notify, perform, listen };
}

/** Milliseconds from the environment. */
export const milliseconds = (name: string, standard: number): number => Number(process.env[name] ?? standard);
