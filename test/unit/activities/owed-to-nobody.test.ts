import { describe, expect, test } from '@jest/globals';
import { isUnsettled } from '../../../activities/effect.ts';
import { transferLivingSupport } from '../../../activities/diagnostic-testing/transfer-living-support.ts';
import { settleEssentialsPayment } from '../../../activities/isolation-management/essentials-money.ts';
import { settleEssentialsParcel } from '../../../activities/isolation-management/essentials-parcel.ts';
import { remindOfCheck } from '../../../activities/isolation-management/remind-of-check.ts';
import { tellNotACase } from '../../../activities/patient-management/tell-not-a-case.ts';
import { textMessage } from '../../../activities/text-message.ts';
import type { Uses } from '../../../activities/uses.ts';
import { aPerson, erased, registered } from '../../support/person-fixtures.ts';
import { aClaim, applied, approved, assessed } from '../../support/living-support-fixtures.ts';
import { essentialsChecked, opened, ordered, supplies, untilPaid } from '../../support/supplies-fixtures.ts';
import { effectLog } from './effect-log-in-memory.ts';

const ID = '01900000-0000-7000-8000-0000000000a1';
const AT = '2026-03-10T00:00:00Z';

/** A call that was begun for somebody, whose answer was lost, and partners who know nothing of it. */
async function begun(key: string, state: object, settlesInMilliseconds = 0) {
  const { log } = effectLog(settlesInMilliseconds);
  await log.intend({ key, name: 'of no matter', system: 'sms', owner: { kind: 'case', id: ID } });
  const person = aPerson();
  person.execute(registered());
  const sent: string[] = [];
  const calls: (() => void)[] = [];
  const stored = { ...state };
  const holding = { load: async () => ({ aggregate: { state: { ...stored } } }) };
  const uses = {
    effects: {
      ...log,
      callAgain: async () => calls.shift()?.(),
    },
    ...{ cases: holding, isolations: holding },
    people: { load: async () => ({ aggregate: person }) },
    lookups: { hasDied: async () => false },
    texts: {
      findByKey: async () => undefined,
      send: async (message: { key: string }) => {
        sent.push(message.key);
        return { providerMessageId: 'm' };
      },
    },
    payments: { findPaymentByKey: async () => undefined },
    deliveries: { findParcelByKey: async () => undefined },
    livingSupportPayments: { findTransferByKey: async () => undefined },
  };
  const become = (next: object) => Object.assign(stored, next);
  const isOpen = () => isUnsettled(log, key);
  return { uses: uses as unknown as Uses, person, sent, calls, become, isOpen };
}

describe('a call that was begun leaves no open intent', () => {
  test('when the person to be told is erased', async () => {
    const key = `isolation:${ID}:quarantine-notice`;
    const { uses, person, sent, isOpen } = await begun(key, {});
    person.execute(erased());
    const owner = { kind: 'isolation', id: ID };
    const message = { name: 'quarantine-notice', template: 'quarantine-notice', key, owner } as const;
    await textMessage(uses, { ...message, personId: ID });
    expect(sent).toEqual([]);
    expect(await isOpen()).toBe(false);
  });
  test('when the finding was somebody else’s, and nobody is told that it is no case', async () => {
    const key = `case:${ID}:not-a-case-notice`;
    const { uses, sent, isOpen } = await begun(key, { stage: 'withdrawn' });
    await tellNotACase(uses)({ caseId: ID, at: AT, commandId: key });
    expect(sent).toEqual([]);
    expect(await isOpen()).toBe(false);
  });
  test('when the person to be paid is erased', async () => {
    const claim = aClaim();
    for (const command of [applied(), assessed(), approved()]) claim.execute(command);
    const key = `living-support:${claim.id}:payment:1`;
    const { uses, person, isOpen } = await begun(key, { stage: 'released', establishedViolations: 0 });
    person.execute(erased());
    const livingSupports = { load: async () => ({ aggregate: claim }), save: async () => undefined };
    const step = { id: claim.id, at: '2026-03-21T00:00:00Z', commandId: 'c' };
    await transferLivingSupport({ ...uses, livingSupports } as unknown as Uses)(step);
    expect(claim.state.stage).toBe('rejected');
    expect(await isOpen()).toBe(false);
  });
});

describe('a reminder of a missed check', () => {
  const KEY = `isolation:${ID}:check-reminder:3`;
  const missed = { stage: 'active', personId: ID, checks: 3, missedInARow: 1 };
  const answered = { missedInARow: 0 };
  const missedAnew = { checks: 5 };
  const remind = (uses: Uses) =>
    remindOfCheck(uses)({ id: ID, at: AT, commandId: `isolation:${ID}:check-reminder-3`, row: 3 });

  test('goes out while the check is missed', async () => {
    const { uses, sent } = await begun(KEY, missed);
    await remind(uses);
    expect(sent).toEqual([KEY]);
  });
  test.each([
    ['the person has answered', answered],
    ['another check is missed since', missedAnew],
    ['the isolation is over', { stage: 'ended' }],
  ])('is called off when %s', async (_what, then) => {
    const before = await begun(KEY, { ...missed, ...then });
    await remind(before.uses);
    const meanwhile = await begun(KEY, missed);
    meanwhile.calls.push(() => meanwhile.become(then));
    await remind(meanwhile.uses);
    for (const { sent, isOpen } of [before, meanwhile]) {
      expect(sent).toEqual([]);
      expect(await isOpen()).toBe(false);
    }
  });
});

describe('what may still take effect is not called off yet', () => {
  const MAY_STILL = 40_000;
  test('a payment', async () => {
    const order = supplies();
    for (const command of [opened(), essentialsChecked(), ordered()]) order.execute(command);
    const { uses, isOpen } = await begun(`supplies:${order.id}:payment:1`, {}, MAY_STILL);
    const supplied = { ...uses, supplies: { load: async () => ({ aggregate: order }) } } as unknown as Uses;
    await expect(settleEssentialsPayment(supplied)({ id: order.id, at: AT })).rejects.toMatchObject({
      code: 'settling',
    });
    expect(await isOpen()).toBe(true);
  });
  test('a parcel', async () => {
    const order = supplies();
    for (const command of untilPaid) order.execute(command);
    const { uses, isOpen } = await begun(`supplies:${order.id}:parcel:1`, {}, MAY_STILL);
    const supplied = { ...uses, supplies: { load: async () => ({ aggregate: order }) } } as unknown as Uses;
    await expect(settleEssentialsParcel(supplied)({ id: order.id, at: AT })).rejects.toMatchObject({
      code: 'settling',
    });
    expect(await isOpen()).toBe(true);
  });
});
