import { expect, test } from '@jest/globals';
import { destroyRecords } from '../../activities/epidemiological-investigation/destroy-records.ts';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';
import { lookUpStory } from '../support/look-up-story.ts';

const world = forThisFile(caseWorld);
const story = caseStory(world);
const lookUp = lookUpStory(world);

/** A look-up with raw records at its provider, whose process is lost. */
const orphaned = async (): Promise<string> => {
  const caseId = await world.open('diagnosis', { person: story.somebody().person });
  await world.atStage(caseId, 'home-treatment');
  const id = await lookUp.submitted(caseId);
  const lies = world.partners.lookUps['entry-log'].finds(lookUp.keyOf(id), lookUp.entries());
  await lookUp.answers(id, 3, lies.resultReference);
  await world.until('the person told', async () => (await lookUp.stateOf(id)).notifiedAt !== undefined);
  await world.until('two visits', async () => (await lookUp.visits(caseId)).length === 2);
  await world.announced();
  await world.client.workflow.getHandle(`look-up/${id}`).terminate('lost in a test');
  return id;
};
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const swept = async (day: string) => {
  const { id } = await world.ask.requestRetentionSweep({ day, by: 'officer' });
  return finished(id);
};
/** Of a day that has not come, as it could be asked for before that was refused. */
const askedTooEarly = async (day: string) => {
  await world.sleep();
  const run = { kind: 'retention-sweep', key: day, by: 'officer', at: await world.uses.clock.now() } as const;
  const { id } = await world.ask.requestRun({ ...run, about: { day: lookUp.day(0) } });
  await world.database.pool.query(
    `update bulk_run set state = jsonb_set(state, '{about,day}', to_jsonb($2::text)) where id = $1`,
    [id, day],
  );
  await world.wake();
  return finished(id);
};
const finished = async (id: string) => {
  await world.until(`the sweep ${id}`, async () => {
    const { state } = (await world.uses.bulkRuns.load(id)).aggregate;
    return state.stage === 'finished';
  });
  const { rows } = await world.database.pool.query<{ body: string }>(
    'select body from retention_certificate where run_id = $1',
    [id],
  );
  const body = JSON.parse(rows[0]?.body ?? '[]') as readonly {
    what: string;
    rows: number;
    before: string;
  }[];
  const records = body.find(({ what }) => what === 'look-up-record');
  return { id, rows: records?.rows, before: records?.before };
};

test('what a look-up’s process did not destroy by its date the sweep destroys, once; a refusal waits for the next', async () => {
  const refused = await orphaned();
  const id = await orphaned();
  const destroyBy = lookUp.day(3);
  for (const one of [refused, id]) await lookUp.keptUntil(one, destroyBy);
  expect((await swept(destroyBy)).rows).toBe(0); // its last day is the process's own
  expect((await lookUp.stateOf(id)).destroyedAt).toBeUndefined();

  world.partners.trouble('entry-log', 'refuse', 1);
  const first = await swept(dayAfter(destroyBy));
  expect(first.rows).toBe(1);
  const results = await world.database.pool.query<{ outcome: string }>(
    'select outcome from bulk_result where run_id = $1 order by outcome',
    [first.id],
  );
  expect(results.rows).toEqual([{ outcome: 'look-up-record' }, { outcome: 'refused' }]);
  await keepBulkHistory(
    world.client,
    `retention-sweep/${dayAfter(destroyBy)}`,
    'retention-sweep-raw-records',
  );

  expect((await swept(dayAfter(dayAfter(destroyBy)))).rows).toBe(1);
  expect((await swept(dayAfter(dayAfter(dayAfter(destroyBy))))).rows).toBe(0);
  for (const one of [refused, id]) {
    const state = await lookUp.stateOf(one);
    expect(state).toMatchObject({ stage: 'closed', certificateId: expect.stringMatching(/^certificate-/) });
    expect(state.resultReference).toBeUndefined();
  }
});

test('nothing is destroyed before its date, whatever day a sweep is of and whoever asks', async () => {
  const id = await orphaned();
  const before = await lookUp.stateOf(id);
  const today = lookUp.day(0);
  await expect(swept('2999-01-01')).rejects.toThrow('bulk-run/day-not-come');
  await expect(swept(dayAfter(today))).rejects.toThrow('bulk-run/day-not-come');
  expect(await askedTooEarly('2999-01-01')).toMatchObject({
    rows: 0,
    before: `${lookUp.day(1)}T15:00:00Z`, // the day of its request begins in Seoul
  });
  await expect(destroyRecords(world.uses)({ id, at: await world.uses.clock.now() })).rejects.toThrow(
    'information-request/retention-not-over',
  );
  expect(await lookUp.stateOf(id)).toEqual(before);
  expect(before.resultReference).toBeDefined();
});
