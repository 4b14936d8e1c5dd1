import { describe, expect, test } from '@jest/globals';
import {
  recordParcelEvent,
  type ParcelEvent,
} from '../../../activities/isolation-management/record-parcel-event.ts';
import { trackEssentials } from '../../../activities/isolation-management/essentials-parcel.ts';
import type { TellOfLateParcel } from '../../../activities/isolation-management/tell-of-late-parcel.ts';
import type { Uses } from '../../../activities/uses.ts';
import type {
  OrderFailure,
  SuppliesCommand,
} from '../../../domain/isolation-management/supplies/supplies.commands.ts';
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
  suppliesAfter,
  untilPaid,
  untilShipped,
} from '../../support/supplies-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

type Kind = ParcelEvent['kind'];

/** Supplies whose first order is paid, and messages about its parcel. */
async function paidFor(commands = untilPaid) {
  const repository = repositoryInMemory<SuppliesState, IsolationSupplies>((id, row) =>
    IsolationSupplies.from(suppliesId(id), row),
  );
  const one = suppliesAfter(...commands);
  await repository.save(one);
  const arrivedLate: number[] = [];
  const give = async (...more: readonly SuppliesCommand[]): Promise<void> => {
    const { aggregate } = await repository.load(one.id);
    for (const command of more) aggregate.execute(command);
    await repository.save(aggregate);
  };
  let givenUp: OrderFailure | undefined;
  const uses = {
    supplies: {
      ...repository,
      load: async (id: string, commandId?: string) => {
        const reason = givenUp;
        if (commandId?.includes(':delivered') === true && reason !== undefined) {
          givenUp = undefined;
          await give(failed(reason));
        }
        return repository.load(id, commandId);
      },
    },
    clock: { now: async () => day(5).toString() },
    deliveries: { track: async () => ({ state: 'delivered' }) },
  } as unknown as Uses;
  const tellOfLate: TellOfLateParcel = async ({ attempt }) => void arrivedLate.push(attempt);
  const record = recordParcelEvent(uses, tellOfLate);
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
  return {
    told,
    arrivedLate,
    /** It is given up between the look at it and the booking of its arrival. */
    giveUpMeanwhile: (reason: OrderFailure) => {
      givenUp = reason;
    },
    track: () => trackEssentials(uses, tellOfLate)({ id: one.id, at: day(5).toString() }),
    state: async () => (await repository.load(one.id)).aggregate.state,
  };
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
  test('delivered after all, although it was lost: it is booked, and a person is told, also when a stop came between', async () => {
    const { told, state, arrivedLate } = await paidFor();
    await told('parcel-lost');
    expect(arrivedLate).toEqual([]);
    await told('delivered');
    expect(await state()).toMatchObject({ stage: 'delivered', attempts: [{ deadBecause: 'parcel-lost' }] });
    expect(arrivedLate).toEqual([1]);
    await told('delivered', {}, 'again');
    expect(arrivedLate).toEqual([1, 1]); // which is one task, by its key
  });
  test('given up while the message of its arrival is on the way: it is booked, and a person is told', async () => {
    const { told, state, arrivedLate, giveUpMeanwhile } = await paidFor();
    await told('shipped');
    giveUpMeanwhile('never-confirmed');
    await told('delivered');
    expect(await state()).toMatchObject({
      stage: 'delivered',
      attempts: [{ deadBecause: 'never-confirmed' }],
    });
    expect(arrivedLate).toEqual([1]);
  });
  test('given up while the delivery system says that it has arrived: a person is told, also after a stop', async () => {
    const { track, state, arrivedLate, giveUpMeanwhile } = await paidFor(untilShipped);
    giveUpMeanwhile('parcel-lost');
    await track();
    expect(await state()).toMatchObject({ stage: 'delivered', attempts: [{ deadBecause: 'parcel-lost' }] });
    expect(arrivedLate).toEqual([1]);
    await track();
    expect(arrivedLate).toEqual([1, 1]); // which is one task, by its key
  });
  test('in time, as the delivery system says: nobody is told', async () => {
    const { track, state, arrivedLate } = await paidFor(untilShipped);
    await track();
    await track();
    expect(await state()).toMatchObject({ stage: 'delivered' });
    expect(arrivedLate).toEqual([]);
  });
  test('lost or returned after it was delivered, or delivered after it was returned, is for a person', async () => {
    const arrived = await paidFor();
    await arrived.told('delivered');
    expect(arrived.arrivedLate).toEqual([]);
    await expect(arrived.told('parcel-lost')).rejects.toThrow('supplies/attempt-over');
    await expect(arrived.told('returned')).rejects.toThrow('supplies/attempt-over');
    const back = await paidFor();
    await back.told('returned');
    await expect(back.told('delivered')).rejects.toThrow('supplies/attempt-over');
  });
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
