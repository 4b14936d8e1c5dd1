import express, { type Express, type Request, type Response } from 'express';
import { callbacks } from './callbacks.ts';
import { FAULTS, Faults, type Fault } from './faults.ts';
import { Ledger } from './ledger.ts';

export type Magic = Readonly<{ input: string; ko: string; en: string }>;

/** A partner in a process of its own: wire, ledger, faults, callbacks and the control API. Nothing is random. */
export function simulator(name: string, magic: readonly Magic[]) {
  const faults = new Faults();
  const ledger = new Ledger(process.env['LEDGER_FILE']);
  const notify = callbacks(process.env['WEBHOOK_URL'], process.env['WEBHOOK_SECRET'] ?? '', faults);
  const app: Express = express();
  app.use(express.json({ type: ['application/json', 'application/fhir+json'], limit: '1mb' }));

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok', name });
  });
  app.get('/control', (_request, response) => {
    response.json({ name, magic, faults: FAULTS, ledger: '/control/ledger' });
  });
  app.get('/control/ledger', (_request, response) => {
    response.json({ entries: ledger.all() });
  });
  app
    .route('/control/faults')
    .get((_request, response) => {
      response.json({ faults: faults.list() });
    })
    .post((request: Request<object, unknown, Partial<Fault>>, response) => {
      const { kind, times } = request.body;
      if (kind === undefined || !FAULTS.includes(kind)) {
        response.status(400).json({ error: 'unknown fault', known: FAULTS });
        return;
      }
      faults.add({ ...request.body, kind, times: times ?? 1 });
      response.status(201).json({ faults: faults.list() });
    })
    .delete((_request, response) => {
      faults.clear();
      response.status(204).end();
    });

  /** Runs one effect under the faults that were asked for: `execute` does it, `answer` says so. */
  const perform = async (response: Response, execute: () => void, answer: () => void): Promise<void> => {
    const delay = faults.take('delay');
    if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay.milliseconds ?? 1_000));
    const fail = faults.take('fail');
    if (fail !== undefined) {
      response.status(fail.status ?? 503).json({ error: 'fault: fail' });
      return;
    }
    execute();
    const late = faults.take('fail-after-executing');
    if (late !== undefined) {
      response.status(late.status ?? 503).json({ error: 'fault: fail after executing' });
      return;
    }
    if (faults.take('garbage') !== undefined) {
      response.status(200).type('text/plain').send('<html>not what you asked for');
      return;
    }
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

  return { app, ledger, faults, notify, perform, listen };
}
