/** Requests that come when they come, however long the others take: a process of its own, told by its standard input. */
import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { percentile } from '../measure.ts';
import { beginning, somebody } from '../somebody.ts';
import type { Arrivals, Arrived } from './arrived.ts';

const given = JSON.parse(await text(process.stdin)) as Arrivals;
const agent = new Agent({ keepAlive: true, maxSockets: given.sockets });
const statuses: Record<string, number> = {};
const took: number[] = [];
const first = beginning();
let [underWay, unsent, told] = [0, 0, 0];

const send = (number: number, due: number): Promise<void> =>
  new Promise((resolve) => {
    const { url, method, headers, body } = given.shape === 'reading' ? reading(number) : intake(number);
    const done = (status: string, response?: IncomingMessage): void => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === '429' && Number(response?.headers['retry-after']) > 0) told += 1;
      if (status.startsWith('2')) took.push(performance.now() - due);
      underWay -= 1;
      resolve();
    };
    underWay += 1;
    const outgoing = request(url, { agent, method, headers, timeout: 30_000 }, (response) => {
      response.resume();
      response.once('end', () => done(String(response.statusCode), response));
      response.once('error', () => done('cut off'));
    });
    outgoing.once('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.once('error', () => done('no answer'));
    outgoing.end(body);
  });

type Sent = Readonly<{ url: string; method: string; headers: Record<string, string>; body?: string }>;

function reading(number: number): Sent {
  const { asked, tokens } = given;
  const one = asked[number % asked.length];
  if (one === undefined) throw new Error('nothing is asked');
  const own = tokens[one.at] ?? [];
  const token = own[Math.floor(number / asked.length) % own.length] ?? '';
  return { ...one, headers: { ...one.headers, authorization: `Bearer ${token}` } };
}

/** Four new cases to one message of the laboratory, which nobody awaits: it is stored all the same. */
function intake(number: number): Sent {
  if (number % 5 === 4) return message(JSON.stringify({ event: 'announced', number: randomUUID() }));
  const body = JSON.stringify({
    kind: 'diagnosis',
    district: '11110',
    symptomatic: true,
    person: somebody(first + number),
  });
  const own = (given.tokens['11110'] ?? []).slice(0, 8); // those who may open a case
  const headers = {
    authorization: `Bearer ${own[number % own.length] ?? ''}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  return { url: `${given.url}/cases`, method: 'POST', headers, body };
}

function message(body: string): Sent {
  const [id, at] = [randomUUID(), Math.floor(Date.now() / 1_000)];
  const signature = createHmac('sha256', given.webhookSecret).update(`${at}.${id}.${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-bangyeok-message-id': id,
    'x-bangyeok-timestamp': String(at),
    'x-bangyeok-signature': `v1=${signature}`,
  };
  return { url: `${given.url}/webhooks/pcr-laboratory`, method: 'POST', headers, body };
}

/** Asked of all at once, so that each finds a connection of its own. */
const opened = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${given.url}/healthz`, { agent }, (response) => {
      response.resume();
      response.once('end', resolve);
    });
    outgoing.once('error', reject);
    outgoing.end();
  });

if (given.keptUntil !== undefined) {
  await Promise.all(Array.from({ length: given.sockets }, opened));
  const left = given.keptUntil - Date.now();
  if (left < 0) throw new Error('the connections were not open in time');
  await new Promise((resolve) => setTimeout(resolve, left));
}
const begun = performance.now();
const all: Promise<void>[] = [];
for (let number = 0; ;) {
  const now = performance.now() - begun;
  if (now > given.seconds * 1_000) break;
  for (; number < (now / 1_000) * given.perSecond; number += 1) {
    if (underWay < given.sockets) all.push(send(number, begun + (number / given.perSecond) * 1_000));
    else unsent += 1;
  }
  await new Promise((resolve) => setTimeout(resolve, 2));
}
await Promise.all(all);
agent.destroy();
const arrived: Arrived = {
  sent: all.length,
  unsent,
  statuses,
  toldWhen: told,
  p50: percentile(took, 0.5),
  p99: percentile(took, 0.99),
};
console.log(JSON.stringify(arrived));
