import { describe, expect, test } from '@jest/globals';
import { contactStory } from '../support/contact-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(caseWorld);
const contacts = contactStory(world);

const tasks = async (contactId: string) => {
  const { rows } = await world.database.pool.query<{ id: string; stage: string }>(
    `select id, stage from task where subject_id = $1 and state ->> 'kind' = 'quarantine-test' order by id`,
    [contactId],
  );
  return rows;
};
/** In quarantine, on the day of a test which the laboratory refuses. */
const refused = async (): Promise<string> => {
  const exposure = { ...(await contacts.touched()), attributes: { closeContact: true } };
  const id = await contacts.named(await contacts.source('mers'), await contacts.known(), exposure);
  await contacts.quarantined(id);
  world.partners.trouble('pcr-laboratory', 'refuse', 1);
  await world.days(7);
  await world.until('a task', async () => (await tasks(id)).length === 1);
  return id;
};
const isOrdered = (id: string): boolean =>
  world.partners.orders().some(({ key }) => key === `contact:${id}:quarantine-test:1`);

describe('a contact whose test the laboratory refuses', () => {
  test('becomes a case by their symptoms, though nobody has mended that', async () => {
    const id = await refused();
    await contacts.report(id, true);
    await contacts.atStage(id, 'converted');
    await world.until('no task', async () => (await tasks(id)).every(({ stage }) => stage === 'cancelled'));
    expect(isOrdered(id)).toBe(false);
    await world.ordered(1);
    await world.result('positive');
    await contacts.ended(id, 'converted', 'contact-test-refused-became-case');
  });
  test('is tested when somebody has', async () => {
    const id = await refused();
    const [task] = await tasks(id);
    await world.ask.decideTask({ ...world.request(), taskId: task?.id ?? '', decision: 'done' });
    await world.until('the order', async () => isOrdered(id));
    await world.until('told', async () => (await contacts.sentTo(id)).includes('quarantine-test-notice:1'));
  });
});
