import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { configuration } from '../../activities/configuration.ts';
import { connect, requests } from '../../activities/index.ts';
import { caseProcessId } from '../../activities/ports/processes.ts';
import { postgresUrl, withClient } from '../launcher/postgres.ts';
import { ROOT } from '../launcher/settings.ts';
import { benchProtocols } from './bench-protocols.ts';
import { atOnce, goal, median, perRound } from './measure.ts';

const ROUNDS = 3;
const CASES = 48;
const AT_ONCE = 16;

type Shape = 'ours' | 'naive';
type Lane = Readonly<{
  shape: Shape;
  database: string;
  one: (number: number) => Promise<string>;
  close: () => Promise<void>;
}>;

/** One whole confirmed case, from diagnosis to the release notice, against the same case in the naive shape. */
export async function wholeCase(
  environment: NodeJS.ProcessEnv,
  postgresPort: number,
  databases: Readonly<Record<Shape, string>>,
  print: (line: string) => void,
): Promise<boolean> {
  const namespace = environment['TEMPORAL_NAMESPACE'] ?? '';
  const client = new Client({
    connection: await Connection.connect({ address: environment['TEMPORAL_ADDRESS'] ?? '' }),
    namespace,
  });
  const lanes = [];
  for (const shape of ['ours', 'naive'] as const)
    lanes.push(await lane(shape, databases[shape], environment, client, postgresPort));
  const [ours, naive] = lanes as [Lane, Lane];
  print(
    `\nWhole case: ${CASES} cases a round, ${AT_ONCE} at once; diagnosis, registration, isolation and notice, check, question, answer, release, notice`,
  );
  const measure = async (measured: Lane) => {
    const before = await commits(postgresPort, measured.database);
    let last = '';
    const seconds = await atOnce([...Array(CASES).keys()], AT_ONCE, async (number) => {
      last = await measured.one(number);
    });
    await new Promise((resolve) => setTimeout(resolve, 1_500)); // statistics are flushed once a second
    const after = await commits(postgresPort, measured.database);
    const { historyLength } = await client.workflow.getHandle(last).describe();
    return {
      perSecond: CASES / seconds,
      events: historyLength,
      own: (after.own - before.own) / CASES,
      temporal: (after.temporal - before.temporal) / CASES,
    };
  };
  await measure(ours);
  await measure(naive);
  const rounds: Record<Shape, Awaited<ReturnType<typeof measure>>[]> = { ours: [], naive: [] };
  for (let number = 1; number <= ROUNDS; number += 1) {
    rounds.ours.push(await measure(ours));
    rounds.naive.push(await measure(naive));
    const [one, other] = [rounds.ours.at(-1), rounds.naive.at(-1)];
    print(
      `  round ${number}: ours ${one?.perSecond.toFixed(1)} cases/s, naive ${other?.perSecond.toFixed(1)} cases/s`,
    );
  }
  const of = (shape: Shape, what: 'perSecond' | 'events' | 'own' | 'temporal') =>
    rounds[shape].map((round) => round[what]);
  for (const shape of ['ours', 'naive'] as const) {
    print(
      `  ${shape.padEnd(5)}: ${median(of(shape, 'perSecond')).toFixed(1)} cases/s, ${median(of(shape, 'events'))} Temporal events, ` +
        `${median(of(shape, 'own')).toFixed(0)} transactions in our database and ${median(of(shape, 'temporal')).toFixed(0)} in Temporal's, a case`,
    );
  }
  const speed = median(perRound(of('ours', 'perSecond'), of('naive', 'perSecond')));
  const events = median(of('ours', 'events')) / median(of('naive', 'events'));
  print(`  ${goal('cases per second, ours / naive, goal ≥ 2', speed, speed >= 2)}`);
  print(`  ${goal('Temporal events, ours / naive, goal ≤ 0.5', events, events <= 0.5)}`);
  const right = (
    await Promise.all(lanes.map(({ database }) => allEnded(postgresPort, database, print)))
  ).every(Boolean);
  for (const { close } of lanes) await close();
  await client.connection.close();
  return right;
}

async function lane(
  shape: Shape,
  database: string,
  environment: NodeJS.ProcessEnv,
  client: Client,
  postgresPort: number,
): Promise<Lane> {
  const own = { ...environment, DATABASE_URL: postgresUrl(postgresPort, database) };
  const worker: ChildProcess = fork(join(ROOT, 'tools/bench/worker.ts'), [shape], {
    cwd: ROOT,
    env: own,
    execArgv: ['--import', 'tsx'],
  });
  await once(worker, 'message');
  const pool = new pg.Pool({ connectionString: own.DATABASE_URL, max: AT_ONCE });
  const connected = connect(configuration(own), pool);
  const uses = { ...connected, protocols: benchProtocols(connected.protocols) };
  const ask = requests(uses);
  const request = () => ({ commandId: `bench:${randomUUID()}`, fingerprint: '', by: 'bench' });
  const onset = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
  const idOf = (caseId: string): string => (shape === 'ours' ? caseProcessId(caseId) : `naive/${caseId}`);
  return {
    shape,
    database,
    one: async (number) => {
      const { id } = await ask.openCase({
        ...request(),
        kind: 'diagnosis',
        person: {
          name: '홍길동',
          birthDate: '1980-01-02',
          sex: 'male',
          phone: `010${20_000_001 + number * 3}`,
          language: 'ko',
        },
        disease: 'covid-19',
        district: '11110',
        symptomatic: true,
        dateOfSymptomOnset: onset,
      });
      if (shape === 'naive')
        await client.workflow.start('naiveCase', { workflowId: idOf(id), taskQueue: 'naive', args: [id] });
      while (!(await asked(pool, id))) await new Promise((resolve) => setTimeout(resolve, 25));
      await ask.reportSymptoms({ ...request(), caseId: id, course: 'symptomFree', feverFreeForHours: 72 });
      if (shape === 'naive') await client.workflow.getHandle(idOf(id)).signal('reported');
      await client.workflow.getHandle(idOf(id)).result();
      return idOf(id);
    },
    close: async () => {
      worker.kill('SIGTERM');
      await once(worker, 'exit');
      await pool.end();
    },
  };
}

async function asked(pool: pg.Pool, caseId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select 1 from effect where case_id = $1 and key like '%question%' and status = 'done'`,
    [caseId],
  );
  return rowCount !== 0;
}

async function commits(port: number, database: string): Promise<{ own: number; temporal: number }> {
  return withClient(postgresUrl(port, 'postgres'), async (client) => {
    const { rows } = await client.query<{ own: string; temporal: string }>(
      `select sum(xact_commit) filter (where datname = $1) as own,
              sum(xact_commit) filter (where datname like 'temporal%') as temporal from pg_stat_database`,
      [database],
    );
    return { own: Number(rows[0]?.own), temporal: Number(rows[0]?.temporal) };
  });
}

/** A number is worth something only if every case came to its right end, with each message once. */
async function allEnded(port: number, database: string, print: (line: string) => void): Promise<boolean> {
  return withClient(postgresUrl(port, database), async (client) => {
    const { rows } = await client.query<{ cases: number; released: number; notices: number }>(
      `select count(*)::int as cases, count(*) filter (where stage = 'released')::int as released,
              (select count(*)::int from effect where status = 'done' and key like '%release-notice') as notices
       from disease_case`,
    );
    const { cases = 0, released = 0, notices = 0 } = rows[0] ?? {};
    const right = cases > 0 && released === cases && notices === cases;
    print(
      `  ${right ? 'right' : 'WRONG'} ends in ${database}: ${cases} cases, ${released} released, ${notices} release notices`,
    );
    return right;
  });
}
