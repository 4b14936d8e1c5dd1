/** The load of the intake benchmark, in a process of its own: `http` posts cases, `sql` writes the same rows. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { beginning, somebody } from './somebody.ts';

const CLIENTS = 16;
const [shape = '', seconds = '3'] = process.argv.slice(2);
const until = performance.now() + Number(seconds) * 1_000;
let count = 0;
let next = beginning();

const body = (number: number) =>
  JSON.stringify({
    kind: 'diagnosis',
    person: somebody(number),
    district: '11110',
    symptomatic: true,
    dateOfSymptomOnset: '2026-01-02',
  });

function post(agent: Agent, url: URL, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const text = body((next += 1));
    const outgoing = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          'idempotency-key': randomUUID(),
        },
      },
      (response) => {
        response.resume();
        response.once('end', () =>
          response.statusCode === 201 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
        );
      },
    );
    outgoing.once('error', reject);
    outgoing.end(text);
  });
}

/** One statement an aggregate: its row, its events, its handled command. */
const WRITE = (table: string, type: string, columns: string) => `with saved as (
    insert into ${table} (id, version, state${columns === '' ? '' : ', sealed, phone_index'}) values ($1, $2, $3${columns}) returning id
  ), recorded as (
    insert into domain_event (aggregate_type, aggregate_id, version, type, at, actor, data, case_id, command_id, dispatched_at)
    select '${type}', $1, e.version, e.type, e.at, 'bench', e.data, $6, $5, case when e.announced then null else clock_timestamp() end
    from jsonb_to_recordset($4::jsonb) as e(version int, type text, at timestamptz, data jsonb, announced boolean)
  ) insert into handled_command (command_id, fingerprint, receipt) values ($5, repeat('0', 64), jsonb_build_object('id', $1::uuid, 'version', $2::int))`;

/** As many bytes as a sealed person has. */
const SEALED = JSON.stringify({
  v: 1,
  keyId: 'k1',
  wrappedKey: randomBytes(60).toString('base64'),
  iv: randomBytes(12).toString('base64'),
  tag: randomBytes(16).toString('base64'),
  ciphertext: randomBytes(90).toString('base64'),
});

async function write(client: pg.Client): Promise<void> {
  const at = new Date().toISOString();
  const [person, aCase, key] = [uuidv7(), uuidv7(), randomUUID()];
  const facts = [
    {
      version: 1,
      type: 'CaseOpened',
      at,
      announced: true,
      data: { v: 1, personId: person, disease: 'covid-19', district: '11110', openedAs: 'diagnosis' },
    },
    {
      version: 2,
      type: 'SymptomsOccurred',
      at,
      announced: false,
      data: { v: 1, basis: 'entered', dateOfSymptomOnset: '2026-01-02' },
    },
    { version: 3, type: 'InfectionConfirmed', at, announced: false, data: { v: 1, basis: 'diagnosis' } },
  ];
  await client.query({
    name: 'person',
    text: WRITE('person', 'person', ', $7, $8'),
    values: [
      person,
      1,
      JSON.stringify({ stage: 'registered', registeredAt: at, district: '11110', language: 'ko' }),
      JSON.stringify([
        {
          version: 1,
          type: 'PersonRegistered',
          at,
          announced: false,
          data: { v: 1, district: '11110', language: 'ko' },
        },
      ]),
      `${key}/person`,
      null,
      SEALED,
      randomBytes(32).toString('hex'),
    ],
  });
  await client.query({
    name: 'case',
    text: WRITE('disease_case', 'case', ''),
    values: [
      aCase,
      3,
      JSON.stringify({
        stage: 'confirmed',
        personId: person,
        district: '11110',
        disease: 'covid-19',
        classification: 'confirmed',
        classifications: [
          { to: 'suspected', at, because: 'opened' },
          { to: 'confirmed', at, because: 'diagnosis' },
        ],
        openedAt: at,
        symptomatic: true,
        onset: { entered: '2026-01-02' },
        confirmedAt: at,
        reports: [],
        releaseTests: [],
        severities: [],
        treatments: [],
        stays: [],
        diagnosticTests: 0,
        checks: 0,
        retestsOrdered: 0,
        retests: 0,
        decisions: 0,
      }),
      JSON.stringify(facts),
      key,
      aCase,
    ],
  });
}

if (shape === 'http') {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const url = new URL('/cases', process.env['BENCH_API_URL']);
  const token = process.env['BENCH_TOKEN'] ?? '';
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() < until) {
        await post(agent, url, token);
        count += 1;
      }
    }),
  );
  agent.destroy();
} else {
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
      await client.connect();
      while (performance.now() < until) {
        await write(client);
        count += 1;
      }
      await client.end();
    }),
  );
}
console.log(JSON.stringify({ perSecond: count / Number(seconds) }));
