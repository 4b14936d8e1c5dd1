import type pg from 'pg';
import type { BulkCommands, CommandOfRun, CommandRow, OrderNow } from '../../ports/bulk-commands.ts';
import { SealRefused, type Sealed } from '../../ports/personal-values.ts';
import { inTransaction } from './bulk-batch.ts';
import { handledBefore } from './handled-commands.ts';
import type { TextSeal } from './sealed-text.ts';

const AT_ONCE = 200;
/** A seal of one run does not open in another. */
const place = (runId: string): string => `command:${runId}`;

const PAGE = `with recorded as (
    select distinct on (a.subject_id) a.subject_id, a.outcome
    from bulk_command b join access_record a on a.staff_id = b.staff_id and a.at >= b.asked_at and a.request_id = b.run_id
    where b.run_id = $1 order by a.subject_id, a.at desc)
  select r.number, r.subject_id as "subjectId", r.from_version as "fromVersion", r.kept,
    r.expected_version as "expectedVersion", r.made_id as "madeId", o.outcome as "onRecord",
    case when d.run_id is not null then jsonb_build_object('outcome', d.outcome, 'details', d.details) end as result
  from bulk_command_row r left join recorded o on o.subject_id = r.subject_id
    left join bulk_result d on d.run_id = r.run_id and d.subject_id = r.subject_id::text
  where r.run_id = $1 and r.number > $2
  order by r.number limit $3`;

/** The database's own time on both sides: an access record of before the order says nothing of after it. */
const NOW = `select b.called_off as "calledOff",
    exists (select from staff_account s where s.staff_id = b.staff_id and s.stage = 'revoked') as "isRevoked",
    (select jsonb_build_object('roles', a.roles, 'offices', a.offices) from access_record a
       where a.staff_id = b.staff_id and a.at >= b.asked_at order by a.at desc limit 1) as latest
  from bulk_command b where b.run_id = $1`;

/** What never became a run, because whoever took it was cut off in between. */
const FORGET_ORPHANS = `with orphan as (
    delete from bulk_command b where b.asked_at < clock_timestamp() - interval '1 day'
      and not exists (select from bulk_run r where r.id = b.run_id) returning b.run_id)
  delete from bulk_command_row r using orphan o where r.run_id = o.run_id`;

type Row = Readonly<{
  command: string;
  sealed: Sealed | null;
  trial: boolean;
  undoOf: string | null;
  staffId: string;
  roles: readonly string[];
  offices: readonly string[];
  sourceAddress: string;
  reason: string | null;
}>;
const OF = `select command, sealed, trial, undo_of as "undoOf", staff_id as "staffId", roles, offices,
    source_address as "sourceAddress", reason from bulk_command where run_id = $1`;

export function pgBulkCommands(pool: pg.Pool, texts: TextSeal, batch = AT_ONCE): BulkCommands {
  const one = async <Found extends pg.QueryResultRow>(name: string, text: string, runId: string) => {
    const { rows } = await pool.query<Found>({ name, text, values: [runId] });
    const [found] = rows;
    if (found === undefined) throw new TypeError('a run without its command');
    return found;
  };
  return {
    batch,
    toldBefore: async (commandId) => (await handledBefore(pool, commandId))?.handled,
    keep: ({ runId, command, body, isTrial, orderer, subjectIds, undoOf }) =>
      inTransaction(pool, async (client) => {
        await client.query(FORGET_ORPHANS);
        const { staffId, roles, offices, sourceAddress, reason } = orderer;
        const sealed = texts.seal(place(runId), JSON.stringify(body));
        await client.query(
          `insert into bulk_command (run_id, command, sealed, trial, undo_of, staff_id, roles, offices, source_address, reason)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            ...[runId, command, sealed, isTrial, undoOf ?? null],
            ...[staffId, roles, offices, sourceAddress, reason ?? null],
          ],
        );
        await client.query(
          `insert into bulk_command_row (run_id, number, subject_id)
           select $1, number, id from unnest($2::uuid[]) with ordinality as s(id, number)`,
          [runId, subjectIds],
        );
      }),
    drop: (runId) =>
      inTransaction(pool, async (client) => {
        const orphan = 'run_id = $1 and not exists (select from bulk_run where id = $1)';
        await client.query(`delete from bulk_command_row where ${orphan}`, [runId]);
        await client.query(`delete from bulk_command where ${orphan}`, [runId]);
      }),
    async of(runId): Promise<CommandOfRun> {
      const { command, sealed, trial, undoOf, reason, ...as } = await one<Row>('bulk-command', OF, runId);
      return {
        ...{ runId, command, isTrial: trial, orderer: { ...as, reason: reason ?? undefined } },
        ...(undoOf === null ? {} : { undoOf }),
        body: () => {
          if (sealed === null) throw new SealRefused('erased');
          return JSON.parse(texts.open(place(runId), sealed)) as object;
        },
      };
    },
    async page(runId, after, limit) {
      const { rows } = await pool.query<CommandRow>(PAGE, [runId, after, limit]);
      return rows;
    },
    async remember({ runId, number }, { version, kept }) {
      await pool.query(
        'update bulk_command_row set from_version = $3, kept = $4 where run_id = $1 and number = $2',
        [runId, number, version, kept],
      );
    },
    now: (runId) => one<OrderNow>('bulk-command-now', NOW, runId),
    async callOff(runId) {
      await pool.query('update bulk_command set called_off = true where run_id = $1', [runId]);
    },
    async takeDone(runId, undoOf) {
      await pool.query(
        `insert into bulk_command_row (run_id, number, subject_id, expected_version, made_id, kept)
         select $1, r.number, r.subject_id, (d.details ->> 'version')::integer, (d.details ->> 'madeId')::uuid, r.kept
         from bulk_command_row r join bulk_result d on d.run_id = r.run_id and d.subject_id = r.subject_id::text
         where r.run_id = $2 and d.outcome = 'done'
         on conflict (run_id, number) do nothing`,
        [runId, undoOf],
      );
    },
    async forgetBody(runId) {
      await pool.query('update bulk_command set sealed = null where run_id = $1', [runId]);
    },
  };
}
