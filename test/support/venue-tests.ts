import { apiWorld } from './api-world.ts';
import { forThisFile } from './for-this-file.ts';
import { venueStory } from './venue-story.ts';

/** An API with venues to look up, from a file's first test to its last. */
export const venueTests = (protocolAsOf?: string) =>
  forThisFile(async () => {
    const world = await apiWorld(protocolAsOf);
    const { call, unexpected, close } = world;
    return { world, call, story: venueStory(world), unexpected, close };
  });
