import { expect, test } from '@jest/globals';
import { transferLivingSupport } from '../../../activities/diagnostic-testing/transfer-living-support.ts';
import { payEssentials } from '../../../activities/isolation-management/essentials-money.ts';
import type { Uses } from '../../../activities/uses.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const step = { id: ID, at: '2026-01-01T00:00:00Z', commandId: `c:${ID}` };

/** A log in which one effect was begun and its result is not known. */
function effectLog(open: string) {
  const settled: string[] = [];
  return {
    settled,
    log: {
      unsettled: async (key: string) => (key === open ? { milliseconds: 0 } : undefined),
      settle: async (key: string, reference: string) => void settled.push(`${key} ${reference}`),
      refuse: async (key: string) => void settled.push(`${key} refused`),
    },
  };
}
const aggregate = (state: object) => ({ load: async () => ({ aggregate: { state } }) });

test('a transfer whose message came before its answer is settled by asking, not made again', async () => {
  const key = `living-support:${ID}:payment:1`;
  const { log, settled } = effectLog(key);
  const uses = {
    effects: log,
    livingSupports: aggregate({ stage: 'paid', attempt: 1, amountWon: 454_900 }),
    livingSupportPayments: {
      findTransferByKey: async () => ({ reference: 'T-1', won: 454_900, state: 'paid' }),
    },
  } as unknown as Uses;
  await transferLivingSupport(uses)(step);
  expect(settled).toEqual([`${key} T-1`]);
});

test('so is a payment for supplies; one that never arrived is called off', async () => {
  const key = `supplies:${ID}:payment:1`;
  const supplies = aggregate({ stage: 'shipped', attempts: [{ totalWon: 1_000 }] });
  for (const [found, outcome] of [
    [{ state: 'paid', paymentReference: 'P-1', won: 1_000 }, `${key} P-1`],
    [undefined, `${key} refused`],
  ] as const) {
    const { log, settled } = effectLog(key);
    const payments = { findPaymentByKey: async () => found };
    await payEssentials({ effects: log, supplies, payments } as unknown as Uses)(step);
    expect(settled).toEqual([outcome]);
  }
});
