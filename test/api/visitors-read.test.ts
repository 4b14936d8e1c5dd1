import { describe, expect, test } from '@jest/globals';
import { key } from '../support/api-world.ts';
import { movedBy } from '../support/moved-clock.ts';
import { refusedAs } from '../support/venue-story.ts';
import { venueTests } from '../support/venue-tests.ts';

const here = venueTests();

describe('the strangers of a venue, asked for again with the same key', () => {
  test('are read on record each time, and not after the day until which they may be kept', async () => {
    const { id, at } = await here.story.answered(here.story.THREE);
    const { version } = (await here.call('GET', at)).body;
    const same = { ...key(), 'if-match': `"${version}"` };
    const read = () => here.call('POST', `${at}/visitors`, {}, same);
    const [first, again] = [await read(), await read()];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body.items).toEqual(first.body.items);
    expect((await here.story.lookUp(id)).consultations).toBe(2);
    expect(again.headers.get('etag')).toBe(`"${(await here.call('GET', at)).body.version}"`);
    expect(await here.call('POST', `${at}/visitors`, { another: 'request' }, same)).toMatchObject({
      status: 400,
    });
    expect(await movedBy(here.world, 60, read)).toMatchObject(refusedAs('retention-over'));
    await here.story.destroyed(id);
    expect(await read()).toMatchObject(refusedAs('records-destroyed'));
  });
});
