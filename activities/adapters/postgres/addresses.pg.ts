import type pg from 'pg';
import type { Address, Reaction } from '../../policies/reaction.ts';
import { PROCESSES, type ProcessName } from '../../ports/processes.ts';
import { mergedWith } from './merged-records.pg.ts';
import { isOpenCase } from './open-case.ts';
import { isOpenContact } from './open-contact.ts';

/** An event as far as it tells whom it concerns. */
export type EventRow = Readonly<{
  aggregate_id: string;
  type: string;
  at: Date;
  case_id: string | null;
  actor: string;
  data: Readonly<Record<string, unknown>>;
}>;
export type ReactionsTo = (eventType: string) => readonly Reaction[];
export type Addressee = Readonly<{ process: ProcessName; id: string; begins: boolean }>;

type Found = Readonly<{
  key: (event: EventRow) => string | null;
  sql: string;
  /** The ids among one that was found that a process answers to. */
  idsFor?: (process: ProcessName, found: string) => readonly string[];
}>;
const ofEvent = ({ aggregate_id }: EventRow): string => aggregate_id;
const ofCase = ({ case_id }: EventRow): string | null => case_id;

const versionOf = ({ data }: EventRow): string | null =>
  (data['version'] as { id?: string } | undefined)?.id ?? null;

/** A run, found as `kind/key`, is heard of by the process of its own kind only. */
const ofKind = (process: ProcessName, run: string): readonly string[] => {
  const kind = `${PROCESSES[process].prefix}/`;
  return run.startsWith(kind) ? [run.slice(kind.length)] : [];
};

const MISSED = `i.stage <> 'ended' and (i.state ->> 'missedInARow')::int > 0`;

/** Answers key and id, for a list of keys. */
const FOUND: Readonly<Partial<Record<Address, Found>>> = {
  'isolation of the case': {
    key: ofCase,
    sql: `select case_id as key, id::text from isolation where case_id = any ($1) and kind = 'isolation'`,
  },
  'isolation of the case, after missed checks': {
    key: ofCase,
    sql: `select i.case_id as key, i.id::text from isolation i where i.case_id = any ($1) and i.kind = 'isolation' and ${MISSED}`,
  },
  'quarantine of the contact, after missed checks': {
    key: ofEvent,
    sql: `select c.id::text as key, i.id::text from contact c join isolation i on i.person_id = c.exposed_person_id
      where c.id = any ($1::uuid[]) and i.kind = 'quarantine' and ${MISSED}`,
  },
  'quarantine of the case’s person': {
    key: ofCase,
    sql: `with recursive record(key, id) as (
        select d.id::text, d.person_id from disease_case d where d.id = any ($1::uuid[])
        union select r.key, o.id from record r cross join lateral ${mergedWith('r.id')} o)
      select r.key, i.id::text from record r join isolation i on i.person_id = r.id
      where i.kind = 'quarantine' and i.stage <> 'ended'`,
  },
  'itself, where it is investigated': {
    key: ofEvent,
    sql: `select id::text as key, id::text from route where id = any ($1::uuid[]) and stage <> 'recorded'`,
  },
  'route of the case': {
    key: ofCase,
    sql: `select case_id as key, id::text from route where case_id = any ($1) and stage <> 'recorded'`,
  },
  'look-ups of the case': {
    key: ofCase,
    sql: `select case_id as key, id::text from information_request where case_id = any ($1)
      and stage not in ('rejected', 'closed')`,
  },
  'supplies of the isolation': {
    key: ofEvent,
    sql: `select isolation_id as key, id::text from supplies where isolation_id = any ($1)
      and stage not in ('present', 'delivered', 'cancelled')`, // the end of the isolation takes nothing back from these
  },
  'claim of the isolation': {
    key: ofEvent,
    sql: 'select isolation_id as key, id::text from living_support where isolation_id = any ($1)',
  },
  'supplies of the case': {
    key: ofCase,
    sql: `select i.case_id as key, s.id::text from isolation i join supplies s on s.isolation_id = i.id::text
      where i.case_id = any ($1)`,
  },
  'supplies of the person, still to be ordered': {
    key: ofEvent,
    sql: `with recursive record(key, id) as (
        select k, k from unnest($1::text[]) k
        union select r.key, o.id from record r cross join lateral ${mergedWith('r.id')} o)
      select r.key, s.id::text from record r join isolation i on i.person_id = r.id
      join supplies s on s.isolation_id = i.id::text where s.stage = 'missing'`,
  },
  'claim of the case': {
    key: ofCase,
    sql: `select i.case_id as key, l.id::text from isolation i join living_support l on l.isolation_id = i.id::text
      where i.case_id = any ($1)`,
  },
  'claims of the person': {
    key: ofEvent,
    sql: `select i.person_id as key, l.id::text from isolation i join living_support l on l.isolation_id = i.id::text
      where i.person_id = any ($1) and l.stage not in ('ineligible', 'paid', 'rejected', 'recovered')`,
  },
  'hand-over of the case': {
    key: ofCase,
    sql: `select case_id as key, id::text from hand_over where case_id = any ($1) and stage in ('offered', 'accepted')`,
  },
  'contacts of the isolation': {
    key: ofEvent,
    sql: `select i.id::text as key, c.id::text from isolation i join contact c on c.exposed_person_id = i.person_id
      where i.id = any ($1::uuid[]) and i.kind = 'quarantine'`,
  },
  'contacts of the case': {
    key: ofCase,
    sql: 'select source_case_id as key, id::text from contact where source_case_id = any ($1)',
  },
  'contacts of the case’s person': {
    key: ofCase,
    sql: `select d.id::text as key, c.id::text from disease_case d join contact c on c.exposed_person_id = d.person_id
      where d.id = any ($1::uuid[]) and (${isOpenContact('c')} or c.id::text = d.state ->> 'contactId')`,
  },
  'clinic’s day of the task': {
    key: ofEvent,
    sql: `select t.id::text as key, coalesce(substring(e.command_id from '^clinic:([^:]+):'), t.subject_id || '/' ||
        to_char((t.state ->> 'openedAt')::timestamptz at time zone 'Asia/Seoul', 'YYYY-MM-DD')) as id
      from task t left join domain_event e on e.aggregate_id = t.id and e.version = 1
      where t.id = any ($1::uuid[]) and t.state #>> '{subject,kind}' = 'clinic'`, // a day's task may be opened after its midnight
  },
  'run of the task': {
    key: ofEvent,
    sql: `select t.id::text as key, r.kind || '/' || r.key as id from task t join bulk_run r on r.id::text = t.subject_id
      where t.id = any ($1::uuid[]) and t.state #>> '{subject,kind}' = 'bulk-run'`,
    idsFor: ofKind,
  },
  /** Whoever is under watch now, or may be by the day on which it takes effect. */
  'the version, where it may reach somebody': {
    key: versionOf,
    sql: `select v as key, v as id from unnest($1::text[]) v
      where split_part(v, '/', 2) > to_char(now() at time zone 'Asia/Seoul', 'YYYY-MM-DD')
        or exists (select from disease_case c where ${isOpenCase('c')}
          and v like '%-' || c.disease || '/%')
        or exists (select from contact where ${isOpenContact()})`,
  },
  'contact that became the case': {
    key: ofCase,
    sql: 'select case_id as key, id::text from contact where case_id = any ($1)',
  },
};

