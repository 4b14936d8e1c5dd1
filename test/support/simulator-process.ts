import { spawn } from 'node:child_process';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { freePorts } from '../../tools/launcher/ports.ts';
import { answers } from '../../tools/launcher/service.ts';
import { ROOT } from '../../tools/launcher/settings.ts';

export type Message = Readonly<{ headers: IncomingHttpHeaders; rawBody: Buffer }>;

/** A small receiver of webhooks that keeps what came and answers as it is told. */
export async function receiver() {
  const messages: Message[] = [];
  let refusals = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      messages.push({ headers: request.headers, rawBody: Buffer.concat(chunks) });
      refusals -= 1;
      response.writeHead(refusals >= 0 ? 500 : 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    messages,
    refuse: (times: number): void => {
      refusals = times;
    },
    received: async (count: number): Promise<readonly Message[]> => {
      for (const begun = Date.now(); messages.length < count;) {
        if (Date.now() - begun > 10_000) throw new Error(`${messages.length} of ${count} messages came`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return messages;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A simulator in a process of its own, as npm start runs it. Several at once are given their ports. */
export async function simulatorProcess(
  name: string,
  environment: Record<string, string>,
  givenPort?: number,
) {
  const port = givenPort ?? (await freePorts(1))[0];
  const child = spawn(process.execPath, ['--import', 'tsx', `test/simulators/${name}/server.ts`], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), ...environment },
    stdio: 'ignore',
  });
  const baseUrl = `http://127.0.0.1:${port}`;
  for (const begun = Date.now(); !(await answers(`${baseUrl}/healthz`));) {
    if (child.exitCode !== null) throw new Error(`${join('test/simulators', name)} ended`);
    if (Date.now() - begun > 60_000) throw new Error(`${join('test/simulators', name)} did not start`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const post = async (path: string, body: object): Promise<Response> =>
    fetch(`${baseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const get = async <Answer>(path: string): Promise<Answer> =>
    (await (await fetch(`${baseUrl}${path}`)).json()) as Answer;
  return {
    baseUrl,
    /** Anything of the control API. */
    post,
    fault: async (fault: object): Promise<void> => {
      const { status } = await post('/control/faults', fault);
      if (status !== 201) throw new Error(`${name} knows no such fault`);
    },
    control: () => get<{ magic: readonly object[]; faults: readonly string[] }>('/control'),
    ledger: async (): Promise<readonly LedgerEntry[]> =>
      (await get<{ entries: readonly LedgerEntry[] }>('/control/ledger')).entries,
    /** What it has sent about a key, or would have. */
    callbacks: async (key: string) => {
      const all = await get<{ callbacks: readonly Readonly<{ messageId: string; key: string }>[] }>(
        '/control/callbacks',
      );
      return all.callbacks.filter((one) => one.key === key);
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}

type LedgerEntry = Readonly<{
  key: string;
  requested: number;
  executed: number;
  details: Readonly<Record<string, unknown>>;
}>;
