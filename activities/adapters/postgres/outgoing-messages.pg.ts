import type pg from 'pg';
import { Person } from '../../../domain/patient-management/person/person.ts';
import { personId } from '../../../domain/shared-kernel/id.ts';
import type { Sealed } from '../../ports/personal-values.ts';
import type { ClaimedMessage, OutgoingMessages, Reached } from '../../ports/outgoing-messages.ts';
import { inTransaction } from './bulk-batch.ts';
import { SealRefused } from '../../ports/personal-values.ts';
import type { PersonSeals } from './sealed-person.ts';

/** No call to a partner lasts longer: a claim that is older belongs to a worker that is gone. */
const LEASE_MILLISECONDS = 20_000;

export function pgOutgoingMessages(
  pool: pg.Pool,
  seals: PersonSeals,
  leaseMilliseconds = LEASE_MILLISECONDS,
): OutgoingMessages {
  return {
    async waitingDiseases(runId) {
      const { rows } = await pool.query<{ disease: string }>(
        `select distinct disease from outgoing_message where run_id = $1 and state in ('waiting', 'sending')`,
        [runId],
      );
      return rows.map(({ disease }) => disease);
    },
    claim: ({ runId, diseases, limit }) =>
      inTransaction(pool, async (client) => {
        const run = await client.query<{ stage: string }>('select stage from bulk_run where id = $1', [
          runId,
        ]);
        if (run.rows[0]?.stage === 'paused') return { paused: true, messages: [], underWay: 0 };
        const { rows } = await client.query<ClaimedMessage & { caseId: string }>(
          `with next as (
             select run_id, person_id, state = 'sending' as tried from outgoing_message
             where run_id = $1 and disease = any ($2) and (state = 'waiting' or
               (state = 'sending' and claimed_at < clock_timestamp() - $4 * interval '1 millisecond'))
             order by person_id limit $3 for update skip locked
           ), claimed as (
             update outgoing_message m set state = 'sending', claimed_at = clock_timestamp()
             from next n where m.run_id = n.run_id and m.person_id = n.person_id
             returning m.key, m.person_id, m.disease, m.template, m.case_id, n.tried
           ), intended as (
             insert into effect (key, name, system, owner_kind, owner_id, case_id, status)
             select key, template, 'sms', split_part(key, ':', 1), split_part(key, ':', 2), case_id, 'intended' from claimed
             on conflict (key) do update set attempts = effect.attempts + 1
           )
           select key, person_id as "personId", disease, template, tried as "triedBefore" from claimed`,
          [runId, diseases, limit, leaseMilliseconds],
        );
        if (rows.length > 0) return { paused: false, messages: rows, underWay: 0 };
        const taken = await client.query<{ count: number }>(
          `select count(*)::int as count from outgoing_message
           where run_id = $1 and disease = any ($2) and state = 'sending'`,
          [runId, diseases],
        );
        return { paused: false, messages: [], underWay: taken.rows[0]?.count ?? 0 };
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
    async letGo(runId, messages) {
      await pool.query(
        `update outgoing_message set claimed_at = '-infinity' where run_id = $1 and person_id = any ($2) and state = 'sending'`,
        [runId, messages.map(({ personId: id }) => id)],
      );
    },
    async reach(personIds) {
      const { rows } = await pool.query<{
        id: string;
        version: number;
        state: Person['state'];
        sealed: Sealed | null;
      }>('select id, version, state, sealed from person where id = any ($1)', [personIds]);
      const reached = new Map<string, Reached>();
      for (const { id, version, state, sealed } of rows) {
        try {
          const person = Person.from(personId(id), { state, version }, seals.open(id, sealed));
          const { phone } = person.personalOrNothing ?? {};
          if (phone !== undefined) reached.set(id, { phone, language: state.language });
        } catch (error) {
          if (!(error instanceof SealRefused)) throw error; // one row that does not open holds up nobody else
        }
      }
      return reached;
    },
  };
}