/** Whose processes hear of each event. */
export async function addresseesOf(
  client: Pick<pg.ClientBase, 'query'>,
  reactionsTo: ReactionsTo,
  events: readonly EventRow[],
): Promise<readonly (readonly Addressee[])[]> {
  const found = new Map<Address, ReadonlyMap<string, readonly string[]>>();
  for (const [address, { key, sql }] of Object.entries(FOUND) as [Address, Found][]) {
    const keys = events
      .filter(({ type }) => reactionsTo(type).some(({ to }) => to === address))
      .flatMap((event) => key(event) ?? []);
    if (keys.length === 0) continue;
    const { rows } = await client.query<{ key: string; id: string }>(sql, [keys]);
    const ids = new Map<string, string[]>();
    for (const row of rows) ids.set(row.key, [...(ids.get(row.key) ?? []), row.id]);
    found.set(address, ids);
  }
  return events.map((event) =>
    reactionsTo(event.type).flatMap(({ process, by, to }) => {
      const key = FOUND[to]?.key(event);
      const ids = key === undefined ? written(to, process, event) : (found.get(to)?.get(key ?? '') ?? []);
      return ids
        .flatMap((id) => FOUND[to]?.idsFor?.(process, id) ?? id)
        .map((id) => ({ process, id, begins: by === 'start' }));
    }),
  );
}

const SUBJECT_OF: Readonly<Record<ProcessName, string>> = {
  ...(Object.fromEntries(Object.entries(PROCESSES).map(([name, { prefix }]) => [name, prefix])) as Readonly<
    Record<ProcessName, string>
  >),
  routeInvestigation: 'route',
  informationRequest: 'information-request',
  webhookDelivery: 'webhook-subscription',
};

/** Addresses that stand in the event itself. */
function written(to: Address, process: ProcessName, event: EventRow): readonly string[] {
  const { aggregate_id, case_id, data, actor } = event;
  if (to === 'itself') return [aggregate_id];
  if (to === 'itself, after missed checks') return data['missedBefore'] === undefined ? [] : [aggregate_id];
  if (to === 'itself, unless by its own step')
    return actor === `process:${PROCESSES[process].prefix}` ? [] : [aggregate_id];
  if (to === 'itself, after an earlier plan')
    return data['previousEndsAt'] === undefined ? [] : [aggregate_id];
  if (to === 'the case') return case_id === null ? [] : [case_id];
  if (to === 'the tested contact') return typeof data['contactId'] === 'string' ? [data['contactId']] : [];
  if (to === 'the run') return data['kind'] === PROCESSES[process].prefix ? [String(data['key'])] : [];
  if (to === 'clinic’s day') return [`${aggregate_id}/${dayInSeoul(event.at)}`];
  if (to !== 'task’s subject') throw new TypeError(`nobody knows how to find ${to}`);
  const { subjectKind, subjectId } = data;
  if (typeof subjectKind === 'string' && typeof subjectId === 'string') {
    return subjectKind === SUBJECT_OF[process] ? [subjectId] : [];
  }
  return case_id !== null && asksAbout(process, data['kind']) ? [case_id] : [];
}

/** A task about nothing but a case was asked by the case's process, or by the one that clears its person's identity. */
const asksAbout = (process: ProcessName, kind: unknown): boolean =>
  process === 'caseLifecycle'
    ? kind !== 'identity-in-doubt'
    : process === 'identityCheck' && (kind === 'identity-in-doubt' || kind === 'process-parked');

const dayInSeoul = (at: Date): string => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
