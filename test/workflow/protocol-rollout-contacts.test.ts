import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../../tools/launcher/settings.ts';
import { caseWorld } from '../support/case-world.ts';
import { contactStory } from '../support/contact-story.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';

const world = forThisFile(caseWorld);
const contacts = contactStory(world);

const DAY = 86_400_000;
/** The correction, or a later version that carries its rule on. */
const CORRECTED: unknown = expect.stringMatching(/\/2$/);

/** The quarantine of 2020-02-04, for so many days, for what is open too. */
const forDays = (days: number): object => {
  const path = join(ROOT, 'domain/protocol/shipped/kr-covid-19/2020-02-04.json');
  const document = JSON.parse(readFileSync(path, 'utf8')) as {
    rules: { quarantine: Record<string, unknown> };
  };
  const text = JSON.stringify(document.rules.quarantine).replaceAll('"endDay":14', `"endDay":${days}`);
  document.rules.quarantine = { ...(JSON.parse(text) as object), appliesTo: 'openEpisodes' };
  return document;
};
const resultsOf = async () => {
  const { rows } = await world.database.pool.query<{
    kind: string;
    id: string;
    outcome: string;
    details: object;
  }>(`select subject_kind as kind, subject_id as id, outcome, details from bulk_result`);
  return Object.fromEntries(
    rows.map(({ kind, id, outcome, details }) => [`${kind}:${id}`, { outcome, details }]),
  );
};

test('contacts and their quarantines get the new dates, with the old ones and the version; whose are past are free at once', async () => {
  const source = await contacts.source();
  const free = await contacts.named(source, await contacts.known(), await contacts.touched(-4));
  const moved = await contacts.named(source, await contacts.known(), await contacts.touched());
  await contacts.quarantined(free);
  await contacts.quarantined(moved);
  const before = await contacts.quarantineOf(moved);
  await world.days(2);
  const { protocol } = await world.ask.publishProtocol({
    ...world.request(),
    document: forDays(5),
    corrects: 'kr-covid-19/2020-02-04/1',
  });
  await contacts.ended(free, 'followed-up', 'contact-freed-by-protocol');
  await world.client.workflow.getHandle(`rollout/${String(protocol)}`).result();

  const after = await contacts.quarantineOf(moved);
  expect(Date.parse(before?.endsAt ?? '') - Date.parse(after?.endsAt ?? '')).toBe(9 * DAY);
  expect(await contacts.stateOf(moved)).toMatchObject({
    followUp: 'under',
    plan: { endsAt: after?.endsAt, protocol: CORRECTED },
  });
  expect(await contacts.quarantineOf(free)).toMatchObject({ stage: 'ended', endedBecause: 'released' });
  const { rows } = await world.database.pool.query<{ type: string; data: object }>(
    `select type, data from domain_event where type in ('FollowUpPlanned', 'IsolationShortened')
       and (aggregate_id = $1 or aggregate_id = $2) and data ? 'previousEndsAt' or type = 'IsolationShortened'
       and aggregate_id = $2 order by type`,
    [moved, await world.uses.lookups.quarantineOfContact(moved)],
  );
  expect(rows).toMatchObject([
    {
      type: 'FollowUpPlanned',
      data: { previousEndsAt: before?.endsAt, endsAt: after?.endsAt, protocol: CORRECTED },
    },
    {
      type: 'IsolationShortened',
      data: { oldEndsAt: before?.endsAt, newEndsAt: after?.endsAt, protocol: CORRECTED },
    },
  ]);
  const results = await resultsOf();
  const quarantine = `isolation:${String(await world.uses.lookups.quarantineOfContact(moved))}`;
  expect(results[`contact:${moved}`]).toMatchObject({ outcome: 'moved', details: { version: CORRECTED } });
  expect(results[`contact:${free}`]).toMatchObject({ outcome: 'moved' });
  expect(results[quarantine]).toMatchObject({ outcome: expect.stringMatching(/^(moved|same)$/) });
  expect(results[`isolation:${String(await world.uses.lookups.isolationOfCase(source))}`]).toEqual({
    outcome: 'case-decides',
    details: {},
  });
  await keepBulkHistory(world.client, `rollout/${String(protocol)}`, 'protocol-rollout-contacts');
}, 120_000);

/** The quarantine of 2020-02-04, but whoever has had two doses is watched instead. */
const sparingTheVaccinated = (): object => {
  const document = forDays(14) as {
    rules: { quarantine: { measures: readonly { id: string }[] } };
  };
  const [first] = document.rules.quarantine.measures;
  const watched = {
    ...first,
    id: 'vaccinated',
    measure: 'activeSurveillance',
    appliesIf: { all: [{ fact: 'doses', atLeast: 2 }] },
  };
  document.rules.quarantine.measures = [watched, ...document.rules.quarantine.measures];
  return document;
};

test('a contact for whom the new rules lack a fact is asked about at once, and stays in quarantine until then', async () => {
  const id = await contacts.named(await contacts.source(), await contacts.known(), await contacts.touched());
  await contacts.quarantined(id);
  const { endsAt } = (await contacts.quarantineOf(id)) ?? {};
  const { protocol } = await world.ask.publishProtocol({
    ...world.request(),
    document: sparingTheVaccinated(),
    corrects: 'kr-covid-19/2020-02-04/2',
  });
  const task = await contacts.task(id, 'contact-measure');
  await world.client.workflow.getHandle(`rollout/${String(protocol)}`).result();
  expect((await resultsOf())[`contact:${id}`]).toMatchObject({ outcome: 'left-to-a-person' });
  // The correction, or a later version that carries its rule on.
  expect((await contacts.stateOf(id)).leftOpen).toMatchObject({ protocol: expect.stringMatching(/\/3$/) });
  const now = await contacts.quarantineOf(id);
  expect(now?.endsAt).toBe(endsAt);
  expect(now?.stage).not.toBe('ended');
  await world.decide(task, 'quarantine');
  await world.until('planned', async () => (await contacts.stateOf(id)).leftOpen === undefined);
}, 120_000);
