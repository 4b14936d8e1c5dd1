import { expect, test } from '@jest/globals';
import { recallLivingSupport } from '../../../activities/diagnostic-testing/recall-living-support.ts';
import { submitLookUp } from '../../../activities/epidemiological-investigation/submit-look-up.ts';
import {
  payEssentials,
  settleEssentialsPayment,
} from '../../../activities/isolation-management/essentials-money.ts';
import {
  settleEssentialsParcel,
  shipEssentials,
} from '../../../activities/isolation-management/essentials-parcel.ts';
import type { Uses } from '../../../activities/uses.ts';
import type { SuppliesCommand } from '../../../domain/isolation-management/supplies/supplies.commands.ts';
import {
  completed,
  essentialsChecked,
  opened,
  ordered,
  paid,
  PRICE,
  supplies,
} from '../../support/supplies-fixtures.ts';

const AT = '2026-03-10T00:00:00Z';
const ID = '01900000-0000-7000-8000-0000000000f1';

/** A call whose answer was lost, and what is stored of it. */
function effectsOf(key: string) {
  const settled: string[] = [];
  const effects = {
    unsettled: async (asked: string) => (asked === key ? { milliseconds: 0 } : undefined),
    settle: async (asked: string, reference: string) => void settled.push(`${asked} ${reference}`),
    refuse: async (asked: string, code: string) => void settled.push(`${asked} ${code}`),
  };
  return { settled, effects };
}

/** A payment or a parcel of supplies, while the isolation came to its end. */
function lost(step: 'payment' | 'parcel', commands: readonly SuppliesCommand[], found = true) {
  const order = supplies();
  for (const command of [opened(), essentialsChecked(), ordered(), ...commands]) order.execute(command);
  const key = `supplies:${order.id}:${step}:1`;
  const { settled, effects } = effectsOf(key);
  const uses = {
    supplies: { load: async () => ({ aggregate: order }) },
    isolations: {
      load: async () => ({ aggregate: { state: { stage: 'ended', endedBecause: 'released' } } }),
    },
    effects,
    payments: {
      findPaymentByKey: async () =>
        found ? { state: 'paid', paymentReference: 'pay-1', won: PRICE } : undefined,
    },
    deliveries: { findParcelByKey: async () => (found ? { orderReference: 'order-1' } : undefined) },
  } as unknown as Uses;
  return { step: { id: order.id, at: AT }, key, settled, uses };
}

test.each([
  ['went', true, 'pay-1'],
  ['did not go', false, 'called-off'],
])(
  'the next attempt after the isolation’s end leaves no open intent: the money %s',
  async (_what, found, as) => {
    const { step, key, settled, uses } = lost('payment', [], found);
    await payEssentials(uses)(step);
    expect(settled).toEqual([`${key} ${as}`]);
  },
);

test('a payment that the partner told of before it was called off leaves none either', async () => {
  const { step, key, settled, uses } = lost('payment', [paid()]);
  await settleEssentialsPayment(uses)(step);
  expect(settled).toEqual([`${key} pay-1`]);
});

test('nor does a parcel after the isolation’s end', async () => {
  const { step, key, settled, uses } = lost('parcel', [paid()], false);
  await shipEssentials(uses)(step);
  expect(settled).toEqual([`${key} called-off`]);
});

test('nor one that the supplier told of before it was called off', async () => {
  const { step, key, settled, uses } = lost('parcel', [paid(), completed()]);
  expect(await settleEssentialsParcel(uses)(step)).toBe(true);
  expect(settled).toEqual([`${key} order-1`]);
});

test('nor a look-up whose provider told of it before it answered', async () => {
  const key = `information-request:${ID}:entry-log-submission`;
  const { settled, effects } = effectsOf(key);
  const state = { kind: 'entryLog', caseId: 'case', approvedBy: 'head', providerReference: 'ref-1' };
  const uses = {
    informationRequests: { load: async () => ({ aggregate: { state } }) },
    entryLog: { findRequestByKey: async () => ({ providerReference: 'ref-1' }) },
    effects,
  } as unknown as Uses;
  await submitLookUp(uses)({ id: ID, at: AT });
  expect(settled).toEqual([`${key} ref-1`]);
});

test('nor a recall of which the payment system told first', async () => {
  const key = `living-support:${ID}:recall:1`;
  const { settled, effects } = effectsOf(key);
  const state = {
    stage: 'recovered',
    reference: 'pay-1',
    amountDueWon: 100_000,
    reversals: 1,
    recoveries: [],
  };
  const uses = {
    livingSupports: { load: async () => ({ aggregate: { state } }) },
    livingSupportPayments: { findRecallByKey: async () => ({ reference: 'recall-1' }) },
    effects,
  } as unknown as Uses;
  await recallLivingSupport(uses)({ id: ID, at: AT, commandId: 'x' });
  expect(settled).toEqual([`${key} recall-1`]);
});
