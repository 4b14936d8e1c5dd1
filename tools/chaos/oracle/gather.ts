import type { Client } from '@temporalio/client';
import type { News } from '../../../activities/ports/processes.ts';
import type { Contradicted } from '../faults/contradict.ts';
import type { CommandSender } from '../load/commands.ts';
import { ledgerOf } from '../simulators.ts';
import { FAULTS_ARE_FROM, type World } from '../world.ts';
import type { AggregateRow, CaseFate, EffectRow, EventRow, Evidence, ProcessView } from './evidence.ts';
import { dealtWith } from './contradicted.ts';
import { AGGREGATES } from './fold.ts';
import { processesBegun } from './processes-expected.ts';

/** Of the cases, of their contacts with all that follows for these, and of everybody whom they are about. */
const EVENTS = `
  with case_of_run as (select id::text, person_id from disease_case where id::text = any ($1)),
    contact_of_run as (select id, exposed_person_id from contact where source_case_id in (select id from case_of_run)),
    person_of_run as (select person_id as id from case_of_run union select exposed_person_id from contact_of_run),
    isolation_of_run as (select id from isolation where state ->> 'personId' in (select id from person_of_run)),
    subject_of_run as (
      select id::text from contact_of_run union select id::text from isolation_of_run union select id from person_of_run
      union select id::text from supplies where state ->> 'isolationId' in (select id::text from isolation_of_run)
      union select id::text from living_support where state ->> 'isolationId' in (select id::text from isolation_of_run)
      union select id::text from test where state ->> 'contactId' in (select id::text from contact_of_run))
  select seq::int, aggregate_type as "aggregateType", aggregate_id as "aggregateId", version, type, at, actor, data,
    case_id as "caseId", command_id as "commandId", recorded_at as "recordedAt"
  from domain_event
  where case_id = any ($1) or aggregate_id::text in (select id from subject_of_run)
    or aggregate_id in (select id from task where subject_id in (select id from subject_of_run))
  order by seq`;

/** Reads ledgers, database and engine about the cases of a run. */
export async function gather(
  world: World,
  {
    fates,
    contradicted,
    journal,
    since,
    begun,
  }: Readonly<{
    fates: readonly CaseFate[];
    contradicted: readonly Contradicted[];
    journal: CommandSender['journal'];
    /** Where the events stood, and when it was, as the run began. */
    since: number;
    begun: Date;
  }>,
): Promise<Evidence> {
  const { read, simulators } = world;
  const ids = fates.flatMap(({ caseId }) => caseId ?? []);
  const events = (await read<EventRow & { at: Date; recordedAt: Date }>(EVENTS, [ids])).map((row) => ({
    ...row,
    at: row.at.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  }));
  const touched = [...new Set(events.map(({ aggregateId }) => aggregateId))];
  const aggregates: AggregateRow[] = [];
  for (const [type, { table }] of Object.entries(AGGREGATES)) {
    const stored = await read<Omit<AggregateRow, 'type'>>(
      `select id, version, state from ${table} where id = any ($1)`,
      [touched],
    );
    aggregates.push(...stored.map((row) => ({ type, ...row })));
  }
  const commandIds = journal.map(({ route, key }) => `http:officer:${route}:${key}`);
  const handled = await read<{ id: string; receipt: Record<string, unknown> }>(
    'select command_id as id, receipt from handled_command where command_id = any ($1)',
    [commandIds],
  );
  const opened = await read<{ id: string }>(
    `select aggregate_id as id from domain_event where type = 'CaseOpened' and seq > $1`,
    [since],
  );
  const [outbox] = await read<{ waiting: number; unheard: number }>(
    `select (select count(*)::int from domain_event where dispatched_at is null) as waiting,
       (select count(*)::int from inbox_message where status = 'received') as unheard`,
  );
  const ledgers = await Promise.all(
    simulators.map(async (simulator) => [simulator.name, await ledgerOf(simulator)] as const),
  );
  return {
    acknowledged: journal,
    handled: new Map(handled.map(({ id, receipt }) => [id, receipt])),
    opened: opened.map(({ id }) => id),
    fates,
    events,
    aggregates,
    effects: await read<EffectRow>(
      `select key, system, case_id as "caseId", owner_id as "ownerId", status, reference, code from effect
       where case_id = any ($1) or owner_id = any ($2)`,
      [ids, touched],
    ),
    ledgers: Object.fromEntries(ledgers),
    processes: (
      await Promise.all(
        [...processesBegun(events).keys()].map((id) => world.engine((client) => processOf(client, id))),
      )
    ).flat(),
    unannounced: outbox?.waiting ?? 0,
    unheard: outbox?.unheard ?? 0,
    bulkRuns: await read<Evidence['bulkRuns'][number]>(
      `select kind, key, stage, (select max(asked_at + make_interval(secs => answer_within_hours * 3600)) from follow_up
          where kind = 'monitoring-round' and follow_up.state = 'asked'
            and day = (bulk_run.state #>> '{about,day}')::date and slot = bulk_run.state #>> '{about,slot}') as "openUntil"
       from bulk_run where (state ->> 'requestedAt')::timestamptz >= $1`,
      [begun],
    ),
    contradictions: await dealtWith(world, contradicted),
    rulesInForce: world.rules.version(),
    failed: await world.engine((client) => failedProcesses(client, begun)),
    takenAt: new Date().toISOString(),
  };
}

