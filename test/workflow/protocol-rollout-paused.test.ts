import { expect, test } from '@jest/globals';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { publishFreeing } from '../support/freeing-protocol.ts';
import { keepBulkHistory } from '../support/golden.ts';

const world = forThisFile(caseWorld);
const story = caseStory(world);

const runOf = async (protocol: unknown) => {
  const { rows } = await world.database.pool.query<{ id: string; stage: string }>(
    `select id, stage from bulk_run where kind = 'rollout' and key = $1`,
    [protocol],
  );
  return rows[0];
};
/** The process has come to its pause: it has asked whether it may go on. */
const waits = async (workflowId: string): Promise<boolean> => {
  const { events } = await world.client.workflow.getHandle(workflowId).fetchHistory();
  return (events ?? []).some(
    ({ activityTaskScheduledEventAttributes: asked }) => asked?.activityType?.name === 'letGoOn',
  );
};

test('a rollout that an operator pauses moves nobody until it may go on, and then everybody', async () => {
  const id = await world.open('diagnosis', { person: story.somebody().person });
  await story.planned(id);
  await world.days(3);
  const before = (await world.explained(id)).state.check;
  const holding = await world.database.pool.connect();
  await holding.query('begin; lock table bulk_progress in exclusive mode'); // no batch begins before the pause
  const protocol = await publishFreeing(world);
  await world.until('its run', async () => (await runOf(protocol)) !== undefined);
  const { id: runId = '' } = (await runOf(protocol)) ?? {};
  await world.ask.pauseRun({ ...world.request(), runId });
  await holding.query('commit');
  holding.release();

  const rollout = `rollout/${String(protocol)}`;
  await world.until('paused', () => waits(rollout));
  expect(await runOf(protocol)).toMatchObject({ stage: 'paused' });
  expect((await world.explained(id)).state).toMatchObject({ stage: 'home-treatment', check: before });

  await world.ask.resumeRun({ ...world.request(), runId });
  await world.client.workflow.getHandle(rollout).result();
  expect(await runOf(protocol)).toMatchObject({ stage: 'finished' });
  await world.ended(id);
  expect(await story.stageOf(id)).toBe('released');
  await keepBulkHistory(world.client, rollout, 'protocol-rollout-paused');
}, 120_000);
