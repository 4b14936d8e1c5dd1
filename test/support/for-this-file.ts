import { afterAll, beforeAll, expect } from '@jest/globals';

type World = Readonly<{ unexpected: readonly unknown[]; close: () => Promise<void> }>;

/** A world from a file's first test to its last. A 500 anywhere is a defect. */
export function forThisFile<Made extends World>(make: () => Promise<Made>): Made {
  const world = {} as Made;
  beforeAll(async () => {
    Object.assign(world, await make());
  });
  afterAll(async () => {
    expect(world.unexpected).toEqual([]);
    await world.close();
  });
  return world;
}
