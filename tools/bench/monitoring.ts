import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { bulkAdapters } from '../../activities/adapters/bulk.ts';
import { keyOfRound, type Round } from '../../activities/bulk-work/monitoring-round.ts';
import { writeFollowUps } from '../../activities/bulk-work/write-follow-ups.ts';
import { configuration } from '../../activities/configuration.ts';
import { connect } from '../../activities/connect.ts';
import { requests } from '../../activities/index.ts';
import { ROOT } from '../launcher/settings.ts';
import { atOnce, goal, median, perRound } from './measure.ts';
import { seedUnderWatch } from './under-watch.ts';

const ROUNDS = 3;
const [CASES, CONTACTS] = [60_000, 40_000];
const CONNECTIONS = 8;
const DISEASE = 'bench-fever';
const TIER = 'home';

/** A round over everybody under watch, in batches, against a loop over the same rows, one by one on eight connections. */
export async function monitoring(
  environment: NodeJS.ProcessEnv,
  database: string,
  print: (line: string) => void,
): Promise<boolean> {
  const configured = configuration({ ...environment, DATABASE_URL: database });
  const pool = new pg.Pool({ connectionString: database, max: CONNECTIONS });
  const uses = {
    ...connect(configured, pool),
    ...bulkAdapters(configured, pool),
    heart: { beat: () => undefined },
  };
  const ask = requests(uses);
  const { protocol } = await ask.publishProtocol({
    commandId: 'bench',
    fingerprint: '',
    by: 'bench',
    document,
  });
  const at = new Date().toISOString();
  const seed = { cases: CASES, contacts: CONTACTS, disease: DISEASE, version: String(protocol), tier: TIER };
  await seedUnderWatch(pool, { ...seed, at: new Date(Date.now() - 3 * 86_400_000).toISOString() });
  const all = CASES + CONTACTS;
  print(
    `\nMonitoring round: ${all} rows under watch, one follow-up and one message each; one by one on ${CONNECTIONS} connections, each with its own commit`,
  );
  const begin = async (round: Round): Promise<string> => {
    const asked = {
      kind: 'monitoring-round',
      key: keyOfRound('kr', round),
      about: { ...round },
      by: 'bench',
    } as const;
    return (await ask.requestRun({ ...asked, at })).id;
  };
  const ours = async (round: Round): Promise<void> => {
    await writeFollowUps(uses)({ runId: await begin(round), at });
  };
  const measure = async (write: (round: Round) => Promise<void>, round: Round): Promise<number> => {
    await pool.query('truncate follow_up, outgoing_message');
    await pool.query('checkpoint');
    const begun = performance.now();
    await write(round);
    const seconds = (performance.now() - begun) / 1_000;
    const { rows } = await pool.query<{ asked: number; owed: number }>(
      `select (select count(*)::int from follow_up) as asked, (select count(*)::int from outgoing_message) as owed`,
    );
    if (rows[0]?.asked !== all || rows[0].owed !== all)
      throw new Error('somebody was missed, or asked twice');
    return all / seconds;
  };
  const naive = (round: Round): Promise<void> => oneByOne(pool, round, at);
  const slot = '09:00';
  await measure(ours, { day: '2026-01-01', slot });
  const speeds: Record<'ours' | 'naive', number[]> = { ours: [], naive: [] };
  for (let number = 1; number <= ROUNDS; number += 1) {
    speeds.ours.push(await measure(ours, { day: `2026-02-0${number}`, slot }));
    speeds.naive.push(await measure(naive, { day: `2026-03-0${number}`, slot }));
    print(
      `  round ${number}: ours ${speeds.ours.at(-1)?.toFixed(0)} rows/s, one by one ${speeds.naive.at(-1)?.toFixed(0)} rows/s`,
    );
  }
  const ratio = median(perRound(speeds.ours, speeds.naive));
  print(`  ${goal('rows per second, ours / one by one, goal ≥ 20', ratio, ratio >= 20)}`);
  await pool.query('truncate follow_up, outgoing_message');
  const runId = await begin({ day: '2026-04-01', slot });
  const left = await endedInTheMiddle(pool, { ...environment, DATABASE_URL: database }, [runId, at], all);
  await writeFollowUps(uses)({ runId, at });
  const { rows } = await pool.query<Written>(WRITTEN);
  const { missed = all, doubled = all } = rows[0] ?? {};
  print(
    `  kill -9 after ${left} of ${all} rows, then the same run again: ${missed} missed, ${doubled} doubled (follow-ups and messages counted)`,
  );
  const whole = left > 0 && left < all && missed === 0 && doubled === 0;
  await pool.end();
  return whole;
}

