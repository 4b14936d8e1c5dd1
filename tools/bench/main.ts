import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { spawn } from 'node:child_process';
import { migrate } from '../../activities/adapters/postgres/migrate.ts';
import { ensureDatabase, makeDatabase, postgresUrl, withClient } from '../launcher/postgres.ts';
import { answers } from '../launcher/service.ts';
import { loadDotEnv, ROOT } from '../launcher/settings.ts';
import { startStack } from '../launcher/stack.ts';
import { accessRecords } from './access-records.ts';
import { publishShippedInto } from './bench-protocols.ts';
import { evaluation } from './evaluation.ts';
import { figuresBench } from './figures/figures.ts';
import { idle } from './idle.ts';
import { intake } from './intake.ts';
import { lists } from './lists/lists.ts';
import { ofACountry } from './lists/of-a-country.ts';
import { overload } from './overload/overload.ts';
import { goalsMissed } from './measure.ts';
import { monitoring } from './monitoring.ts';
import { tracing } from './tracing/tracing.ts';
import { whatIf } from './what-if.ts';
import { wholeCase } from './whole-case/whole-case.ts';

const print = (line: string): void => console.log(line);
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    cases: { type: 'string', default: '10000' },
    'whole-cases': { type: 'string', default: '96' },
  },
});
type Part =
  | 'evaluation'
  | 'what-if'
  | 'intake'
  | 'case'
  | 'idle'
  | 'monitoring'
  | 'access-records'
  | 'tracing'
  | 'lists'
  | 'overload'
  | 'figures';
const wanted = (part: Part): boolean => values.only === undefined || values.only === part;
loadDotEnv();
const stack = await startStack({ profile: 'bench', fresh: true, application: false, say: print });
let right = false;
try {
  const port = stack.settings.ports.POSTGRES_PORT;
  const durability = await withClient(postgresUrl(port, 'postgres'), async (client) => {
    const { rows } = await client.query<{ version: string; fsync: string; sync: string }>(
      `select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync`,
    );
    return rows[0];
  });
  print(
    `\nNode ${process.versions.node}, PostgreSQL ${durability?.version}, fsync ${durability?.fsync}, synchronous_commit ${durability?.sync}, ${cpus().length} cores shared by everything`,
  );
  right = true;
  if (wanted('evaluation')) right = evaluation(print) && right;
  if (wanted('intake') || wanted('what-if')) {
    const api = spawn(process.execPath, ['--import', 'tsx', 'api/server.ts'], {
      cwd: ROOT,
      env: { ...stack.environment, LOG_LEVEL: 'warn' },
      stdio: 'inherit',
    });
    while (!(await answers(`${stack.addresses.api}/readyz`)))
      await new Promise((resolve) => setTimeout(resolve, 100));
    const token = await stack.tokenOf('officer');
    await publishShippedInto(stack.environment);
    if (wanted('intake')) await intake(stack.environment, stack.addresses.api, token, print);
    if (wanted('what-if')) {
      const process = { url: stack.addresses.api, token, pid: api.pid ?? 0 };
      right = (await whatIf(stack.addresses.database, process, print)) && right;
    }
    api.kill('SIGTERM');
  }
  if (wanted('idle')) right = (await idle(stack, Number(values.cases), print)) && right;
  if (wanted('monitoring')) {
    const database = 'bangyeok_bench_monitoring';
    await withClient(postgresUrl(port, 'postgres'), (client) =>
      client.query(`drop database if exists ${database} with (force)`),
    );
    await ensureDatabase(port, database);
    await migrate(postgresUrl(port, database));
    right = (await monitoring(stack.environment, postgresUrl(port, database), print)) && right;
  }
  if (wanted('access-records')) {
    const database = 'bangyeok_bench_access';
    await withClient(postgresUrl(port, 'postgres'), (client) =>
      client.query(`drop database if exists ${database} with (force)`),
    );
    await ensureDatabase(port, database);
    await migrate(postgresUrl(port, database));
    right = (await accessRecords(postgresUrl(port, database), print)) && right;
  }
  if (wanted('tracing')) {
    const database = 'bangyeok_bench_tracing';
    await withClient(postgresUrl(port, 'postgres'), (client) =>
      client.query(`drop database if exists ${database} with (force)`),
    );
    await ensureDatabase(port, database);
    await migrate(postgresUrl(port, database));
    right = (await tracing(postgresUrl(port, database), print)) && right;
  }
  if (wanted('lists') || wanted('overload')) {
    const database = 'bangyeok_bench_lists';
    await makeDatabase(port, database, true);
    await migrate(postgresUrl(port, database));
    const own = { environment: stack.environment, databaseUrl: postgresUrl(port, database) };
    right = await ofACountry(stack, own, print, async (country) => {
      const listed = wanted('lists') ? await lists(country, print) : true;
      return (wanted('overload') ? await overload(country, print) : true) && listed && right;
    });
  }
  if (wanted('figures')) {
    const database = 'bangyeok_bench_figures';
    await makeDatabase(port, database, true);
    await migrate(postgresUrl(port, database));
    right = (await figuresBench(postgresUrl(port, database), print)) && right;
  }
  if (wanted('case')) {
    const databases = {
      ours: 'bangyeok_bench_ours',
      naive: 'bangyeok_bench_naive',
      joined: 'bangyeok_bench_joined',
    } as const;
    for (const name of Object.values(databases)) {
      await withClient(postgresUrl(port, 'postgres'), (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      );
      await ensureDatabase(port, name);
      await migrate(postgresUrl(port, name));
    }
    right = (await wholeCase(stack, databases, Number(values['whole-cases']), print)) && right;
  }
} finally {
  await stack.stop();
}
if (goalsMissed().length > 0) print(['\nGoals not reached:', ...goalsMissed()].join('\n  '));
process.exitCode = right && goalsMissed().length === 0 ? 0 : 1;
