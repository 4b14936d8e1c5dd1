import { describe, expect, test } from '@jest/globals';
import {
  recordParcelEvent,
  type ParcelEvent,
} from '../../../activities/isolation-management/record-parcel-event.ts';
import type { SuppliesState } from '../../../domain/isolation-management/supplies/supplies.state.ts';
import { IsolationSupplies } from '../../../domain/isolation-management/supplies/supplies.ts';
import { suppliesId } from '../../../domain/shared-kernel/id.ts';
import { day } from '../../support/isolation-fixtures.ts';
import {
  completed,
  failed,
  ordered,
  paid,
  refunded,
  shipped,
  supplies,
  untilPaid,
} from '../../support/supplies-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

type Kind = ParcelEvent['kind'];

/** Supplies whose first order is paid, and messages about its parcel. */
async function paidFor(commands = untilPaid) {
  const repository = repositoryInMemory<SuppliesState, IsolationSupplies>((id, row) =>
    IsolationSupplies.from(suppliesId(id), row),
  );
  const one = supplies();
  for (const command of commands) one.execute(command);
  await repository.save(one);
  const record = recordParcelEvent({
    supplies: repository,
    clock: { now: async () => day(5).toString() },
  });
  const told = (kind: Kind, more: Partial<ParcelEvent> = {}, messageId = `${kind}-${more.attempt ?? 1}`) =>
    record({
      suppliesId: one.id,
      attempt: 1,
      reference: 'order-1',
      tracking: 'kr.post/1',
      commandId: `delivery:${messageId}`,
      fingerprint: messageId,
      by: 'delivery',
      kind,
      ...more,
    });
  return { told, state: async () => (await repository.load(one.id)).aggregate.state };
}

const permutations = (kinds: readonly Kind[]): readonly (readonly Kind[])[] =>
  kinds.length < 2
    ? [kinds]
    : kinds.flatMap((kind, place) =>
        permutations(kinds.filter((_one, other) => other !== place)).map((rest) => [kind, ...rest]),
      );

describe('the messages about a parcel', () => {
  test.each(permutations(['ordered', 'shipped', 'delivered']))(
    '%s, %s, %s: it is delivered',
    async (...kinds) => {
      const { told, state } = await paidFor();
      for (const kind of kinds as Kind[]) await told(kind);
      expect(await state()).toMatchObject({
        stage: 'delivered',
        attempts: [{ orderReference: 'order-1', tracking: 'kr.post/1' }],
      });
    },
  );
  test.each(permutations(['ordered', 'shipped', 'parcel-lost']))(
    '%s, %s, %s: it is lost, and its money is owed',
    async (...kinds) => {
      const { told, state } = await paidFor();
      for (const kind of kinds as Kind[]) await told(kind);
      expect(await state()).toMatchObject({
        stage: 'refund-due',
        attempts: [{ deadBecause: 'parcel-lost' }],
      });
    },
  );
  test('the same message again, and an early one late, tell nothing new', async () => {
    const { told, state } = await paidFor();
    await told('returned');
    const before = await state();
    for (const kind of ['returned', 'ordered', 'shipped'] as const) await told(kind);
    expect(await state()).toEqual(before);
  });
  test('a late one about an order that is over leaves the next order alone', async () => {
    const again = [
      completed(),
      shipped(1, 'kr.post/1'),
      failed('parcel-lost'),
      refunded(),
      ordered(2),
      paid(2),
    ];
    const { told, state } = await paidFor([...untilPaid, ...again]);
    const before = await state();
    for (const kind of ['ordered', 'shipped'] as const) await told(kind);
    expect(await state()).toEqual(before);
    await expect(told('delivered')).rejects.toThrow('supplies/attempt-over');
  });
  test('another order’s number contradicts, and changes nothing', async () => {
    const { told, state } = await paidFor();
    await told('shipped');
    const before = await state();
    await expect(told('delivered', { reference: 'order-2' })).rejects.toThrow(
      'supplies/differs-from-recorded',
    );
    await expect(told('delivered', { tracking: 'kr.post/2' }, 'another')).rejects.toThrow(
      'supplies/differs-from-recorded',
    );
    expect(await state()).toEqual(before);
  });
  test('nothing is shipped that was not paid', async () => {
    const { told } = await paidFor(untilPaid.slice(0, -1));
    await expect(told('ordered')).rejects.toThrow('supplies/not-paid');
  });
});
