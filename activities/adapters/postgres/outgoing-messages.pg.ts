import type pg from 'pg';
import { Person } from '../../../domain/patient-management/person/person.ts';
import { personId } from '../../../domain/shared-kernel/id.ts';
import type { Sealed } from '../../ports/personal-values.ts';
import {
  CALL_BEGUN_WITHIN_MILLISECONDS,
  type ClaimedMessage,
  type OutgoingMessages,
  type Reached,
} from '../../ports/outgoing-messages.ts';
import { inTransaction } from './bulk-batch.ts';
import { standingFor } from './merged-records.pg.ts';
import { noLongerAsked } from './no-longer-asked.ts';
import { SealRefused } from '../../ports/personal-values.ts';
import type { PersonSeals } from './sealed-person.ts';

/** No call is begun so long after its claim, and none lasts longer: an older claim belongs to a worker that is gone. */
const LEASE_MILLISECONDS = 20_000;

/** A doubt is rarely resolved sooner than the next round asks: no longer does one person hold up the end of a round. */
const HELD_MINUTES = 60;

/**
 * Looks again at those to whom the messages go: it may be hours since they were written. What somebody may have sent is
 * theirs to ask the partner about; all else goes out, is held while the identity is in doubt, or is dropped, and says why.
 */
const CLAIM = `with recursive next as materialized (
    select m.run_id, m.person_id, m.case_id, m.state = 'sending' as tried, coalesce(m.held_since, $5::timestamptz) as since,
      split_part(m.key, ':', 1) as subject_kind, split_part(m.key, ':', 2)::uuid as subject_id
    from outgoing_message m
    where run_id = $1 and disease = any ($2) and (state = 'waiting' or
      (state = 'sending' and claimed_at < clock_timestamp() - $4 * interval '1 millisecond'))
    order by person_id limit $3 for update skip locked
  ), ${noLongerAsked('next')}, fate as (
    select s.*, case when tried or because is null then 'sending'
      when because = 'identity-in-doubt' and $5::timestamptz < since + make_interval(mins => $6) then 'held'
      else 'dropped' end as fate
    from standing s
  ), claimed as (
    update outgoing_message m set state = f.fate, claimed_at = clock_timestamp(),
      code = case f.fate when 'dropped' then f.because end,
      held_since = case f.fate when 'held' then f.since end,
      settled_at = case f.fate when 'dropped' then clock_timestamp() end
    from fate f where m.run_id = f.run_id and m.person_id = f.person_id
    returning m.key, m.person_id, m.disease, m.template, m.case_id, m.state, f.tried, f.because
  ), intended as (
    insert into effect (key, name, system, owner_kind, owner_id, case_id, status)
    select key, template, 'sms', split_part(key, ':', 1), split_part(key, ':', 2), case_id, 'intended' from claimed
    where state = 'sending'
    on conflict (key) do update set attempts = effect.attempts + 1
  )
  select key, person_id as "personId", disease, template, tried as "triedBefore", state = 'sending' as "isTaken", because from claimed`;
type Claimed = Omit<ClaimedMessage, 'calledOff'> & Readonly<{ isTaken: boolean; because: string | null }>;

type PersonRow = Readonly<{
  id: string;
  version: number;
  state: Person['state'];
  sealed: Sealed | null;
}>;

/** A merged record is followed to the one that stands for it: hardly anybody's, so it is asked for when it is met. */
async function withThoseStandingForThem(
  pool: pg.Pool,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonRow>> {
  const read = new Map<string, PersonRow>();
  for (let wanted = [...personIds]; wanted.length > 0;) {
    const { rows } = await pool.query<PersonRow>(
      'select id, version, state, sealed from person where id = any ($1)',
      [wanted],
    );
    for (const row of rows) read.set(row.id, row);
    wanted = rows.flatMap(({ state: { mergedInto } }) =>
      mergedInto === undefined || read.has(mergedInto) ? [] : [mergedInto],
    );
  }
  return read;
}

export function pgOutgoingMessages(
  pool: pg.Pool,
  seals: PersonSeals,
  /** How long a message without an answer may still go out: until then nobody else may send it. */
  settlesWithinMilliseconds = 0,
): OutgoingMessages {
  const leaseMilliseconds = Math.max(
    LEASE_MILLISECONDS,
    CALL_BEGUN_WITHIN_MILLISECONDS + settlesWithinMilliseconds,
  );
  return {
    async waitingDiseases(runId) {
      const { rows } = await pool.query<{ disease: string }>(
        `select distinct disease from outgoing_message where run_id = $1 and state in ('waiting', 'sending')`,
        [runId],
      );
      return rows.map(({ disease }) => disease);
    },
    async takeBack(runId) {
      await pool.query(`update outgoing_message set state = 'waiting' where run_id = $1 and state = 'held'`, [
        runId,
      ]);
    },
    async areHeld(runId) {
      const { rowCount } = await pool.query(
        `select from outgoing_message where run_id = $1 and state = 'held' limit 1`,
        [runId],
      );
      return rowCount === 1;
    },
    claim: ({ runId, diseases, limit, now }) =>
      inTransaction(pool, async (client) => {
        const run = await client.query<{ stage: string }>('select stage from bulk_run where id = $1', [
          runId,
        ]);
        if (run.rows[0]?.stage === 'paused') return { paused: true, messages: [], looked: 0 };
        const { rows } = await client.query<Claimed>({
          name: 'claim-messages',
          text: CLAIM,
          values: [runId, diseases, limit, leaseMilliseconds, now, HELD_MINUTES],
        });
        const messages = rows.flatMap(({ isTaken, because, ...message }) =>
          isTaken ? [{ ...message, ...(because === null ? {} : { calledOff: because }) }] : [],
        );
        return { paused: false, messages, looked: rows.length };
      }),
    async settle(runId, settled) {
      await pool.query(
        `with told as (
           select * from jsonb_to_recordset($2::jsonb)
             as t(key text, "personId" uuid, outcome text, reference text, code text)
         ), kept as (
           update outgoing_message m set state = t.outcome, code = t.code, settled_at = clock_timestamp()
           from told t where m.run_id = $1 and m.person_id = t."personId" and m.state = 'sending'
         )
         update effect e set status = case t.outcome when 'sent' then 'done' else 'refused' end,
           reference = t.reference, code = t.code, settled_at = clock_timestamp()
         from told t where e.key = t.key`,
        [runId, JSON.stringify(settled)],
      );
    },
    async letGo(runId, messages, { called }) {
      await pool.query(
        `update outgoing_message set claimed_at = case when $3 then
           clock_timestamp() - $4 * interval '1 millisecond' else '-infinity' end
         where run_id = $1 and person_id = any ($2) and state = 'sending'`,
        [
          runId,
          messages.map(({ personId: id }) => id),
          called && settlesWithinMilliseconds > 0,
          leaseMilliseconds - settlesWithinMilliseconds,
        ],
      );
    },
    async reach(personIds) {
      const read = await withThoseStandingForThem(pool, personIds);
      const links = new Map([...read].map(([id, { state }]) => [id, state.mergedInto]));
      const reached = new Map<string, Reached>();
      for (const asked of personIds) {
        const row = read.get(standingFor(links, asked));
        if (row === undefined) continue;
        const { id, version, state, sealed } = row;
        try {
          const person = Person.from(personId(id), { state, version }, seals.open(id, sealed));
          const { phone } = person.personalOrNothing ?? {};
          if (phone !== undefined) reached.set(asked, { phone, language: state.language });
        } catch (error) {
          if (!(error instanceof SealRefused)) throw error; // one row that does not open holds up nobody else
        }
      }
      return reached;
    },
  };
}
