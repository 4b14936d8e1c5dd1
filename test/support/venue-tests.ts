import { afterAll, beforeAll, expect } from '@jest/globals';
import { apiWorld, type ApiWorld } from './api-world.ts';
import { venueStory } from './venue-story.ts';

/** An API with venues to look up, from a file's first test to its last. */
export function venueTests(protocolAsOf?: string) {
  const here = {} as { world: ApiWorld; call: ApiWorld['call']; story: ReturnType<typeof venueStory> };
  beforeAll(async () => {
    const world = await apiWorld(protocolAsOf);
    Object.assign(here, { world, call: world.call, story: venueStory(world) });
  });
  afterAll(async () => {
    expect(here.world.unexpected).toEqual([]); // a 500 anywhere is a defect
    await here.world.close();
  });
  return here;
}
