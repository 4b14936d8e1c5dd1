import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keepSchedules } from '../../activities/adapters/temporal/schedules.ts';
import { bulkWorld, type BulkWorld } from '../support/bulk-world.ts';

let world: BulkWorld;
beforeAll(async () => {
  world = await bulkWorld();
  await world.work();
});
afterAll(async () => {
  await world.close();
});

test('work that was due while nothing ran is done for the hour when it was due', async () => {
  await keepSchedules(world.client);
  const timetable = world.client.schedule.getHandle('timetable');
  // As the server catches up with what it has missed: three o'clock in Seoul, at whatever hour this runs.
  const [from, to] = ['2026-03-01T17:55:00Z', '2026-03-01T18:05:00Z'].map((moment) => new Date(moment));
  if (from === undefined || to === undefined) throw new Error('two moments');
  await timetable.backfill({ start: from, end: to, overlap: 'ALLOW_ALL' });
  await world.ended('retention-sweep/2026-03-02');
  const { rows } = await world.pool.query(`select kind, key, stage from bulk_run`);
  expect(rows).toEqual([{ kind: 'retention-sweep', key: '2026-03-02', stage: 'finished' }]);
});
