import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { openTaskAbout } from '../../activities/open-task-about.ts';
import { bulkRuns } from '../../api/read-models/bulk-runs.ts';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';

const world = forThisFile(bulkWorld);

test('a sweep destroys what its rule keeps no longer, leaves the rest, and certifies it', async () => {
  await world.pool.query(
    `insert into handled_command (command_id, receipt, handled_at) values
       ('http:old', '{}', '2026-02-01'), ('http:new', '{}', '2026-02-27'), ('case:1:old-step', '{}', '2026-01-01');`,
  );
  await world.pool.query(
    `insert into inbox_message (id, source, message_id, fingerprint, status, received_at) values
       (gen_random_uuid(), 'sms', 'applied', '', 'applied', '2026-01-01'),
       (gen_random_uuid(), 'sms', 'parked without a task', '', 'parked', '2026-01-01'),
       ('01900000-0000-7000-8000-0000000000e1', 'sms', 'parked', '', 'parked', '2026-01-01'),
       ('01900000-0000-7000-8000-0000000000e2', 'sms', 'parked and dealt with', '', 'parked', '2026-01-01')`,
  );
  await world.pool.query(
    `insert into access_record (chain, position, at, request_id, roles, offices, source_address, endpoint, outcome,
         previous_hash, hash)
       select '01900000-0000-7000-8000-0000000000c1', n, case n when 3 then now() else '2020-01-01' end,
         gen_random_uuid(), '{}', '{}', '127.0.0.1', 'GET /cases/:id', 'allowed', sha256('0'), sha256(n::text::bytea)
       from generate_series(1, 3) n`,
  );
  for (const last of ['1', '2']) {
    const id = `01900000-0000-7000-8000-0000000000e${last}`;
    const { taskId } = await openTaskAbout(world.uses)({
      kind: 'message-parked',
      subject: { kind: 'message', id },
      district: '00000',
      commandId: id,
      by: 'process:inbox',
      at: '2026-01-01T00:00:00Z',
    });
    if (last === '2')
      await world.ask.decideTask({
        commandId: `${id}:done`,
        fingerprint: '',
        by: 'officer',
        taskId,
        decision: 'done',
      });
  }
  const { id } = await world.ask.requestRetentionSweep({ day: '2026-03-01', by: 'officer' });
  await world.work();
  await world.ended('retention-sweep/2026-03-01');

  const kept = async (sql: string) =>
    (await world.pool.query<{ one: string }>(sql)).rows.map(({ one }) => one);
  expect(
    await kept(
      `select command_id as one from handled_command where command_id in ('http:old', 'http:new', 'case:1:old-step') order by 1`,
    ),
  ).toEqual(['case:1:old-step', 'http:new']);
  expect(await kept('select message_id as one from inbox_message order by 1')).toEqual([
    'parked',
    'parked without a task',
  ]);
  expect(await kept('select position as one from access_record')).toEqual([3]);
  expect(await kept(`select chain_position as one from access_anchor where kind = 'destroyed'`)).toEqual([2]);
  const { rows } = await world.pool.query<{ issued: string; body: string; hash: string }>(
    'select issued_at as issued, body, hash from retention_certificate where run_id = $1',
    [id],
  );
  const [certificate] = rows;
  expect(JSON.parse(certificate?.body ?? '[]')).toMatchObject([
    { what: 'answered-request', rows: 1, days: 7, before: '2026-02-21T15:00:00Z' },
    { what: 'partner-message', rows: 2, days: 28 },
    { what: 'follow-up', rows: 0 },
    { what: 'import-row', rows: 0 },
    { what: 'export-download', rows: 0, days: 731 },
    { what: 'access-record', rows: 2, days: 731 },
    { what: 'route-visits', rows: 0, days: 28 },
    { what: 'survey-answers', rows: 0, days: 28 },
    { what: 'personal-values', rows: 0, days: 1_825 },
    { what: 'look-up-record', rows: 0, before: '2026-02-28T15:00:00Z' },
  ]);
  const [shown] = await bulkRuns(world.pool).certificates({ limit: 1 });
  const issuedAt = new Date(certificate?.issued ?? 0).toISOString();
  expect(shown?.hashed).toBe(`${id}\n${issuedAt}\n${certificate?.body}`);
  expect(certificate?.hash).toBe(
    createHash('sha256')
      .update(shown?.hashed ?? '')
      .digest('hex'),
  );
  await keepBulkHistory(world.client, 'retention-sweep/2026-03-01', 'retention-sweep');
});
