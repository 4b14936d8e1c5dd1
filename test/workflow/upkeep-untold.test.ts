import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { isAnnounced } from '../support/announced.ts';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';
import { upkeepStory } from '../support/upkeep-story.ts';

const world = forThisFile(bulkWorld);
const { opened, upkept } = upkeepStory(world);
beforeAll(() => world.work());

const tasks = async (reasons: string) => {
  const { rows } = await world.pool.query(
    `select state ->> 'kind' as kind, state ->> 'reason' as reason, state ->> 'team' as team, stage,
       coalesce(subject_id, case_id) as about from task where state ->> 'reason' like $1 order by id`,
    [reasons],
  );
  return rows;
};

test('a message that nobody applied, and one laid aside without a task, are for a person after a quarter of an hour', async () => {
  const [late, asideAlone, young] = [randomUUID(), randomUUID(), randomUUID()];
  await world.pool.query(
    `insert into inbox_message (id, source, message_id, fingerprint, status, outcome, received_at) values
       ($1, 'sms', 'late', '', 'received', null, clock_timestamp() - interval '16 minutes'),
       ($2, 'payment', 'aside', '', 'parked', 'supplies/not-found', clock_timestamp() - interval '16 minutes'),
       ($3, 'sms', 'young', '', 'received', null, clock_timestamp() - interval '14 minutes')`,
    [late, asideAlone, young],
  );
  await keepBulkHistory(world.client, await upkept(), 'upkeep-untold');
  const last = await upkept();
  const told = { kind: 'message-parked', stage: 'open' };
  expect([...(await tasks('sms: %')), ...(await tasks('payment: %'))]).toEqual([
    { ...told, team: 'patient-management', reason: 'sms: message/never-applied', about: late },
    { ...told, team: 'isolation-management', reason: 'payment: supplies/not-found', about: asideAlone },
  ]);
  await keepBulkHistory(world.client, last, 'upkeep-calls');
});

test('news that cannot be told for a quarter of an hour is a task about whom it concerns, until it is told', async () => {
  const caseId = await opened();
  while (!(await isAnnounced(world.pool, caseId))) await new Promise((resolve) => setTimeout(resolve, 20));
  const version = 1_000;
  await world.pool.query(
    `insert into domain_event (aggregate_type, aggregate_id, version, type, at, actor, data, case_id, recorded_at)
     values ('case', $1::uuid, $2, 'ThoughtOfNextYear', clock_timestamp(), 'officer', '{}', $1::text,
       clock_timestamp() - interval '16 minutes')`,
    [caseId, version],
  );
  await upkept();
  await upkept();
  const task = { kind: 'process-parked', reason: 'news/untold', team: 'patient-management', about: caseId };
  expect(await tasks('news/%')).toEqual([{ ...task, stage: 'open' }]);
  await world.pool.query('update domain_event set dispatched_at = clock_timestamp() where version = $1', [
    version,
  ]);
  await upkept();
  expect(await tasks('news/%')).toEqual([{ ...task, stage: 'cancelled' }]);
});
