import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isUnsettled } from '../../activities/effect.ts';
import { WorkflowNotFoundError } from '@temporalio/client';
import { rebuildProcesses } from '../../activities/adapters/temporal/rebuild-processes.ts';
import { openProcesses } from '../../activities/adapters/postgres/open-processes.pg.ts';
import { pgUnsettledEffects } from '../../activities/adapters/postgres/unsettled-effects.pg.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { lookUpStory } from '../support/look-up-story.ts';
import { ROOT } from '../../tools/launcher/settings.ts';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';

const world = forThisFile(caseWorld);
const { beingAsked, sentTo, ended } = caseStory(world);

/**
 * What an engine that lost its store leaves: nothing at all. A process comes to the engine's list a moment after it has
 * begun: those that the test is about are named.
 */
const forgetEverything = async (...named: string[]): Promise<number> => {
  const ids = new Set(named);
  for await (const { workflowId } of world.client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
    ids.add(workflowId);
  }
  for (const id of ids) {
    try {
      await world.client.workflow.getHandle(id).terminate('the store is lost');
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error; // it has ended meanwhile
    }
  }
  return ids.size;
};

test('every open process begins again from the database, goes on, and repeats no effect', async () => {
  const { id, phone } = await beingAsked();
  const before = sentTo(id);
  expect(before).toContain('symptom-question:1-1');
  await world.until('both are running', async () => (await forgottenWouldBe()) >= 2);
  expect(await forgetEverything(`case/${id}`)).toBeGreaterThanOrEqual(2);

  const rebuilt = await rebuildProcesses(world.database.pool, world.client);
  expect(rebuilt.begun).toBeGreaterThanOrEqual(2);
  await world.answer('1', phone);
  await world.ended(id);
  expect((await world.explained(id)).state.stage).toBe('released');
  expect(sentTo(id)).toEqual([...before, 'release-notice']);
  expect(world.partners.registrations().filter(({ caseId }) => caseId === id)).toHaveLength(1);
});

test('a case that was closed before the registry took it is registered all the same', async () => {
  world.partners.trouble('registry', 'refuse');
  const { id, phone } = await beingAsked();
  await world.task(id, 'registration-refused');
  await world.answer('1', phone);
  await world.until('released', async () => (await world.explained(id)).state.stage === 'released');
  await forgetEverything(`case/${id}`);

  await rebuildProcesses(world.database.pool, world.client);
  await world.ended(id);
  expect((await world.explained(id)).state.registryNumber).toBeDefined();
  const refused = (await world.tasks(id)).filter(({ kind }) => kind === 'registration-refused');
  expect(refused.map(({ stage }) => stage)).toEqual(['cancelled']);
});

test('a task of silence that was decided while no process ran is asked anew, until somebody says how the patient is', async () => {
  const { id } = await beingAsked();
  await world.days(2);
  const first = await world.task(id, 'no-answer');
  await forgetEverything(`case/${id}`);
  await world.decide(first, 'done');
  await rebuildProcesses(world.database.pool, world.client);
  await world.until('asked anew', async () =>
    (await world.tasks(id)).some(({ kind, stage }) => kind === 'no-answer' && stage === 'open'),
  );
  await world.report(id, 'symptomFree');
  await ended(id, 'released', 'silence-decided-before-begun-again');
});

test('a registered case that is withdrawn is told to staff, to be taken back at the registry, once', async () => {
  const { id } = await beingAsked();
  const toWithdraw = async () =>
    (await world.tasks(id)).filter(({ kind }) => kind === 'registration-to-withdraw');
  expect(await toWithdraw()).toEqual([]);
  await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'wrong-result' });
  await world.ended(id);
  expect(await toWithdraw()).toMatchObject([{ stage: 'open' }]);

  await rebuildProcesses(world.database.pool, world.client);
  await world.ended(id);
  expect(await toWithdraw()).toMatchObject([{ stage: 'open' }]);
  await world.decide((await toWithdraw())[0]?.taskId ?? '', 'done');
  await rebuildProcesses(world.database.pool, world.client);
  await world.ended(id);
  expect(await toWithdraw()).toMatchObject([{ stage: 'decided' }]);
});

