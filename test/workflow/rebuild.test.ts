import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rebuildProcesses } from '../../activities/adapters/temporal/rebuild-processes.ts';
import { caseStory, type CaseStory } from '../support/case-story.ts';
import { caseWorld, type CaseWorld } from '../support/case-world.ts';

let world: CaseWorld;
let beingAsked: CaseStory['beingAsked'];
let sentTo: CaseStory['sentTo'];
beforeAll(async () => {
  world = await caseWorld();
  ({ beingAsked, sentTo } = caseStory(world));
});
afterAll(async () => {
  await world.close();
});

/** What an engine that lost its store leaves: nothing at all. */
const forgetEverything = async (): Promise<number> => {
  const ids: string[] = [];
  for await (const { workflowId } of world.client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
    ids.push(workflowId);
  }
  for (const id of ids) await world.client.workflow.getHandle(id).terminate('the store is lost');
  return ids.length;
};

test('every open process begins again from the database, goes on, and repeats no effect', async () => {
  const { id, phone } = await beingAsked();
  const before = sentTo(id);
  expect(before).toContain('symptom-question:1-1');
  await world.until('both are running', async () => (await forgottenWouldBe()) >= 2);
  expect(await forgetEverything()).toBeGreaterThanOrEqual(2);

  const rebuilt = await rebuildProcesses(world.database.pool, world.client);
  expect(rebuilt.begun).toBeGreaterThanOrEqual(2);
  await world.answer('1', phone);
  await world.ended(id);
  expect((await world.explained(id)).state.stage).toBe('released');
  expect(sentTo(id)).toEqual([...before, 'release-notice']);
  expect(world.partners.registrations().filter(({ caseId }) => caseId === id)).toHaveLength(1);
});

test('what runs is left alone', async () => {
  const { id } = await beingAsked();
  const { runId } = await world.client.workflow.getHandle(`case/${id}`).describe();
  const { running } = await rebuildProcesses(world.database.pool, world.client);
  expect(running).toBeGreaterThanOrEqual(2);
  expect((await world.client.workflow.getHandle(`case/${id}`).describe()).runId).toBe(runId);
});

const forgottenWouldBe = async (): Promise<number> => {
  const { count } = await world.client.workflow.count('ExecutionStatus = "Running"');
  return count;
};
