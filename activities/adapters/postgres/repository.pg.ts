import type pg from 'pg';
import type { AggregateRoot, DomainEvent, Stored } from '../../../domain/shared-kernel/aggregate-root.ts';
import { NotFound, StaleAggregate } from '../../../domain/shared-kernel/domain-error.ts';
import type { ErrorCode } from '../../../domain/shared-kernel/error-code.ts';
import { crashPoint } from '../../ports/crash-points.ts';
import type { Sealed } from '../../ports/personal-values.ts';
import { handledBefore, isTaken } from './handled-commands.ts';
import type { SealedColumns } from './sealed-person.ts';
import {
  CommandAheadOfTime,
  type CommandIdentity,
  type Receipt,
  type Repository,
} from '../../ports/repository.ts';

type Root = AggregateRoot<unknown, never, DomainEvent>;

/** How one kind of aggregate lies in its table. */
export type Storage<Aggregate extends Root, State> = Readonly<{
  table: string;
  type: string;
  notFound: ErrorCode;
  restore: (id: string, stored: Stored<State>, sealed: Sealed | null) => Aggregate;
  /** The case whose history an event belongs to. */
  caseId: (aggregate: Aggregate) => string | null;
  /** Values for the columns `sealed` and `phone_index`, where the table has them, and what a search finds it by. */
  sealed?: (aggregate: Aggregate) => SealedColumns;
}>;

type Loaded<State> = {
  version: number;
  state: State;
  sealed?: Sealed | null;
  fingerprint: string | null;
  receipt: Receipt | null;
};

/**
 * State, version, events and the handled command in one statement. `announces` tells which events somebody waits for:
 * the others are stored as announced already.
 */
export function pgRepository<Aggregate extends Root, State>(
  pool: pg.Pool,
  storage: Storage<Aggregate, State>,
  announces: (eventType: string) => boolean,
  bell: () => void,
): Repository<Aggregate> {
  const { table, type, notFound, sealed } = storage;
  const sealedColumn = sealed === undefined ? '' : ', a.sealed';
  const select = `select a.version, a.state${sealedColumn}, h.fingerprint, h.receipt
    from ${table} a left join handled_command h on h.command_id = $2 where a.id = $1`;
  const [columns, values, assignments] =
    sealed === undefined
      ? ['', '', '']
      : [
          ', sealed, phone_index',
          ', $10::jsonb, $11::text',
          `, sealed = $10::jsonb, phone_index = $11::text,
          personal = case when $10::jsonb is null and $4::jsonb ->> 'stage' <> 'erased' then person.personal end`,
        ];
  const insert = saveStatement(
    `insert into ${table} (id, version, state${columns})
       select $1::uuid, $3::int, $4::jsonb${values} from in_time where $2::int = 0 returning id`,
    sealed === undefined ? '' : SEARCHED,
  );
  const update = saveStatement(
    `update ${table} set version = $3::int, state = $4::jsonb${assignments} from in_time
       where id = $1::uuid and version = $2::int returning id`,
    sealed === undefined ? '' : `${SOUGHT_NO_MORE}${SEARCHED}`,
  );

  return {
    async load(id, commandId) {
      const { rows } = await pool.query<Loaded<State>>({
        name: `load-${type}`,
        text: select,
        values: [id, commandId ?? null],
      });
      const row = rows[0];
      if (row === undefined) throw new NotFound(notFound, { id });
      const aggregate = storage.restore(id, { state: row.state, version: row.version }, row.sealed ?? null);
      if (row.receipt === null) return { aggregate };
      return { aggregate, handled: { fingerprint: row.fingerprint, receipt: row.receipt } };
    },

    async save(aggregate, identity?: CommandIdentity, receipt?: Receipt) {
      const events = aggregate.news;
      const before = aggregate.versionBefore;
      const parameters: unknown[] = [
        aggregate.id,
        before,
        aggregate.version,
        JSON.stringify(aggregate.state),
        events[events.length - 1]?.at ?? new Date(0).toISOString(),
        type,
        storage.caseId(aggregate),
        JSON.stringify(events.map((event, index) => row(event, before + index + 1, announces))),
        JSON.stringify({
          id: identity?.commandId ?? null,
          fingerprint: identity?.fingerprint ?? null,
          receipt,
        }),
      ];
      const creating = before === 0 && events.length > 0;
      if (sealed !== undefined) {
        const kept = sealed(aggregate);
        parameters.push(
          kept.sealed === null ? null : JSON.stringify(kept.sealed),
          kept.phoneIndex,
          kept.tokens,
        );
      }
      crashPoint('save/before-commit');
      try {
        const { rows } = await pool.query<{ saved: boolean; in_time: boolean }>({
          name: `${creating ? 'insert' : 'update'}-${type}`,
          text: creating ? insert : update,
          values: parameters,
        });
        if (rows[0]?.in_time === false) throw new CommandAheadOfTime();
        if (rows[0]?.saved !== true) throw new StaleAggregate({ id: aggregate.id });
        crashPoint('save/before-announcement');
        if (events.some((event) => announces(event.type))) bell();
      } catch (error) {
        throw await explained(pool, error, aggregate.id, identity);
      }
    },
  };
}

/** What a search finds it by stands in its present district, and nothing else does. */
const SOUGHT_NO_MORE = `, sought_no_more as (
    delete from person_search_token t using saved where t.person_id = saved.id
      and not (t.district = $4::jsonb ->> 'district' and t.token = any ($12::bytea[]))
  )`;
const SEARCHED = `, searched as (
    insert into person_search_token (token, district, person_id)
    select token, $4::jsonb ->> 'district', saved.id from saved, unnest($12::bytea[]) token
    on conflict do nothing
  )`;

/** The database's clock decides what lies in the future; five minutes are forgiven. */
function saveStatement(write: string, beside: string): string {
  return `with in_time as (
    select 1 from simulation_clock where $5::timestamptz <= clock_timestamp() + ahead + interval '5 minutes'
  ), saved as (${write}), recorded as (
    insert into domain_event
      (aggregate_type, aggregate_id, version, type, at, actor, data, case_id, command_id, dispatched_at)
    select $6::text, $1::uuid, e.version, e.type, e.at, e.actor, e.data, $7::text, $9::json ->> 'id',
           case when e.announced then null else clock_timestamp() end
    from saved, jsonb_to_recordset($8::jsonb)
      as e(version int, type text, at timestamptz, actor text, data jsonb, announced boolean)
    order by e.version
  ), handled as (
    insert into handled_command (command_id, fingerprint, receipt)
    select $9::json ->> 'id', $9::json ->> 'fingerprint', $9::json -> 'receipt'
    from saved where $9::json ->> 'id' is not null
  )${beside}
  select exists (select from saved) as saved, exists (select from in_time) as in_time`;
}

function row(event: DomainEvent, version: number, announces: (eventType: string) => boolean) {
  const { type, at, by, ...data } = event;
  return { version, type, at, actor: by, data, announced: announces(type) };
}

async function explained(
  pool: pg.Pool,
  error: unknown,
  id: string,
  identity: CommandIdentity | undefined,
): Promise<unknown> {
  if (!isTaken(error)) return error;
  const { constraint } = error as { constraint?: string };
  const stale = constraint === 'handled_command_pkey' ? error : new StaleAggregate({ id });
  // The same command at the same moment may meet another rule first: what the aggregate must be the only one of.
  return (await handledBefore(pool, identity?.commandId)) ?? stale;
}