/** Processes may wait and may be called off; none may end in an error. With its reason. */
async function failedProcesses(client: Client, since: Date): Promise<readonly string[]> {
  const failed: string[] = [];
  const query = `ExecutionStatus in ('Failed', 'TimedOut', 'Terminated') and CloseTime > '${since.toISOString()}'`;
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const failure = events?.at(-1)?.workflowExecutionFailedEventAttributes?.failure;
    failed.push(
      `${workflowId}: ${failure?.message ?? 'no failure'}, ${failure?.cause?.message ?? 'no cause'}`,
    );
  }
  return failed;
}

async function processOf(client: Client, id: string): Promise<readonly ProcessView[]> {
  const handle = client.workflow.getHandle(id);
  try {
    const { status, startTime, closeTime, raw, typedSearchAttributes } = await handle.describe();
    const { events } = await handle.fetchHistory();
    const due = typedSearchAttributes.getAll().find(({ key }) => key.name === 'NextDueAt')?.value;
    const activities = (raw.pendingActivities ?? []).filter(({ attempt }) => (attempt ?? 1) > 1);
    const task = raw.pendingWorkflowTask;
    return [
      {
        id,
        status: status.name,
        startedAt: startTime.toISOString(),
        closedAt: closeTime?.toISOString() ?? null,
        retrying: [
          ...activities.map(({ activityType, attempt }) => `${activityType?.name} for the ${attempt}. time`),
          ...(task != null && (task.attempt ?? 1) > 2 ? [`its own code for the ${task.attempt}. time`] : []),
        ],
        nextDueAt: due instanceof Date ? due.toISOString() : null,
        news: (events ?? []).flatMap(newsIn),
      },
    ];
  } catch (error) {
    if ((error as Error).name === 'WorkflowNotFoundError') return [];
    throw error;
  }
}

type HistoryEvent = NonNullable<
  Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']
>[number];

/** News that a process began with or was told, by our relay: what a fault has told it is no promise of ours. */
function newsIn(event: HistoryEvent): readonly News[] {
  const started = event.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
  if (started != null) return (parsed(started) as { news: readonly News[] }).news;
  const told = event.workflowExecutionSignaledEventAttributes;
  const signal = told?.input?.payloads?.[0]?.data;
  return signal == null || told?.identity === FAULTS_ARE_FROM ? [] : (parsed(signal) as readonly News[]);
}

const parsed = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'));
