import { fileURLToPath } from 'node:url';
import { Client, Connection, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import pg from 'pg';
import { openingInput, PROCESS_QUEUE, processId, PROCESSES } from '../../ports/processes.ts';
import { openProcesses, type OpenProcess } from '../postgres/open-processes.pg.ts';
import { backfillTimetable, keepSchedules } from './schedules.ts';

const CASE_ID = defineSearchAttributeKey('CaseId', SearchAttributeType.KEYWORD);
const AT_ONCE = 16;
const DEADLINE_MILLISECONDS = 10_000;

export type Rebuilt = Readonly<{ begun: number; running: number }>;

/**
 * Begins the process of every aggregate that is open and has none, from the database alone: for when the engine has lost
 * its store. Each looks where its aggregate stands; effects keep their keys, so that none is repeated. Running ones are
 * left alone, so it may be called at any time, and again.
 */
export async function rebuildProcesses(
  pool: pg.Pool,
  client: Client,
  onProgress: (sofar: Rebuilt) => void = () => undefined,
): Promise<Rebuilt> {
  const { rows } = await pool.query<{ now: Date }>(
    'select clock_timestamp() + ahead as now from simulation_clock',
  );
  const notBefore = (rows[0]?.now ?? new Date()).toISOString();
  // Where its process has moved on by other news nobody calls again: the upkeep asks what became of it.
  await pool.query(`update effect set cut_off = true where status = 'intended'`);
  let [begun, running] = [0, 0];

  const begin = async ({ process, id, caseId }: OpenProcess): Promise<void> => {
    try {
      await client.withDeadline(Date.now() + DEADLINE_MILLISECONDS, () =>
        client.workflow.start(process, {
          workflowId: processId(process, id),
          taskQueue: PROCESS_QUEUE,
          args: [openingInput(process, id, { news: [], notBefore })],
          typedSearchAttributes: new TypedSearchAttributes(
            caseId === null ? [] : [{ key: CASE_ID, value: caseId }],
          ),
          staticSummary: PROCESSES[process].summary,
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          workflowIdConflictPolicy: 'FAIL',
        }),
      );
      begun += 1;
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      running += 1;
    }
  };

  for await (const page of openProcesses(pool)) {
    const queue = [...page];
    const one = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await begin(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    onProgress({ begun, running });
  }
  return { begun, running };
}

export type Where = Readonly<{
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  /** In a simulation nothing begins by the clock. */
  simulated: boolean;
}>;

/** The same as a program: tells how far it is, and what it came to. */
export async function rebuild({
  databaseUrl,
  temporalAddress,
  namespace,
  simulated,
}: Where): Promise<Rebuilt> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const client = new Client({ connection, namespace });
    const rebuilt = await rebuildProcesses(pool, client, ({ begun, running }) =>
      console.log(`시작 begun: ${begun}, 이미 실행 중 running already: ${running}`),
    );
    if (!simulated) {
      await keepSchedules(client); // they were in the engine's store too
      await backfillTimetable(client);
      await client.schedule.getHandle('upkeep').trigger();
    }
    return rebuilt;
  } finally {
    await connection.close();
    await pool.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, SIMULATION_MODE } = process.env;
  if (DATABASE_URL === undefined || TEMPORAL_ADDRESS === undefined || TEMPORAL_NAMESPACE === undefined) {
    throw new Error('DATABASE_URL, TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE are needed to rebuild processes');
  }
  const where = {
    databaseUrl: DATABASE_URL,
    temporalAddress: TEMPORAL_ADDRESS,
    namespace: TEMPORAL_NAMESPACE,
    simulated: SIMULATION_MODE === 'true',
  };
  const { begun, running } = await rebuild(where);
  console.log(`완료 done: ${begun} begun, ${running} running already`);
}
