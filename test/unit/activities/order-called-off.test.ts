import { expect, test } from '@jest/globals';
import { callOffEssentials } from '../../../activities/isolation-management/essentials-call-off.ts';
import { suppliesStanding } from '../../../activities/isolation-management/supplies-standing.ts';
import { reconcileUnsettled } from '../../../activities/upkeep/reconcile-unsettled.ts';
import type { UpkeepUses } from '../../../activities/upkeep-uses.ts';
import { suppliesAfter, untilCompleted, untilShipped } from '../../support/supplies-fixtures.ts';

const AT = '2026-03-10T00:00:00Z';

/** Supplies whose order is being called off, and a supplier that knows whether it was. */
function calledOff(isCalledOff: boolean, commands = untilShipped) {
  const one = suppliesAfter(...commands);
  const key = `supplies:${one.id}:call-off:1`;
  const steps: string[] = [];
  const found = { orderReference: 'order-1', trackingReference: 'parcel-1', isCalledOff };
  const uses = {
    supplies: { load: async () => ({ aggregate: one }) },
    isolations: { load: async () => ({ aggregate: { state: { stage: 'ended' } } }) },
    people: {
      load: async () => ({ aggregate: { state: { stage: 'registered' }, personal: { addressLines: [] } } }),
    },
    effects: {
      intend: async (asked: { key: string }) => {
        steps.push(`intend ${asked.key}`);
        return { status: 'new' };
      },
      unsettled: async (asked: string) =>
        asked === key && steps.length === 0 ? { milliseconds: 0 } : undefined,
      settle: async (_key: string, reference: string) => void steps.push(`settle ${reference}`),
      refuse: async (_key: string, code: string) => void steps.push(`refuse ${code}`),
    },
    deliveries: {
      findParcelByKey: async (asked: string) => (asked === `supplies:${one.id}:parcel:1` ? found : undefined),
      callOff: async (order: Readonly<{ key: string; orderReference: string }>) => {
        steps.push(`call ${order.orderReference}`);
        return isCalledOff ? 'called-off' : 'too-late';
      },
    },
    unsettledEffects: {
      tasksOfSettled: async () => [],
      withoutResult: async () => [
        {
          ...{ key, name: 'supplies-call-off', system: 'delivery', isOld: false },
          owner: { kind: 'supplies', id: one.id },
        },
      ],
    },
    heart: { beat: () => undefined },
  } as unknown as UpkeepUses;
  return { step: { id: one.id, at: AT }, key, steps, uses };
}

test.each([
  [true, 'settle order-1'],
  [false, 'refuse too-late'],
])('its intent stands before the call, and what the supplier says after it (%p)', async (isOff, result) => {
  const { step, key, steps, uses } = calledOff(isOff, untilCompleted);
  expect(await callOffEssentials(uses)(step)).toBe(isOff);
  expect(steps).toEqual([`intend ${key}`, 'call order-1', result]);
});

test.each([
  [true, 'settle order-1'],
  [false, 'refuse called-off'],
])('a parcel that was faster leaves no open intent (%p)', async (isOff, result) => {
  const { step, steps, uses } = calledOff(isOff);
  expect(await suppliesStanding(uses)(step)).toMatchObject({ stage: 'shipped', callOffOpen: true });
  expect(await callOffEssentials(uses)(step)).toBe(false);
  expect(steps).toEqual([result]);
  expect(await suppliesStanding(uses)(step)).not.toHaveProperty('callOffOpen');
});

test.each([
  [true, ['settle order-1']],
  [false, []],
])('the upkeep asks the order whether it was called off (%p)', async (isOff, expected) => {
  const { steps, uses } = calledOff(isOff);
  await reconcileUnsettled(uses, () => Promise.reject(new Error('no registration')))({ at: AT });
  expect(steps).toEqual(expected);
});
