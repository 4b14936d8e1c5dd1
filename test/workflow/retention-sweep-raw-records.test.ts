import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseStory, type CaseStory } from '../support/case-story.ts';
import { caseWorld, type CaseWorld } from '../support/case-world.ts';
import { keepBulkHistory } from '../support/golden.ts';
import { lookUpStory } from '../support/look-up-story.ts';

let world: CaseWorld;
let story: CaseStory;
let lookUp: ReturnType<typeof lookUpStory>;
beforeAll(async () => {
  world = await caseWorld();
  story = caseStory(world);
  lookUp = lookUpStory(world);
});
afterAll(async () => {
  await world.close();
});

/** A look-up with raw records at its provider, whose process is lost. */
const orphaned = async (): Promise<string> => {
  const caseId = await world.open('diagnosis', { person: story.somebody().person });
  await world.atStage(caseId, 'home-treatment');
  const id = await lookUp.submitted(caseId);
  const lies = world.partners.lookUps['entry-log'].finds(lookUp.keyOf(id), lookUp.entries());
  await lookUp.answers(id, 3, lies.resultReference);
  await world.until('the person told', async () => (await lookUp.stateOf(id)).notifiedAt !== undefined);
  await world.until('two visits', async () => (await lookUp.visits(caseId)).length === 2);
  await world.client.workflow.getHandle(`look-up/${id}`).terminate('lost in a test');
  return id;
};
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const swept = async (day: string) => {
  const { id } = await world.ask.requestRetentionSweep({ day, by: 'officer' });
  await world.until(`the sweep of ${day}`, async () => {
    const { state } = (await world.uses.bulkRuns.load(id)).aggregate;
    return state.stage === 'finished';
  });
  const { rows } = await world.database.pool.query<{ body: string }>(
    'select body from retention_certificate where run_id = $1',
    [id],
  );
  const body = JSON.parse(rows[0]?.body ?? '[]') as readonly { what: string; rows: number }[];
  return { id, rows: body.find(({ what }) => what === 'look-up-record')?.rows };
};

test('what a look-up’s process did not destroy by its date the sweep destroys, once; a refusal waits for the next', async () => {
  const refused = await orphaned();
  const id = await orphaned();
  const { destroyBy = '' } = await lookUp.stateOf(id);
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
