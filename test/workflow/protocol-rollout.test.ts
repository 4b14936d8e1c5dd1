import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../../tools/launcher/settings.ts';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';

const world = forThisFile(caseWorld);
const story = caseStory(world);

type Track = { minimum: { endDay: number }[]; course?: string };
type Shipped = {
  parameters: Record<string, { value: unknown }>;
  rules: { caseRelease: { tracks: Track[] } };
};

/** The rules of 2020-06-25 with fewer days: five for people with symptoms, one without any question for the others. */
const shorter = (): Shipped => {
  const path = join(ROOT, 'domain/protocol/shipped/kr-covid-19/2020-06-25.json');
  const document = JSON.parse(readFileSync(path, 'utf8')) as Shipped;
  const [symptomatic, , asymptomatic] = document.rules.caseRelease.tracks;
  document.parameters['appliesToOpenEpisodes'] = {
    ...document.parameters['appliesToOpenEpisodes'],
    value: 'openEpisodes',
  };
  if (symptomatic !== undefined) symptomatic.minimum = endingOn(symptomatic, 5);
  if (asymptomatic !== undefined) {
    asymptomatic.minimum = endingOn(asymptomatic, 1);
    asymptomatic.course = 'any';
  }
  return document;
};
const endingOn = ({ minimum }: Track, endDay: number) => minimum.map((one) => ({ ...one, endDay }));

test('a protocol for open episodes moves every date, and releases at once whose moment has passed', async () => {
  const [moved, free] = await Promise.all(
    [true, false].map((symptomatic) =>
      world.open('diagnosis', { person: story.somebody().person, symptomatic }),
    ),
  );
  if (moved === undefined || free === undefined) throw new Error('two cases');
  for (const id of [moved, free]) await story.planned(id);
  const before = (await world.explained(moved)).state.check;
  await world.days(3);
  const { protocol } = await world.ask.publishProtocol({
    ...world.request(),
    document: shorter(),
    corrects: 'kr-covid-19/2020-06-25/1',
  });
  await world.ended(free);
  expect(await story.stageOf(free)).toBe('released');
  const rollout = `rollout/${protocol}`;
  await world.client.workflow.getHandle(rollout).result();

  const after = (await world.explained(moved)).state.check;
  expect(Date.parse(before?.dueAt ?? '') - Date.parse(after?.dueAt ?? '')).toBe(5 * 86_400_000);
  const { rows } = await world.database.pool.query<{ data: object }>(
    `select data from domain_event where aggregate_id = $1 and type = 'ProtocolApplied'`,
    [moved],
  );
  expect(rows).toMatchObject([
    { data: { protocol, rule: protocol, previousDueAt: before?.dueAt, dueAt: after?.dueAt } },
  ]);
  const results = await world.database.pool.query<{ id: string; outcome: string }>(
    `select subject_id as id, outcome from bulk_result where subject_kind = 'case'`,
  );
  expect(new Map(results.rows.map(({ id, outcome }) => [id, outcome]))).toEqual(
    new Map([
      [moved, 'moved'],
      [free, 'moved'],
    ]),
  );
  await keepBulkHistory(world.client, rollout, 'protocol-rollout');
  await world.ask.withdrawDiagnosis({ ...world.request(), caseId: moved, reason: 'entered-by-mistake' });
  await world.ended(moved);
});
