import { expect, test } from '@jest/globals';
import { key } from '../support/api-world.ts';
import { REST } from '../support/venue-story.ts';
import { venueTests } from '../support/venue-tests.ts';

const here = venueTests();

/** By the protocol in force others may catch it until the fourteenth day after the onset: `day(3)`. */
const onsetBack = 17;
const exposureOf = async (at: string) => {
  const naming = { entry: 'E-1', person: REST, exposure: {} };
  const { body } = await here.call('POST', `${at}/contacts`, naming, key());
  const { exposures } = (await here.world.uses.contacts.load(String(body['contactId']))).aggregate.state;
  return exposures[0];
};

test('who was at a venue over the midnight that ends the infectious days was met on the last of them, to the minute', async () => {
  const night = { from: here.story.moment('22:00', 3), to: here.story.moment('02:00', 2) };
  const visitor = {
    ...here.story.visitor('E-1', '00:00', '00:00'),
    from: here.story.moment('23:45', 3),
    to: night.to,
  };
  const { id, at } = await here.story.answered([visitor], { onsetBack, ...night });
  const { periodFrom, periodTo } = await here.story.lookUp(id);
  expect([periodFrom, periodTo]).toEqual([here.story.day(3), here.story.day(3)]);
  const met = { dateOfFirstContact: here.story.day(3), dateOfLastContact: here.story.day(3), minutes: 15 };
  expect(await exposureOf(at)).toMatchObject(met);
});

test('nobody is met who came at that midnight', async () => {
  const night = { from: here.story.moment('22:00', 3), to: here.story.moment('02:00', 2) };
  const visitor = {
    ...here.story.visitor('E-1', '00:00', '00:00'),
    from: here.story.moment('00:00', 2),
    to: night.to,
  };
  const { at } = await here.story.answered([visitor], { onsetBack, ...night });
  expect((await here.story.about(at, '/visitors')).body.items).toEqual([]);
});

test('who leaves at midnight was met on the day before for the last time', async () => {
  const evening = { from: here.story.moment('22:00', 3), to: here.story.moment('00:00', 2) };
  const visitor = { ...here.story.visitor('E-1', '00:00', '00:00'), ...evening };
  const { at } = await here.story.answered([visitor], { onsetBack: 10, ...evening });
  const met = { dateOfFirstContact: here.story.day(3), dateOfLastContact: here.story.day(3), minutes: 120 };
  expect(await exposureOf(at)).toMatchObject(met);
});