test('what runs is left alone', async () => {
  const { id } = await beingAsked();
  const { runId } = await world.client.workflow.getHandle(`case/${id}`).describe();
  const { running } = await rebuildProcesses(world.database.pool, world.client);
  expect(running).toBeGreaterThanOrEqual(2);
  expect((await world.client.workflow.getHandle(`case/${id}`).describe()).runId).toBe(runId);
});

test('what is open begins before what has ended and may still owe something', async () => {
  const { id } = await beingAsked();
  const cases: string[] = [];
  for await (const page of openProcesses(world.database.pool, 2))
    cases.push(...page.flatMap((one) => (one.process === 'caseLifecycle' ? [one.id] : [])));
  const { rows } = await world.database.pool.query<{ id: string }>(
    `select id from disease_case where stage = 'released'`,
  );
  expect(rows.length).toBeGreaterThanOrEqual(2);
  const places = rows.map((row) => cases.indexOf(row.id));
  expect(Math.min(...places)).toBeGreaterThan(cases.indexOf(id));
  expect(new Set(cases).size).toBe(cases.length);
});

test('a rollout that was told of and had not come to its run begins again; one of before any case does not', async () => {
  await beingAsked();
  const path = join(ROOT, 'domain/protocol/shipped/kr-covid-19/2020-06-25.json');
  const document = JSON.parse(readFileSync(path, 'utf8')) as {
    parameters: Record<string, { value: unknown }>;
  };
  document.parameters['appliesToOpenEpisodes'] = {
    ...document.parameters['appliesToOpenEpisodes'],
    value: 'openEpisodes',
  };
  const corrects = 'kr-covid-19/2020-06-25/1';
  const { protocol } = await world.ask.publishProtocol({ ...world.request(), document, corrects });
  const { pool } = world.database;
  const stored = async () =>
    (await pool.query('select from bulk_run where key = $1', [protocol])).rowCount === 1;
  await world.until('its run', stored);
  await world.announced(); // old news of the run would begin the process again while the run is still there
  await forgetEverything(`rollout/${String(protocol)}`);
  await pool.query(`delete from bulk_run where kind = 'rollout'`);
  await rebuildProcesses(pool, world.client);
  const rollouts: string[] = [];
  for await (const { workflowId } of world.client.workflow.list({
    query: `ExecutionStatus = "Running" and WorkflowType = "protocolRollout"`,
  }))
    rollouts.push(workflowId);
  await world.until('its run', stored);
  expect(rollouts).toContain(`rollout/${String(protocol)}`);
  expect(rollouts.filter((id) => id.endsWith('/1'))).toEqual([]); // shipped, before any case
});

// The last one: nobody settles that call here, and time does not move while one is under way.
test('a call whose answer was lost with the store is asked about, though its process has moved on', async () => {
  const { id } = await beingAsked();
  const { asked, approve, answers, keyOf } = lookUpStory(world);
  const lookUp = await asked(id);
  world.partners.trouble('entry-log', 'answer-lost', 1_000);
  await approve(lookUp);
  await world.until('begun', () => isUnsettled(world.uses.effects, keyOf(lookUp)));
  await answers(lookUp, 0);
  await forgetEverything(`case/${id}`, `look-up/${lookUp}`);

  const unsettled = pgUnsettledEffects(world.database.pool);
  const toAskAbout = async () => (await unsettled.withoutResult(100)).map(({ key }) => key);
  expect(await toAskAbout()).not.toContain(keyOf(lookUp));
  await rebuildProcesses(world.database.pool, world.client);
  expect(await toAskAbout()).toContain(keyOf(lookUp));
});

const forgottenWouldBe = async (): Promise<number> => {
  const { count } = await world.client.workflow.count('ExecutionStatus = "Running"');
  return count;
};
