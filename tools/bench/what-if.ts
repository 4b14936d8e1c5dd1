import { readFileSync } from 'node:fs';
import pg from 'pg';
import { goal } from './measure.ts';

const CASES = 100_000;
const SECONDS = 10;
const MEGABYTES = 512;

/** Open cases as a busy month leaves them: with and without symptoms, reports, release tests; onset and confirmation spread. */
const FILL = `insert into disease_case (id, version, state)
  select gen_random_uuid(), 9, jsonb_build_object(
    'stage', 'home-treatment', 'personId', gen_random_uuid(), 'disease', 'covid-19', 'district', lpad((11110 + n % 250)::text, 5, '0'),
    'classification', 'confirmed', 'classifications', '[]'::jsonb, 'openedAt', stamp(now() - n % 20 * interval '1 day'),
    'symptomatic', n % 3 <> 0,
    'onset', case when n % 3 = 0 then '{}'::jsonb else jsonb_build_object('entered', (now() - n % 22 * interval '1 day')::date) end,
    'confirmedAt', stamp(now() - n % 20 * interval '1 day'), 'homeTreatmentSince', stamp(now() - n % 20 * interval '1 day'),
    'reports', (select coalesce(jsonb_agg(jsonb_build_object('reportedAt', stamp(now() - k * interval '12 hours'),
        'course', (array['improving', 'notImproved', 'symptomFree'])[1 + (n + k) % 3], 'temperatureCelsius', 36.5 + (n + k) % 4 * 0.5)), '[]')
      from generate_series(1, n % 8) k),
    'releaseTests', case when n % 5 = 0 then jsonb_build_array(jsonb_build_object('testId', gen_random_uuid(), 'result', 'negative',
        'resultedAt', stamp(now() - interval '2 days'))) else '[]'::jsonb end,
    'severities', '[]'::jsonb, 'treatments', '[]'::jsonb, 'stays', '[]'::jsonb,
    'diagnosticTests', 0, 'checks', 1, 'retestsOrdered', 0, 'retests', 0, 'decisions', 0)
  from generate_series(1, ${CASES}) n`;

/** POST /protocols/what-if over so many open cases, on an API process of its own. */
export async function whatIf(
  databaseUrl: string,
  api: Readonly<{ url: string; token: string; pid: number }>,
  print: (line: string) => void,
): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`create function pg_temp.stamp(at timestamptz) returns text language sql immutable as
    $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$`);
  await client.query('truncate disease_case');
  await client.query(FILL.replaceAll('stamp(', 'pg_temp.stamp('));
  await client.query('analyze disease_case');
  print(`\nWhat if: the protocol of 2022-02-09 for ${CASES} open cases, by POST /protocols/what-if`);
  let right = true;
  for (let round = 1; round <= 3; round += 1) {
    const begun = performance.now();
    const response = await fetch(`${api.url}/protocols/what-if`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ protocol: { version: 'kr-covid-19/2022-02-09/1' } }),
    });
    const counts: Record<string, number> = {};
    let firstProgress: number | undefined;
    let rest = '';
    let summary = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const { kind } = JSON.parse(line) as { kind: string };
        counts[kind] = (counts[kind] ?? 0) + 1;
        if (kind === 'progress') firstProgress ??= performance.now() - begun;
        if (kind === 'summary') summary = line;
      }
    }
    const seconds = (performance.now() - begun) / 1_000;
    const peak = peakMegabytes(api.pid);
    const lines = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
    print(`  round ${round}: ${lines.join(', ')}; first progress after ${firstProgress?.toFixed(0)} ms`);
    if (round === 1) print(`  ${summary}`);
    print(`  ${goal(`seconds, goal ≤ ${SECONDS}`, seconds, seconds <= SECONDS)}`);
    print(`  ${goal(`peak memory of the API process in MB, goal < ${MEGABYTES}`, peak, peak < MEGABYTES)}`);
    right &&= seconds <= SECONDS && peak < MEGABYTES && counts['summary'] === 1;
  }
  await client.end();
  return right;
}

/** Largest resident set so far, as the kernel counts it. */
function peakMegabytes(pid: number): number {
  const [, kilobytes = 'NaN'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
