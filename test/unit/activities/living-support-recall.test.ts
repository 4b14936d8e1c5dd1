import { expect, test } from '@jest/globals';
import { livingSupportStanding } from '../../../activities/diagnostic-testing/living-support-standing.ts';
import {
  recallLivingSupport,
  restoreUnlessRecalled,
  settleLivingSupportRecall,
} from '../../../activities/diagnostic-testing/recall-living-support.ts';
import type { Uses } from '../../../activities/uses.ts';
import { LivingSupport } from '../../../domain/diagnostic-testing/living-support/living-support.ts';
import { livingSupportId } from '../../../domain/shared-kernel/id.ts';
import {
  aClaim,
  applied,
  approved,
  assessed,
  CLAIM,
  paid,
  reversed,
} from '../../support/living-support-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

const now = { id: CLAIM, at: '2026-03-25T00:00:00Z' };
const recall = { ...now, commandId: `living-support:${CLAIM}:recall:1` };
const aggregate = (state: object) => ({ load: async () => ({ aggregate: { state } }) });

/** A claim whose money is due back for a violation that is withdrawn meanwhile. */
async function withdrawnAfterPayment(reversals = [reversed()]) {
  const livingSupports = repositoryInMemory((id, stored: Parameters<typeof LivingSupport.from>[1]) =>
    LivingSupport.from(livingSupportId(id), stored),
  );
  const claim = aClaim();
  for (const command of [applied(), assessed(), approved(), paid(), ...reversals]) claim.execute(command);
  await livingSupports.save(claim);
  const recalls = new Map<string, { reference: string; won: number; state: string }>();
  const calledOff: string[] = [];
  const violations = [{ stage: 'withdrawn', establishedAt: now.at }];
  const uses = {
    livingSupports,
    isolations: aggregate({ stage: 'ended', district: '11110', violations, establishedViolations: 0 }),
    cases: aggregate({}),
    lookups: { hasDied: async () => false },
    people: aggregate({ stage: 'registered' }),
    effects: {
      intend: async () => ({ status: 'new' }),
      settle: async () => undefined,
      unsettled: async (key: string) => (!recalls.has(key) ? { milliseconds: 0 } : undefined),
      refuse: async (key: string) => void calledOff.push(key),
    },
    livingSupportPayments: {
      recall: async ({ key, won }: { key: string; won: number }) => {
        recalls.set(key, { reference: 'R-1', won, state: 'accepted' });
        return { reference: 'R-1' };
      },
      findRecallByKey: async (key: string) => recalls.get(key),
    },
  } as unknown as Uses;
  const state = async () => (await livingSupports.load(CLAIM)).aggregate.state;
  return { uses, recalls, calledOff, state };
}

test('a claim is not restored to paid while its money is being taken back; once it is back, it is judged again', async () => {
  const { uses, recalls, state } = await withdrawnAfterPayment();
  await recallLivingSupport(uses)(recall);
  expect(await livingSupportStanding(uses)(now)).toMatchObject({ stage: 'reversed', restorable: true });
  expect(await restoreUnlessRecalled(uses)(now)).toEqual({ underWay: true });
  expect(await state()).toMatchObject({ stage: 'reversed', amountDueWon: 150_000 });
  for (const one of recalls.values()) one.state = 'recovered';
  await settleLivingSupportRecall(uses)(now);
  expect(await state()).toMatchObject({ stage: 'recovered', recoveries: [{ won: 150_000 }] });
  expect(await restoreUnlessRecalled(uses)(now)).toEqual({ underWay: false });
  const { stage, paidWon } = await state();
  expect({ stage, paidWon }).toEqual({ stage: 'applied', paidWon: undefined });
});

test('money that came back before anybody asked is booked, and the claim judged again', async () => {
  const { uses, recalls, state } = await withdrawnAfterPayment();
  await recallLivingSupport(uses)(recall);
  for (const one of recalls.values()) one.state = 'recovered';
  expect(await restoreUnlessRecalled(uses)(now)).toEqual({ underWay: false });
  expect((await state()).stage).toBe('applied');
});

test('where the payment system was never asked, the claim stands as paid and no intent stays open', async () => {
  const { uses, calledOff, state } = await withdrawnAfterPayment();
  expect(await restoreUnlessRecalled(uses)(now)).toEqual({ underWay: false });
  expect((await state()).stage).toBe('paid');
  expect(calledOff).toEqual([recall.commandId]);
});

test('what a violation makes due beside a part is asked for by itself, and comes back by itself', async () => {
  const { uses, recalls, state } = await withdrawnAfterPayment([reversed('wrongAmount', 50_000), reversed()]);
  await recallLivingSupport(uses)(recall);
  expect([...recalls].map(([key, { won }]) => [key.split(':').slice(-2).join(':'), won])).toEqual([
    ['recall:1', 50_000],
    ['recall:2', 100_000],
  ]);
  for (const [key, one] of recalls)
    recalls.set(key, { ...one, reference: `R-${key.slice(-1)}`, state: 'recovered' });
  await settleLivingSupportRecall(uses)(now);
  await settleLivingSupportRecall(uses)(now);
  expect(await state()).toMatchObject({
    stage: 'recovered',
    recoveries: [
      { reference: 'R-1', won: 50_000 },
      { reference: 'R-2', won: 100_000 },
    ],
  });
});

test('without the violation the part stays due, and only what it had made due is no longer asked for', async () => {
  const { uses, recalls, calledOff, state } = await withdrawnAfterPayment([
    reversed('wrongAmount', 50_000),
    reversed(),
  ]);
  recalls.set(`living-support:${CLAIM}:recall:1`, { reference: 'R-1', won: 50_000, state: 'accepted' });
  expect(await livingSupportStanding(uses)(now)).toMatchObject({ restorable: true });
  expect(await restoreUnlessRecalled(uses)(now)).toEqual({ underWay: false });
  expect(calledOff).toEqual([`living-support:${CLAIM}:recall:2`]);
  expect(await state()).toMatchObject({ stage: 'reversed', amountDueWon: 50_000 });
  expect(await livingSupportStanding(uses)(now)).toMatchObject({ restorable: false, partlyDue: true });
});
