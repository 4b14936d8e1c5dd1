import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../launcher/settings.ts';
import { goal, median, perRound } from './measure.ts';

const run = promisify(execFile);
const ROUNDS = 5;
const SECONDS = 3;

/** POST a case, 16 clients, against the same rows by bare SQL: interleaved rounds in one run. No worker runs. */
export async function intake(
  environment: NodeJS.ProcessEnv,
  apiUrl: string,
  token: string,
  print: (line: string) => void,
): Promise<void> {
  const round = async (shape: 'http' | 'sql'): Promise<number> => {
    const { stdout } = await run(
      process.execPath,
      ['--import', 'tsx', 'tools/bench/intake-load.ts', shape, String(SECONDS)],
      {
        cwd: ROOT,
        env: { ...environment, BENCH_API_URL: apiUrl, BENCH_TOKEN: token },
      },
    );
    return (JSON.parse(stdout) as { perSecond: number }).perSecond;
  };
  print(
    '\nIntake: POST /cases (new person and case, two transactions), 16 clients, load in a process of its own',
  );
  await round('http');
  await round('sql');
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let number = 1; number <= ROUNDS; number += 1) {
    ours.push(await round('http'));
    bare.push(await round('sql'));
    print(`  round ${number}: API ${ours.at(-1)?.toFixed(0)}/s, bare SQL ${bare.at(-1)?.toFixed(0)}/s`);
  }
  const ratio = median(perRound(ours, bare));
  print(`  medians: API ${median(ours).toFixed(0)}/s, bare SQL ${median(bare).toFixed(0)}/s`);
  print(`  ${goal('API / bare SQL (median of rounds), goal ≥ 0.25', ratio, ratio >= 0.25)}`);
}
