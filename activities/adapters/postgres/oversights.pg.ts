import type pg from 'pg';
import type { CaseState } from '../../../domain/patient-management/case/case.state.ts';
import type { EpisodeGroup, Oversights } from '../../ports/oversights.ts';
import { callsNotNeeded } from './calls.pg.ts';
import { isOpenCase } from './open-case.ts';
import { isOpenContact } from './open-contact.ts';
import { undecidedExports } from './undecided-exports.pg.ts';

const OPEN = isOpenCase('c');
const DAY = `(c.opened_at::timestamptz at time zone 'Asia/Seoul')::date`;
const CHOSEN = 'c.chosen_protocol';
const CONTACTS = `exists (select from contact k where k.source_case_id = c.id::text and ${isOpenContact('k')})`;
type Row = Readonly<{ disease: string; openedAt: string; chosen: string | null }>;
const groupOf = ({ disease, openedAt, chosen }: Row): EpisodeGroup => ({
  disease,
  openedAt,
  ...(chosen === null ? {} : { chosenProtocol: chosen }),
});

export function pgOversights(pool: pg.Pool): Oversights {
  const episodes = (which: string) => async (): Promise<readonly EpisodeGroup[]> => {
    const { rows } = await pool.query<Row>(
      `select c.disease, min(c.opened_at) as "openedAt", ${CHOSEN} as chosen from disease_case c
       where ${which} group by c.disease, ${DAY}, ${CHOSEN}`,
    );
    return rows.map(groupOf);
  };
  const withoutTask =
    (which: string): Oversights['openCasesWithoutTask'] =>
    async ({ disease, openedAt, chosenProtocol }, reason, limit) => {
      const { rows } = await pool.query<{ id: string }>(
        `select c.id from disease_case c
         where ${which} and c.disease = $1 and ${DAY} = ($2::timestamptz at time zone 'Asia/Seoul')::date
           and ${CHOSEN} is not distinct from $3::text and not exists (
             select from task t where t.case_id = c.id::text and t.stage <> 'cancelled'
               and t.state ->> 'kind' = 'process-parked' and t.state ->> 'reason' = $4)
         order by c.id limit $5`,
        [disease, openedAt, chosenProtocol ?? null, reason, limit],
      );
      return rows.map(({ id }) => id);
    };

  return {
    openEpisodes: episodes(OPEN),
    openCasesWithoutTask: withoutTask(OPEN),
    episodesOfOpenContacts: episodes(CONTACTS),
    casesOfOpenContactsWithoutTask: withoutTask(CONTACTS),
    async claimsToJudge(limit) {
      const { rows } = await pool.query<{ id: string }>(
        `select l.id from living_support l join isolation i on i.id::text = l.isolation_id
         where l.stage = 'applied' and i.stage = 'ended' order by l.id limit $1`,
        [limit],
      );
      return rows.map(({ id }) => id);
    },
    async claimTasksBecause(reason, limit) {
      const { rows } = await pool.query<{ taskId: string; claimId: string }>(
        `select t.id as "taskId", t.subject_id as "claimId" from task t
         where t.stage = 'open' and t.state ->> 'kind' = 'process-parked' and t.state ->> 'reason' = $1
           and t.state #>> '{subject,kind}' = 'living-support' order by t.id limit $2`,
        [reason, limit],
      );
      return rows;
    },
    async openTasksBecause(reason, limit) {
      const { rows } = await pool.query<Row & { taskId: string; stage: CaseState['stage'] }>(
        `select t.id as "taskId", c.stage, c.disease, c.opened_at as "openedAt", ${CHOSEN} as chosen
         from task t join disease_case c on c.id = t.case_id::uuid
         where t.stage = 'open' and t.state ->> 'kind' = 'process-parked' and t.state ->> 'reason' = $1
         order by t.id limit $2`,
        [reason, limit],
      );
      return rows.map(({ taskId, stage, ...row }) => ({ taskId, stage, episode: groupOf(row) }));
    },
    async newsUntold(afterMinutes, limit) {
      const { rows } = await pool.query<{ kind: string; id: string; case_id: string | null; from: number }>(
        `select aggregate_type as kind, aggregate_id as id, max(case_id) as case_id, min(version) as from
         from domain_event
         where dispatched_at is null and recorded_at < clock_timestamp() - make_interval(mins => $1)
         group by aggregate_type, aggregate_id order by min(seq) limit $2`,
        [afterMinutes, limit],
      );
      return rows.map(({ kind, id, case_id, from }) => ({
        about: { kind, id, ...(case_id === null ? {} : { caseId: case_id }) },
        from,
      }));
    },
    async tasksOfNewsTold(reason, limit) {
      const { rows } = await pool.query<{ id: string }>(
        `select t.id from task t
         where t.stage = 'open' and t.state ->> 'kind' = 'process-parked' and t.state ->> 'reason' = $1
           and not exists (select from domain_event e
             where e.dispatched_at is null and e.aggregate_id = coalesce(t.subject_id, t.case_id)::uuid)
         order by t.id limit $2`,
        [reason, limit],
      );
      return rows.map(({ id }) => id);
    },
    ...undecidedExports(pool),
    callsNotNeeded: (limit) => callsNotNeeded(pool, limit),
    async correctionsUntold(limit) {
      const { rows } = await pool.query<{ id: string }>(
        `select t.id from test t
         where t.state ->> 'stage' = 'corrected'
           and not exists (select from handled_command h where h.command_id =
             'test:' || t.id || ':corrected-' || jsonb_array_length(t.state -> 'earlierResults') || ':task')
         order by t.id limit $1`,
        [limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}
