import { expect, test } from '@jest/globals';
import { decideLivingSupport } from '../../../activities/diagnostic-testing/decide-living-support.ts';
import type { Uses } from '../../../activities/uses.ts';
import { LivingSupport } from '../../../domain/diagnostic-testing/living-support/living-support.ts';
import { livingSupportId } from '../../../domain/shared-kernel/id.ts';
import type { Decision } from '../../../domain/worklist/task.ts';
import { aClaim, amountSet, applied, assessed, CLAIM } from '../../support/living-support-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

/** A claim of 150,000 won that waits for approval; an officer has decided the task that asked about it. */
async function asked(decision: Decision, decidedBy = 'chief') {
  const livingSupports = repositoryInMemory((id, stored: Parameters<typeof LivingSupport.from>[1]) =>
    LivingSupport.from(livingSupportId(id), stored),
  );
  const claim = aClaim();
  for (const command of [applied(), assessed()]) claim.execute(command);
  await livingSupports.save(claim);
  const tasks = { load: async () => ({ aggregate: { state: { decision, decidedBy } } }) };
  const { version } = (await livingSupports.load(CLAIM)).aggregate;
  const decide = decideLivingSupport({ livingSupports, tasks } as unknown as Uses);
  return {
    decided: (about: { version?: number } = { version }) =>
      decide({ id: CLAIM, at: '2026-03-25T00:00:00Z', taskId: 'task', ...about }),
    set: async (won: number) => {
      const { aggregate } = await livingSupports.load(CLAIM);
      aggregate.execute(amountSet(won));
      await livingSupports.save(aggregate);
    },
    state: async () => (await livingSupports.load(CLAIM)).aggregate.state,
  };
}

test('an approval is of the claim that the task asked about', async () => {
  const { decided, state } = await asked('approve');
  expect(await decided()).toEqual({});
  expect(await state()).toMatchObject({ stage: 'approved', amountWon: 150_000, approvedBy: 'chief' });
});

test.each(['approve', 'reject'] as const)(
  'a decision to %s is not applied to an amount that was set afterwards: the officer has not seen it',
  async (decision) => {
    const { decided, set, state } = await asked(decision);
    await set(300_000);
    expect(await decided()).toEqual({ outdated: true });
    expect(await state()).toMatchObject({ stage: 'awaiting-approval', amountWon: 300_000 });
  },
);

test('a step from before versions were told is taken as it was; four eyes still count', async () => {
  const before = await asked('approve');
  expect(await before.decided({})).toEqual({});
  expect((await before.state()).stage).toBe('approved');
  const same = await asked('approve', 'process:case');
  expect(await same.decided()).toEqual({ refusedBecause: 'living-support/same-person' });
});
