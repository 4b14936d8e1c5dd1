import { expect, test } from '@jest/globals';
import { readSms } from '../../../activities/adapters/sms/sms.webhook.ts';
import { proveNotice } from '../../../activities/isolation-management/prove-notice.ts';
import { reconcileUnreported } from '../../../activities/messages/reconcile-unreported.ts';
import { recordDelivery } from '../../../activities/messages/record-delivery.ts';
import type { Sent } from '../../../activities/ports/effect-log.ts';
import type { UpkeepUses } from '../../../activities/upkeep-uses.ts';
import { Isolation } from '../../../domain/isolation-management/isolation/isolation.ts';
import { isolationId } from '../../../domain/shared-kernel/id.ts';
import { anIsolation, day, ended, isolated } from '../../support/isolation-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

/** An order of day 3 whose message went out at `sent`; its report comes on day 5. */
async function order(sent: Sent | undefined, now = day(5), ...more: Parameters<Isolation['execute']>[0][]) {
  const isolations = repositoryInMemory((id, stored: Parameters<typeof Isolation.from>[1]) =>
    Isolation.from(isolationId(id), stored),
  );
  const isolation = anIsolation();
  for (const command of [isolated(), ...more]) isolation.execute(command);
  await isolations.save(isolation);
  const { id } = isolation;
  const key = `isolation:${id}:isolation-notice`;
  const owner = { kind: 'isolation', id };
  const confirmed: string[] = [];
  const uses = {
    isolations,
    clock: { now: async () => now.toString() },
    effects: {
      ownerOfMessage: async () => owner,
      whenSent: async () => sent,
      confirm: async (_key: string, code: string) => void confirmed.push(code),
    },
    heart: { beat: () => undefined },
    unsettledEffects: {
      withoutReport: async () => [{ key, name: 'isolation-notice', owner, isOld: false }],
    },
  } as unknown as UpkeepUses;
  const record = recordDelivery(uses, proveNotice(uses));
  return {
    uses,
    key,
    record,
    confirmed,
    reported: (deliveredAt?: string) =>
      record({ key, providerMessageId: 'M-1', delivered: true, deliveredAt, code: '4000' }),
    state: async () => (await isolations.load(id)).aggregate.state,
  };
}
const between = { firstTriedAt: day(3).toString(), sentAt: day(3).plusHours(1).toString() };

test.each([
  ['as the gateway says', between, day(4).toString(), day(4)],
  ['as it was sent, where the gateway says nothing', between, undefined, day(3).plusHours(1)],
  ['as it was sent, where the gateway’s clock is wrong', between, day(2).toString(), day(3).plusHours(1)],
  ['not before the order, whatever is said', undefined, day(2).toString(), day(3)],
  ['not after the report, whatever is said', between, day(6).toString(), day(5)],
  ['as it is reported, where nobody knows', undefined, undefined, day(5)],
])('a notice is served %s', async (_how, sent, deliveredAt, served) => {
  const { reported, state } = await order(sent);
  await reported(deliveredAt);
  expect((await state()).notifiedAt).toBe(served.toString());
  await reported(day(4).toString());
  expect((await state()).notifiedAt).toBe(served.toString());
});

test('a lost report that is asked for a day later proves the notice of the day on which it was served', async () => {
  const { uses, record, state } = await order(between);
  const found = { providerMessageId: 'M-1', state: 'delivered', code: '4000' } as const;
  const texts = { findByKey: async () => ({ ...found, deliveredAt: day(4).toString() }) };
  const asked = { ...uses, texts } as unknown as UpkeepUses;
  await reconcileUnreported(asked, record)({ at: day(5).toString() });
  expect((await state()).notifiedAt).toBe(day(4).toString());
});

test('a notice that was served before the end is proven after it; one that came too late is not', async () => {
  const over = await order(between, day(12), ended('released', day(10)));
  await over.reported(day(4).toString());
  expect(await over.state()).toMatchObject({ stage: 'ended', notifiedAt: day(4).toString() });
  const late = await order(between, day(12), ended('released', day(10)));
  await late.reported(day(11).toString());
  expect((await late.state()).notifiedAt).toBeUndefined();
  expect(late.confirmed).toEqual(['4000']);
});

test.each([
  [
    { dateReceived: '2022-03-15T14:59:00.000Z', dateProcessed: '2022-03-15T14:00:00Z' },
    '2022-03-15T14:59:00.000Z',
  ],
  [{ dateReceived: null, dateProcessed: '2022-03-15T23:00:00+09:00' }, '2022-03-15T23:00:00+09:00'],
  [{ dateReceived: 'yesterday' }, undefined],
  [{}, undefined],
])('the gateway’s moments %j', (moments, deliveredAt) => {
  const status = { kind: 'status', messageId: 'M-1', reference: 'key', statusCode: '4000', ...moments };
  expect(readSms(status)).toEqual({
    kind: 'status',
    key: 'key',
    providerMessageId: 'M-1',
    delivered: true,
    deliveredAt,
    code: '4000',
  });
  expect(readSms({ ...status, statusCode: '3058' })).not.toHaveProperty('deliveredAt');
});
