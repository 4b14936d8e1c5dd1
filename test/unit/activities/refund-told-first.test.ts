import { expect, test } from '@jest/globals';
import { refundEssentials } from '../../../activities/isolation-management/essentials-money.ts';
import { reconcileUnsettled } from '../../../activities/upkeep/reconcile-unsettled.ts';
import type { UpkeepUses } from '../../../activities/upkeep-uses.ts';
import { failed, PRICE, refunded, supplies, untilShipped } from '../../support/supplies-fixtures.ts';

/** A refund whose answer was lost, and which the partner told of by its webhook since. */
function toldFirst() {
  const told = supplies();
  for (const command of [...untilShipped, failed('parcel-lost'), refunded()]) told.execute(command);
  const key = `supplies:${told.id}:refund:1`;
  const settled: string[] = [];
  const uses = {
    supplies: { load: async () => ({ aggregate: told }) },
    effects: {
      unsettled: async (asked: string) =>
        asked === key && settled.length === 0 ? { milliseconds: 0 } : undefined,
      settle: async (asked: string, reference: string) => void settled.push(`${asked} ${reference}`),
      refuse: async () => undefined,
    },
    payments: {
      findPaymentByKey: async () => undefined,
      findRefundByKey: async (asked: { key: string; paymentReference: string }) =>
        asked.key === key && asked.paymentReference === 'pay-1'
          ? { key, refundReference: 'refund-1', won: PRICE }
          : undefined,
    },
    unsettledEffects: {
      tasksOfSettled: async () => [],
      withoutResult: async () => [
        {
          key,
          name: 'supplies-refund',
          system: 'payment',
          owner: { kind: 'supplies', id: told.id },
          isOld: false,
        },
      ],
    },
    heart: { beat: () => undefined },
  } as unknown as UpkeepUses;
  return { id: told.id, key, settled, uses };
}

test('a refund that the partner told of before it answered leaves no open intent', async () => {
  const { id, key, settled, uses } = toldFirst();
  await refundEssentials(uses)({ id, at: '2026-03-10T00:00:00Z' });
  expect(settled).toEqual([`${key} refund-1`]);
});

test('the upkeep asks for a refund as such, by its key and its payment', async () => {
  const { key, settled, uses } = toldFirst();
  await reconcileUnsettled(uses, () => Promise.reject(new Error('no registration')))({ at: '' });
  expect(settled).toEqual([`${key} refund-1`]);
});
