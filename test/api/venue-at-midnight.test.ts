import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiWorld, key, type ApiWorld } from '../support/api-world.ts';
import { venueStory } from '../support/venue-story.ts';

let world: ApiWorld;
let story: ReturnType<typeof venueStory>;
beforeAll(async () => {
  world = await apiWorld();
  story = venueStory(world);
});
afterAll(async () => {
  expect(world.unexpected).toEqual([]);
  await world.close();
});

/** By the protocol in force others may catch it until the fourteenth day after the onset: `day(3)`. */
const onsetBack = 17;
const exposureOf = async (at: string) => {
  const naming = { entry: 'E-1', person: story.rest, exposure: {} };
  const { body } = await world.call('POST', `${at}/contacts`, naming, key());
  const { exposures } = (await world.uses.contacts.load(String(body['contactId']))).aggregate.state;
  return exposures[0];
};

test('who was at a venue over the midnight that ends the infectious days was met on the last of them, to the minute', async () => {
  const night = { from: story.moment('22:00', 3), to: story.moment('02:00', 2) };
  const visitor = { ...story.visitor('E-1', '00:00', '00:00'), from: story.moment('23:45', 3), to: night.to };
  const { id, at } = await story.answered([visitor], { onsetBack, ...night });
  const { periodFrom, periodTo } = await story.lookUp(id);
  expect([periodFrom, periodTo]).toEqual([story.day(3), story.day(3)]);
  const met = { dateOfFirstContact: story.day(3), dateOfLastContact: story.day(3), minutes: 15 };
  expect(await exposureOf(at)).toMatchObject(met);
});

test('nobody is met who came at that midnight', async () => {
  const night = { from: story.moment('22:00', 3), to: story.moment('02:00', 2) };
  const visitor = { ...story.visitor('E-1', '00:00', '00:00'), from: story.moment('00:00', 2), to: night.to };
  const { at } = await story.answered([visitor], { onsetBack, ...night });
  expect((await story.about(at, '/visitors')).body.items).toEqual([]);
});

test('who leaves at midnight was met on the day before for the last time', async () => {
  const evening = { from: story.moment('22:00', 3), to: story.moment('00:00', 2) };
  const visitor = { ...story.visitor('E-1', '00:00', '00:00'), ...evening };
  const { at } = await story.answered([visitor], { onsetBack: 10, ...evening });
  const met = { dateOfFirstContact: story.day(3), dateOfLastContact: story.day(3), minutes: 120 };
  expect(await exposureOf(at)).toMatchObject(met);
});
