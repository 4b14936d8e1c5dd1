import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';

const world = forThisFile(bulkWorld);

const who = () => ({ commandId: randomUUID(), fingerprint: '', by: 'officer' });
const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (const begun = performance.now(); !(await holds());) {
    if (performance.now() - begun > 20_000) throw new Error(`waited 20 s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const run = async (id: string) => (await world.uses.bulkRuns.load(id)).aggregate.state;
const tasksAbout = async (id: string) => {
  const { rows } = await world.pool.query<{ id: string; stage: string; reason: string }>(
    `select id, stage, state ->> 'reason' as reason from task where subject_id = $1 order by id`,
    [id],
  );
  return rows;
};
/** A sweep that nobody can do: its day is lost, until somebody puts it right. */
const broken = async (day: string): Promise<string> => {
  const { id } = await world.ask.requestRun({
    kind: 'retention-sweep',
    key: day,
    about: {},
    by: 'officer',
    at: new Date().toISOString(),
  });
  return id;
};
const parked = async (id: string, times: number): Promise<string> => {
  await until('the task that says why', async () => (await tasksAbout(id)).length === times);
  const [task] = (await tasksAbout(id)).slice(-1);
  expect(task).toMatchObject({ stage: 'open', reason: expect.stringContaining('destroyExpired') });
  expect(await run(id)).toMatchObject({ stage: 'paused' });
  return task?.id ?? '';
};
const mend = (id: string, day: string) =>
  world.pool.query(
    `update bulk_run set state = jsonb_set(state, '{about,day}', to_jsonb($2::text)) where id = $1`,
    [id, day],
  );

test('a run that was stopped by a defect goes on when its task is decided, and is stopped again while nothing is mended', async () => {
  const id = await broken('2026-03-01');
  await world.work();
  const first = await parked(id, 1);
  await world.ask.decideTask({ ...who(), taskId: first, decision: 'done' });
  const second = await parked(id, 2);
  await mend(id, '2026-03-01');
  await world.ask.decideTask({ ...who(), taskId: second, decision: 'done' });
  await world.ended('retention-sweep/2026-03-01');
  expect(await run(id)).toMatchObject({ stage: 'finished' });
  expect((await tasksAbout(id)).map(({ stage }) => stage)).toEqual(['decided', 'decided']);
  await keepBulkHistory(world.client, 'retention-sweep/2026-03-01', 'retention-sweep-parked');
});

test('one that somebody lets go on leaves no task behind, and one whose process is lost begins again with its task’s decision', async () => {
  const id = await broken('2026-03-02');
  await parked(id, 1);
  await mend(id, '2026-03-02');
  await world.ask.resumeRun({ ...who(), runId: id, expectedVersion: 2 });
  await world.ended('retention-sweep/2026-03-02');
  expect((await tasksAbout(id)).map(({ stage }) => stage)).toEqual(['cancelled']);
  await keepBulkHistory(world.client, 'retention-sweep/2026-03-02', 'retention-sweep-let-go');

  const later = await broken('2026-03-03');
  const task = await parked(later, 1);
  await world.paused('retention-sweep/2026-03-03');
  await world.client.workflow.getHandle('retention-sweep/2026-03-03').terminate('its engine is lost');
  await mend(later, '2026-03-03');
  await world.ask.decideTask({ ...who(), taskId: task, decision: 'done' });
  await until('it is finished', async () => (await run(later)).stage === 'finished');
});
