/** The load of the lists' benchmark, in a process of its own: its standard input says what is asked, by how many and for how long. */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { percentile } from '../measure.ts';
import type { Asked, Load, Measured, Statements } from './measured.ts';

const load = JSON.parse(await text(process.stdin)) as Load;
const until = performance.now() + load.seconds * 1_000;
const took = new Map<string, number[]>();
let failed = 0;

const send = (agent: Agent, { url, method, headers, body }: Asked, token: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { agent, method, headers: { ...headers, authorization: `Bearer ${token}` } },
      (response) => {
        response.resume();
        response.once('end', () => {
          if (response.statusCode !== 200) failed += 1;
          resolve();
        });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Every client begins elsewhere in the list and goes round. */
async function goRound<One extends Readonly<{ group: string }>>(
  all: readonly One[],
  client: number,
  ask: (one: One) => Promise<void>,
): Promise<void> {
  await pause((client * load.pauseMilliseconds) / load.clients);
  for (let at = Math.floor((client * all.length) / load.clients); performance.now() < until; at += 1) {
    const one = all[at % all.length];
    if (one === undefined) throw new Error('nothing is asked');
    const begun = performance.now();
    await ask(one);
    const times = took.get(one.group) ?? [];
    times.push(performance.now() - begun);
    took.set(one.group, times);
    if (load.pauseMilliseconds > 0) await pause(load.pauseMilliseconds);
  }
}

async function bySql(all: readonly Statements[], client: number, databaseUrl: string): Promise<void> {
  const connection = new pg.Client({ connectionString: databaseUrl });
  await connection.connect();
  await goRound(all, client, async ({ statements }) => {
    for (const { name, text: words, values } of statements) {
      await connection.query({ name, text: words, values: [...values] });
    }
  });
  await connection.end();
}

const agent = new Agent({ keepAlive: true, maxSockets: load.clients });
const begun = performance.now();
await Promise.all(
  Array.from({ length: load.clients }, async (_, client) =>
    load.shape === 'http'
      ? goRound(load.asked, client, (one) => send(agent, one, load.tokens[one.at]?.[client] ?? ''))
      : bySql(load.asked, client, load.databaseUrl),
  ),
);
agent.destroy();
const seconds = (performance.now() - begun) / 1_000;
const of = (times: readonly number[]) => ({
  count: times.length,
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
});
const all = [...took.values()].flat();
const { user, system } = process.cpuUsage();
const measured: Measured = {
  perSecond: all.length / seconds,
  failed,
  all: of(all),
  coreSeconds: (user + system) / 1_000_000,
  groups: Object.fromEntries([...took].map(([group, times]) => [group, of(times)])),
};
console.log(JSON.stringify(measured));
