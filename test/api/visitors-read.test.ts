import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiWorld, key, type ApiWorld } from '../support/api-world.ts';
import { venueStory } from '../support/venue-story.ts';

let world: ApiWorld;
let call: ApiWorld['call'];
let story: ReturnType<typeof venueStory>;
beforeAll(async () => {
  world = await apiWorld();
  ({ call } = world);
  story = venueStory(world);
});
afterAll(async () => {
  expect(world.unexpected).toEqual([]);
  await world.close();
});

const after = async <Answer>(days: number, ask: () => Promise<Answer>): Promise<Answer> => {
  const { clock } = world.uses;
  const now = async () => new Date(Date.now() + days * 86_400_000).toISOString();
  Object.assign(world.uses, { clock: { ...clock, now } });
  try {
    return await ask();
  } finally {
    Object.assign(world.uses, { clock });
  }
};

describe('the strangers of a venue, asked for again with the same key', () => {
  test('are read on record each time, and not after the day until which they may be kept', async () => {
    const { id, at } = await story.answered(story.THREE);
    const { version } = (await call('GET', at)).body;
    const same = { ...key(), 'if-match': `"${version}"` };
    const read = () => call('POST', `${at}/visitors`, {}, same);
    const [first, again] = [await read(), await read()];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body.items).toEqual(first.body.items);
    expect((await story.lookUp(id)).consultations).toBe(2);
    expect(again.headers.get('etag')).toBe(`"${(await call('GET', at)).body.version}"`);
    expect(await call('POST', `${at}/visitors`, { another: 'request' }, same)).toMatchObject({ status: 400 });
    expect(await after(60, read)).toMatchObject({
      status: 409,
      body: { code: 'information-request/retention-over' },
    });
    await story.destroyed(id);
    expect(await read()).toMatchObject({
      status: 409,
      body: { code: 'information-request/records-destroyed' },
    });
  });
});