type Written = Readonly<{ missed: number; doubled: number }>;
/** People under watch without a follow-up or without its message; rows beyond one each. */
const WRITTEN = `with watched as (
    select id from disease_case where stage = 'home-treatment'
    union all select id from contact where stage = 'follow-up')
  select (select count(*)::int from watched w where not exists (select from follow_up f where f.subject_id = w.id))
       + (select count(*)::int from watched w where not exists (
            select from outgoing_message m where split_part(m.key, ':', 2) = w.id::text)) as missed,
    (select count(*) - count(distinct subject_id) from follow_up)::int
       + (select count(*) - count(distinct split_part(key, ':', 2)) from outgoing_message)::int as doubled`;

/** The round in a process of its own, ended by kill -9 when a third is written. Answers how many rows it left. */
async function endedInTheMiddle(
  pool: pg.Pool,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  all: number,
): Promise<number> {
  const writer = fork(join(ROOT, 'tools/bench/follow-up-writer.ts'), [...args], {
    cwd: ROOT,
    env,
    execArgv: ['--import', 'tsx'],
  });
  const ended = once(writer, 'exit');
  const written = async (): Promise<number> => {
    const { rows } = await pool.query<{ written: number }>('select count(*)::int as written from follow_up');
    return rows[0]?.written ?? 0;
  };
  while ((await written()) < all / 3 && writer.exitCode === null);
  writer.kill('SIGKILL');
  await ended;
  return written();
}

const document = {
  disease: DISEASE,
  jurisdiction: 'kr',
  effectiveFrom: '2020-01-01',
  unchanged: 'dropped',
  rules: {
    monitoring: {
      appliesTo: 'openEpisodes',
      tiers: [
        { id: TIER, of: 'case', checksPerDay: 2, channel: 'sms' },
        { id: 'watched', of: 'contact', checksPerDay: 2, channel: 'sms' },
      ],
    },
    contactHours: { appliesTo: 'openEpisodes', from: 9, to: 21, questionsPerCheck: 2, answerWithinHours: 12 },
  },
};

type Subject = { id: string; kind: 'case' | 'contact' };

/** Look up the episode, look up the person, insert the follow-up, insert the message, commit: and the next. */
async function oneByOne(pool: pg.Pool, { day, slot }: Round, at: string): Promise<void> {
  const { rows: subjects } = await pool.query<Subject>(
    `select id, 'case' as kind from disease_case union all select id, 'contact' from contact`,
  );
  const run = '0192f0c4-1111-7000-8000-00000000000f';
  await atOnce(subjects, CONNECTIONS, async ({ id, kind }) => {
    const client = await pool.connect();
    try {
      const query = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
      const { rows } = await query(
        `find-${kind}`,
        kind === 'case'
          ? `select person_id as person, id as "case", district, state #>> '{tier,tier}' as tier from disease_case where id = $1 and stage = 'home-treatment'`
          : `select exposed_person_id as person, source_case_id as "case", state ->> 'district' as district, 'watched' as tier from contact where id = $1 and stage = 'follow-up'`,
        [id],
      );
      const [found] = rows as { person: string; case: string; district: string; tier: string }[];
      if (found === undefined) return;
      await query('find-person', `select state ->> 'language' from person where id = $1`, [found.person]);
      await client.query('begin');
      await query(
        'insert-follow-up',
        `insert into follow_up (day, slot, person_id, subject_kind, subject_id, case_id, district, disease, tier, channel, asked_at, answer_within_hours)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'sms', $10, 12)`,
        [day, slot, found.person, kind, id, found.case, found.district, DISEASE, found.tier, at],
      );
      await query(
        'insert-message',
        `insert into outgoing_message (run_id, person_id, key, case_id, disease, template) values ($1, $2, $3, $4, $5, $6)`,
        [
          run,
          found.person,
          `${kind}:${id}:monitoring:${day}T${slot}`,
          found.case,
          DISEASE,
          `${kind}-monitoring`,
        ],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
  });
}
