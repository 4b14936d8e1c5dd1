import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { livingSupportStory, type LivingSupportStory } from '../support/living-support-story.ts';
import { caseWorld, type CaseWorld } from '../support/case-world.ts';

let world: CaseWorld;
let story: LivingSupportStory;
beforeAll(async () => {
  world = await caseWorld();
  story = livingSupportStory(world);
});
afterAll(async () => {
  await world.close();
});

describe('living support', () => {
  test('is claimed at the notice, judged after the isolation, approved and paid', async () => {
    const claimed = await story.claimed();
    const { claim, caseId } = claimed;
    expect(await story.state(claim)).toMatchObject({ stage: 'applied', householdSize: 1, caseId });
    await story.isolationOver(claimed);
    await story.atStage(claim, 'facts-missing');
    await story.state(claim);
    await story.stated(claim, { paidLeave: false, shorterIsolationPaidInFull: true });
    await story.atStage(claim, 'awaiting-approval');
    await story.decide(claim, 'living-support-approval', 'approve', 'chief');
    const key = await story.transferred(claim, 1);
    await story.paid(claim, key);
    await story.ended(claim, 'paid', 'living-support-paid');
    expect(await story.state(claim)).toMatchObject({ paidWon: 454_900, approvedBy: 'chief', attempt: 1 });
    expect(world.partners.transfers().filter((one) => one.livingSupportId === claim)).toHaveLength(1);
    expect(await story.openTasks(claim)).toEqual([]);
  });
});
