import type pg from 'pg';
import type { Lookups } from '../../ports/lookups.ts';
import { pgContactLookups } from './contact-lookups.pg.ts';
import { pgHandOverLookups } from './hand-over-lookups.pg.ts';
import { pgContactNetwork } from './contact-network.pg.ts';
import { knownByPhone } from './known-by-phone.pg.ts';
import { isAskedByRound } from './asked-by-round.ts';
import { behindTelephone } from './merged-records.pg.ts';
import { districtOf, placeOf } from './place-of.pg.ts';
import { openMattersOf } from './still-open.pg.ts';
import { staffAccountIdOf } from '../staff-account-id.ts';

/** Who may answer for a case: whoever its own process asks, and whoever a monitoring round does. */
const ANSWERING = `('home-treatment', 'symptom-check', 'retest', 'clinician-decision')`;

export function pgLookups(pool: pg.Pool, phoneIndex: (e164: string) => string): Lookups {
  return {
    ...pgContactLookups(pool, phoneIndex),
    ...pgHandOverLookups(pool),
    ...pgContactNetwork(pool),
    knownByPhone: knownByPhone(pool, phoneIndex),
    openMattersOf: openMattersOf(pool),
    placeOf: placeOf(pool),
    staffAccountIdOf,
    districtOf: districtOf(pool),
    async casesAtHomeByPhone(phone) {
      const people = await behindTelephone(pool, phoneIndex(phone));
      if (people.size === 0) return [];
      const { rows } = await pool.query<{ caseId: string; personId: string; asked: boolean }>(
        `select c.id as "caseId", c.person_id as "personId",
           c.stage = 'symptom-check' or ${isAskedByRound('case', 'c.id')} as asked
         from disease_case c where c.person_id = any ($1) and c.stage in ${ANSWERING}
         order by asked desc, c.id`,
        [[...people.keys()]],
      );
      return rows.map((row) => ({ ...row, personId: people.get(row.personId) ?? row.personId }));
    },
    async isolationOfCase(caseId) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from isolation where case_id = $1 and kind = 'isolation'`,
        [caseId],
      );
      return rows[0]?.id;
    },
    async releaseTestsOfCase(caseId) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from test where case_id = $1 and state ->> 'purpose' = 'release'
         order by (state ->> 'sequence')::integer, id`,
        [caseId],
      );
      return rows.map(({ id }) => id);
    },
    async routeOfCase(caseId) {
      const { rows } = await pool.query<{ id: string }>('select id from route where case_id = $1', [caseId]);
      return rows[0]?.id;
    },
    async livingSupportOfIsolation(isolationId) {
      const { rows } = await pool.query<{ id: string }>(
        'select id from living_support where isolation_id = $1',
        [isolationId],
      );
      return rows[0]?.id;
    },
    async closedClinics() {
      const { rows } = await pool.query<{ id: string }>(
        `select id from clinic where stage = 'closed' order by id`,
      );
      return rows.map(({ id }) => id);
    },
    async clinicsWithOpenTask(kind) {
      const { rows } = await pool.query<{ id: string }>(
        `select distinct subject_id as id from task
         where stage = 'open' and state #>> '{subject,kind}' = 'clinic' and state ->> 'kind' = $1`,
        [kind],
      );
      return rows.map(({ id }) => id);
    },
    async peopleOfHousehold(householdId) {
      const { rows } = await pool.query<{ people: number }>(
        `select count(*)::int as people from person where household_id = $1 and state ->> 'stage' = 'registered'`,
        [householdId],
      );
      return rows[0]?.people ?? 0;
    },
    async finishedRoutesThrough(district, most) {
      const { rows } = await pool.query<{ id: string }>(
        `select r.id from route r join disease_case c on c.id = r.case_id::uuid
         where r.stage in ('finished', 'recorded') and r.state -> 'visits' @> $1
           and c.state ->> 'classification' = 'confirmed' and not c.state ? 'identityInDoubt'
         order by r.id desc limit $2`,
        [JSON.stringify([{ district }]), most],
      );
      return rows.map(({ id }) => id);
    },
    async lookUpsOfCase(caseId) {
      const { rows } = await pool.query<{ id: string }>(
        'select id from information_request where case_id = $1 order by id',
        [caseId],
      );
      return rows.map(({ id }) => id);
    },
    async surveyOfCase(caseId, questionnaire) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from survey where case_id = $1 and state ->> 'questionnaire' = $2 order by id desc limit 1`,
        [caseId, questionnaire],
      );
      return rows[0]?.id;
    },
    async bulkRunOf(kind, key) {
      const { rows } = await pool.query<{ id: string }>(
        'select id from bulk_run where kind = $1 and key = $2',
        [kind, key],
      );
      return rows[0]?.id;
    },
    async mergedInto(personId) {
      const { rows } = await pool.query<{ id: string }>(
        'select id from person where merged_into = $1 order by id',
        [personId],
      );
      return rows.map(({ id }) => id);
    },
    async quarantineOfPerson(personId) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from isolation where person_id = $1 and kind = 'quarantine' and stage <> 'ended'`,
        [personId],
      );
      return rows[0]?.id;
    },
    async openTasksAbout({ kind, id }, kinds, openedAs) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from task where subject_id = $1 and state #>> '{subject,kind}' = $2 and stage = 'open'
           and ($3::text[] is null or state ->> 'kind' = any ($3))
           and ($4::text[] is null or exists (
             select from domain_event e join unnest($4::text[]) beginning on starts_with(e.command_id, beginning)
             where e.aggregate_id = task.id and e.version = 1)) order by id`,
        [id, kind, kinds ?? null, openedAs ?? null],
      );
      return rows.map((row) => row.id);
    },
    async lastTaskAbout({ kind, id }, taskKind) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from task where subject_id = $1 and state #>> '{subject,kind}' = $2 and state ->> 'kind' = $3
         order by id desc limit 1`,
        [id, kind, taskKind],
      );
      return rows[0]?.id;
    },
    async openTasksOfCase(caseId, kinds) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from task where case_id = $1 and subject_id is null and stage = 'open'
           and ($2::text[] is null or state ->> 'kind' = any ($2)) order by id`,
        [caseId, kinds ?? null],
      );
      return rows.map(({ id }) => id);
    },
  };
}
