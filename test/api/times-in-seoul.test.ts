import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { key } from '../support/api-world.ts';
import { venueTests } from '../support/venue-tests.ts';

const here = venueTests();
const IN_UTC = /T\d\d:\d\d:\d\d(\.\d+)?Z/;

test('every list tells its times in Seoul, as the page of each does', async () => {
  const { call, story, world } = here;
  const [one, other] = [await story.aLookUp(), await story.aLookUp()];
  for (const { visit } of [one, other]) expect((await story.about(visit.page, '/finish')).status).toBe(200);
  const day = story.day(0);
  const { runId } = (await call('POST', '/retention-sweeps', { day }, key())).body;
  await world.pool.query('insert into bulk_progress (run_id, step) values ($1, $2)', [
    runId,
    'inbox-message',
  ]);
  await world.pool.query(
    `insert into bulk_result (run_id, subject_kind, subject_id, outcome, details)
     values ($1, 'isolation', $2, 'same', '{"endsAt": "2026-03-01T00:00:00Z"}')`,
    [runId, randomUUID()],
  );
  await world.pool.query(
    `insert into retention_certificate (run_id, issued_at, hash, body) values ($1, clock_timestamp(), 'h', '[]')`,
    [runId],
  );
  for (const path of [
    '/cases',
    `/cases/${one.caseId}/co-visitors`,
    '/bulk-runs',
    `/bulk-runs/${String(runId)}`,
    `/bulk-runs/${String(runId)}/results`,
    '/retention/certificates',
  ]) {
    const { status, body } = await call('GET', path);
    expect([path, status]).toEqual([path, 200]);
    const told = JSON.stringify(body, (name, value: unknown) => (name === 'hashed' ? undefined : value)); // it stays as it was hashed
    expect(told).toContain('+09:00');
    expect(told).not.toMatch(IN_UTC);
  }
});
