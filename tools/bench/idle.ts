import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { rebuildProcesses } from '../../activities/adapters/temporal/rebuild-processes.ts';
import { configuration } from '../../activities/configuration.ts';
import { connect } from '../../activities/connect.ts';
import { requests } from '../../activities/index.ts';
import { answers } from '../launcher/service.ts';
import { ROOT } from '../launcher/settings.ts';
import type { Stack } from '../launcher/stack.ts';
import { benchProtocols } from './bench-protocols.ts';
import { goal } from './measure.ts';
import { coreSeconds } from './core-time.ts';

const SECONDS = 60;

type Weight = Readonly<{ commits: number; core: number }>;

/**
 * What open cases cost while nothing is due: the same system with none, then with so many, each with the processes of
 * its case, its isolation and its claim to living support waiting. Commits in all databases, processor time of PostgreSQL, Temporal and the worker.
 */
export async function idle(stack: Stack, cases: number, print: (line: string) => void): Promise<boolean> {
  const { environment, addresses } = stack;
  // The worker of every day, with its schedules: upkeep each minute, the timetable each half hour.
  const worker = spawn(process.execPath, ['--import', 'tsx', 'activities/worker.ts'], {
    cwd: ROOT,
    env: { ...environment, SIMULATION_MODE: 'false', LOG_LEVEL: 'error' },
    stdio: 'inherit',
  });
  while (!(await answers(`${addresses.worker}/readyz`)))
    await new Promise((resolve) => setTimeout(resolve, 200));
  const pool = new pg.Pool({ connectionString: addresses.database, max: 8 });
  const connection = await Connection.connect({ address: addresses.temporal });
  const namespace = environment['TEMPORAL_NAMESPACE'] ?? '';
  const client = new Client({ connection, namespace });
  const pids = [stack.process('postgres').pid(), stack.process('temporal').pid(), worker.pid ?? 0];
  const waiting = async (): Promise<number> =>
    (await client.workflow.count(`ExecutionStatus = "Running" and WaitingFor is not null`)).count;

  const weigh = async (what: string): Promise<Weight> => {
    await untilNoRoundIsNear();
    const spent = (): number => pids.reduce((sum, pid) => sum + coreSeconds(pid), 0);
    const before = { commits: await commitsIn(pool), seconds: spent() };
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000));
    const weight = {
      commits: ((await commitsIn(pool)) - before.commits) / SECONDS,
      core: (spent() - before.seconds) / SECONDS,
    };
    print(
      `  ${what}: ${weight.commits.toFixed(2)} commits/s, ${(weight.core * 100).toFixed(2)} % of a core (${SECONDS} s)`,
    );
    return weight;
  };

  print(`\nIdle weight: ${cases} open cases with nothing due`);
  try {
    const one = await aCaseAtHome(environment, pool);
    await new Promise((resolve) => setTimeout(resolve, 60_000)); // what the start brought has settled
    const empty = await weigh('with one case ');
    await copied(pool, one, cases);
    const begun = performance.now();
    const rebuilt = await rebuildProcesses(pool, client);
    print(
      `  ${rebuilt.begun} processes begun from the database in ${((performance.now() - begun) / 1_000).toFixed(0)} s`,
    );
    for (
      let before = -1, now = await waiting();
      now < rebuilt.begun || now !== before;
      now = await waiting()
    ) {
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
    print(`  all ${await waiting()} wait after ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
    await pool.query('checkpoint');
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    const full = await weigh(`with ${cases} cases`);
    const [commits, core] = [full.commits - empty.commits, full.core - empty.core];
    print(`  ${goal('commits per second above the empty system, goal ≤ 1', commits, commits <= 1)}`);
    print(`  ${goal('share of a core above the empty system, goal ≤ 0.02', core, core <= 0.02)}`);
    return true;
  } finally {
    worker.kill('SIGTERM');
    await once(worker, 'exit');
    await pool.end();
    await connection.close();
  }
}

/** What the timetable begins at the half hour is due, so it is not measured; upkeep is. */
async function untilNoRoundIsNear(): Promise<void> {
  const halfHour = 1_800_000;
  const near = (): boolean => {
    const past = Date.now() % halfHour;
    return past < 30_000 || past > halfHour - (SECONDS + 5) * 1_000;
  };
  while (near()) await new Promise((resolve) => setTimeout(resolve, 1_000));
}

/** A confirmed case in home treatment whose check is days away. Answers its id. */
async function aCaseAtHome(environment: NodeJS.ProcessEnv, pool: pg.Pool): Promise<string> {
  const connected = connect(configuration(environment), pool);
  const ask = requests({ ...connected, protocols: benchProtocols(connected.protocols) });
  const { id } = await ask.openCase({
    commandId: 'bench:idle',
    fingerprint: '',
    by: 'bench',
    kind: 'diagnosis',
    person: { name: '홍길동', birthDate: '1980-01-02', sex: 'male', phone: '01020000001', language: 'ko' },
    disease: 'covid-19',
    district: '11110',
    symptomatic: true,
  });
  const noticeSent = async (): Promise<boolean> => {
    const { rowCount } = await pool.query(`select from effect where key = $1 and status = 'done'`, [
      `case:${id}:isolation-notice`,
    ]);
    return rowCount === 1;
  };
  while (!(await noticeSent())) await new Promise((resolve) => setTimeout(resolve, 100));
  await ask.recordDelivery({
    key: `case:${id}:isolation-notice`,
    providerMessageId: 'reported',
    delivered: true,
    code: '4000',
  }); // no API takes it
  for (;;) {
    const { rows } = await pool.query<{ ready: boolean }>(
      `select exists (select from disease_case where id = $1 and state ? 'check' and state ? 'registryNumber')
         and exists (select from isolation where case_id = $1::text and stage = 'active') as ready`,
      [id],
    );
    if (rows[0]?.ready === true) return id;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The same case so many times over, each with ids of its own, in a facility, which has its own supplies. Its events are not copied: nothing is owed for them. */
async function copied(pool: pg.Pool, one: string, cases: number): Promise<void> {
  await pool.query(
    `with made as materialized (select gen_random_uuid() as case_id, gen_random_uuid() as person_id, gen_random_uuid() as isolation_id
       from generate_series(2, $2)),
     people as (insert into person (id, version, state, sealed, phone_index)
       select m.person_id, p.version, p.state, p.sealed, p.phone_index
       from made m, disease_case c join person p on p.id = (c.person_id)::uuid where c.id = $1),
     cases as (insert into disease_case (id, version, state)
       select m.case_id, c.version, c.state || jsonb_build_object('personId', m.person_id)
       from made m, disease_case c where c.id = $1)
     insert into isolation (id, version, state)
       select m.isolation_id, i.version, i.state || jsonb_build_object('caseId', m.case_id, 'personId', m.person_id, 'placeType', 'facility')
       from made m, isolation i where i.case_id = $1::text`,
    [one, cases],
  );
}

async function commitsIn(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ commits: string }>(
    'select sum(xact_commit) as commits from pg_stat_database',
  );
  return Number(rows[0]?.commits);
}
