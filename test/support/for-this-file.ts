import { afterAll, beforeAll, expect } from '@jest/globals';

type World = Readonly<{ unexpected?: readonly unknown[]; close: () => Promise<void> }>;

/** A world from the first test to the last of a file, or of a `describe`. A 500 anywhere is a defect. */
export function forThisFile<Made extends World>(make: () => Promise<Made>): Made {
  const world = {} as Made;
  beforeAll(async () => {
    Object.assign(world, await make());
  });
  afterAll(async () => {
    await world.close();
    expect(world.unexpected ?? []).toEqual([]);
  });
  return world;
}
