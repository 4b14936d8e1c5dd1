import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { WorkflowNotFoundError } from '@temporalio/client';
import { openProcesses } from '../../activities/adapters/postgres/open-processes.pg.ts';
import { rebuildProcesses } from '../../activities/adapters/temporal/rebuild-processes.ts';
import { PROCESSES } from '../../activities/ports/processes.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(caseWorld);

const who = () => ({ commandId: randomUUID(), fingerprint: '', by: 'importer' });
const episode = (more: object = {}) =>
  world.ask.recordEpisode({
    ...who(),
    person: { sex: 'male', ageGroup: '50s', language: 'ko' },
    disease: 'covid-19',
    district: '11500',
    confirmedOn: '2020-03-02',
    ...more,
  });
/** Three episodes, one of them with a telephone; who infected whom, and where the first two were. */
const recorded = async () => {
  const known = {
    name: '카나리아홍',
    phone: '010-7314-8855',
    birthDate: '1970-01-01',
    sex: 'female',
    language: 'ko',
  };
  const first = await episode({ person: known, ended: { as: 'released', on: '2020-03-20' } });
  const second = await episode({ confirmedOn: '2020-03-06', ended: { as: 'deceased', on: '2020-03-25' } });
  const third = await episode({ confirmedOn: '2020-03-10' });
  const [a = '', b = '', c = ''] = [first, second, third].map(({ id }) => id);
  const links = [await infected(a, b), await infected(b, c)];
  const visit = { placeId: 'BAR-7', district: '11440', day: '2020-03-01' };
  const routes = [await world.ask.recordRoute({ ...who(), caseId: a, visits: [visit] })];
  routes.push(await world.ask.recordRoute({ ...who(), caseId: b, visits: [visit] }));
  return { cases: [a, b, c], links: links.map(({ id }) => id), routes: routes.map(({ id }) => id) };
};
const infected = (sourceCaseId: string, caseId: string) =>
  world.ask.recordInfection({ ...who(), sourceCaseId, caseId, district: '11500' });

const hasProcess = async (workflowId: string): Promise<boolean> => {
  try {
    await world.client.workflow.getHandle(workflowId).describe();
    return true;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return false;
  }
};
const processesOf = async (ids: readonly string[]): Promise<readonly string[]> => {
  const names = Object.values(PROCESSES).flatMap(({ prefix }) => ids.map((id) => `${prefix}/${id}`));
  const found = await Promise.all(names.map(async (name) => ((await hasProcess(name)) ? [name] : [])));
  return found.flat();
};
const count = async (table: string): Promise<number> =>
  (await world.database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ??
  -1;

test('nothing is started by what is recorded, and nothing by a rebuild', async () => {
  const { cases, links, routes } = await recorded();
  const all = [...cases, ...links, ...routes];
  await world.announced();
  expect(await processesOf(all)).toEqual([]);
  expect(await Promise.all(['task', 'isolation', 'effect', 'supplies', 'survey'].map(count))).toEqual([
    0, 0, 0, 0, 0,
  ]);

  const open: string[] = [];
  for await (const page of openProcesses(world.database.pool)) open.push(...page.map(({ id }) => id));
  expect(open.filter((id) => all.includes(id))).toEqual([]);
  await rebuildProcesses(world.database.pool, world.client);
  expect(await processesOf(all)).toEqual([]);
});

test('a decision about a visit of a recorded route starts no investigation of it', async () => {
  const { routes } = await recorded();
  const [routeId = ''] = routes;
  const [visit] = (await world.uses.routes.load(routeId)).aggregate.state.visits;
  await world.ask.establishVisit({ ...who(), routeId, visitId: visit?.visitId ?? '' });
  await world.announced();
  expect(await processesOf(routes)).toEqual([]);
});

test('an episode that was recorded wrongly is withdrawn: nobody is told, and its link is taken back', async () => {
  const { cases, links } = await recorded();
  const [, b = ''] = cases;
  await world.ask.withdrawDiagnosis({ ...who(), caseId: b, reason: 'entered-by-mistake' });
  const [toB = '', fromB = ''] = links;
  await world.until(
    'dropped',
    async () => (await world.uses.contacts.load(toB)).aggregate.state.stage === 'dropped',
  );
  expect((await world.uses.contacts.load(fromB)).aggregate.state.stage).toBe('converted');
  expect(await processesOf([b])).toEqual([]);
  expect(await Promise.all(['task', 'effect'].map(count))).toEqual([0, 0]);
});

test('a new infection of somebody who was recorded follows that episode, once their details are complete', async () => {
  const { cases } = await recorded();
  const [first = '', , third = ''] = cases;
  const personOf = async (caseId: string) => (await world.uses.cases.load(caseId)).aggregate.state.personId;
  const opened = async (caseId: string) =>
    world.ask.openCase({
      ...who(),
      kind: 'suspicion',
      person: { personId: await personOf(caseId) },
      disease: 'covid-19',
      district: '11500',
      symptomatic: true,
    });
  const { id } = await opened(first);
  expect((await world.uses.cases.load(id)).aggregate.state.previousCaseId).toBe(first);
  await expect(opened(third)).rejects.toMatchObject({ code: 'person/values-missing' });
});
