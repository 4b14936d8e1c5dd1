import { describe, expect, test } from '@jest/globals';
import type {
  OrderFailure,
  SuppliesCommand,
} from '../../../domain/isolation-management/supplies/supplies.commands.ts';
import { given } from '../../support/given-when-then.ts';
import {
  completed,
  declined,
  delivered,
  essentialsChecked,
  failed,
  ordered,
  paid,
  PRICE,
  refunded,
  shipped,
  supplies,
  suppliesAfter,
  suppliesCancelled,
  untilCompleted,
  untilDelivered,
  untilMissing,
  untilOrdered,
  untilPaid,
  untilShipped,
} from '../../support/supplies-fixtures.ts';

type Past = readonly SuppliesCommand[];
const stateAfter = (...commands: Past) => suppliesAfter(...commands).state;
const REACHED: Readonly<Record<string, Past>> = {
  ordered: untilOrdered,
  paid: untilPaid,
  completed: untilCompleted,
  shipped: untilShipped,
};
const POSSIBLE: Readonly<Record<OrderFailure, readonly string[]>> = {
  'out-of-stock': ['ordered', 'paid', 'completed'],
  'never-confirmed': ['paid', 'completed', 'shipped'],
  'parcel-lost': ['shipped'],
  returned: ['shipped'],
};
const lost: Past = [...untilShipped, failed('parcel-lost')];
const again: Past = [...lost, refunded(), ordered(2)];

describe('an order fails', () => {
  test.each(Object.keys(POSSIBLE) as OrderFailure[])('by %s where that can happen', (reason) => {
    for (const [stage, past] of Object.entries(REACHED)) {
      const refundDueWon = stage === 'ordered' ? 0 : PRICE;
      const when = given(supplies(), ...past).when(failed(reason));
      if (POSSIBLE[reason].includes(stage)) {
        when.thenRaises({ type: 'EssentialsOrderFailed', attempt: 1, reason, refundDueWon });
        expect(stateAfter(...past, failed(reason)).stage).toBe(refundDueWon > 0 ? 'refund-due' : 'failed');
      } else when.thenRefused('supplies/failure-not-possible');
    }
  });
  test('once, for one reason', () => {
    given(supplies(), ...lost)
      .when(failed('parcel-lost'))
      .thenQuiet();
    given(supplies(), ...lost)
      .when(failed('returned'))
      .thenRefused('supplies/attempt-over');
    given(supplies(), ...untilDelivered)
      .when(failed('parcel-lost'))
      .thenRefused('supplies/attempt-over');
    given(supplies(), ...untilMissing)
      .when(failed('out-of-stock'))
      .thenRefused('supplies/attempt-unexpected');
  });
  test('is not undone by news of a delivery that is older, where the parcel went back', () => {
    given(supplies(), ...untilShipped, failed('returned'))
      .when(delivered())
      .thenRefused('supplies/attempt-over');
    given(supplies(), ...untilShipped, failed('never-confirmed'))
      .when(delivered())
      .thenRaises({ type: 'EssentialsDelivered', attempt: 1 });
  });
  test('by a declined payment, and may be ordered again at once', () => {
    given(supplies(), ...untilOrdered)
      .when(declined())
      .thenRaises({ type: 'EssentialsPaymentDeclined', attempt: 1, reason: 'limit-exceeded' });
    given(supplies(), ...untilOrdered, declined())
      .when(declined())
      .thenQuiet();
    given(supplies(), ...untilPaid)
      .when(declined())
      .thenRefused('supplies/already-paid');
    given(supplies(), ...untilOrdered, suppliesCancelled())
      .when(declined())
      .thenQuiet();
    given(supplies(), ...untilMissing)
      .when(declined())
      .thenRefused('supplies/attempt-unexpected');
    given(supplies(), ...untilOrdered, declined())
      .when(ordered(2))
      .thenRaises({ type: 'EssentialsOrdered', attempt: 2 });
  });
  test('and takes no further steps', () => {
    given(supplies(), ...untilPaid, failed('out-of-stock'))
      .when(completed())
      .thenRefused('supplies/attempt-over');
    given(supplies(), ...untilCompleted, failed('out-of-stock'))
      .when(shipped())
      .thenRefused('supplies/attempt-over');
    given(supplies(), ...untilPaid, failed('out-of-stock'))
      .when(delivered())
      .thenRefused('supplies/not-shipped');
    given(supplies(), ...lost)
      .when(essentialsChecked([]))
      .thenRefused('supplies/already-ordered');
  });
});

describe('a refund', () => {
  test('comes before the next attempt', () => {
    given(supplies(), ...lost)
      .when(ordered(2))
      .thenRefused('supplies/refund-due');
    given(supplies(), ...lost)
      .when(refunded())
      .thenRaises({ type: 'EssentialsRefunded', attempt: 1, refundedWon: PRICE, stillDueWon: 0 });
    expect(stateAfter(...lost, refunded()).stage).toBe('failed');
    given(supplies(), ...lost, refunded())
      .when(ordered(2))
      .thenRaises({ type: 'EssentialsOrdered', attempt: 2 });
  });
  test('may come in parts', () => {
    given(supplies(), ...lost)
      .when(refunded(1, 2_000))
      .thenRaises({ refundedWon: 2_000, stillDueWon: PRICE - 2_000 });
    const part = [...lost, refunded(1, 2_000)];
    expect(stateAfter(...part).stage).toBe('refund-due');
    given(supplies(), ...part)
      .when(refunded(1, 2_000))
      .thenQuiet();
    given(supplies(), ...part)
      .when(refunded(1, 1_000))
      .thenRefused('supplies/differs-from-recorded');
    given(supplies(), ...part)
      .when(refunded(1, PRICE - 1_999, 'refund-1b'))
      .thenRefused('supplies/refund-exceeds-payment');
    expect(stateAfter(...part, refunded(1, PRICE - 2_000, 'refund-1b')).stage).toBe('failed');
  });
  test('is of a payment that is owed back', () => {
    given(supplies(), ...untilPaid)
      .when(refunded())
      .thenRefused('supplies/refund-not-due');
    given(supplies(), ...untilOrdered, declined())
      .when(refunded())
      .thenRefused('supplies/refund-not-due');
    given(supplies(), ...lost)
      .when(refunded(1, 0))
      .thenRefused('supplies/refund-not-due');
    given(supplies(), ...untilMissing)
      .when(refunded())
      .thenRefused('supplies/attempt-unexpected');
  });
});

describe('a second attempt', () => {
  test('goes all the way, and the first one’s goods and words are over', () => {
    expect(stateAfter(...again, paid(2), completed(2), shipped(2), delivered(2))).toMatchObject({
      stage: 'delivered',
      paidWon: 2 * PRICE,
      refundedWon: PRICE,
      refundDueWon: 0,
    });
    for (const late of [completed(1, 'x'), shipped(1, 'x'), delivered(1), failed('returned', 1)]) {
      given(supplies(), ...again)
        .when(late)
        .thenRefused('supplies/attempt-over');
    }
  });
  test('does not swallow a late payment of the first: it is owed back before all is closed', () => {
    const twice = [...untilOrdered, failed('out-of-stock'), ordered(2)];
    given(supplies(), ...twice)
      .when(paid(1))
      .thenRaises({ type: 'EssentialsPaid', refundDueWon: PRICE });
    const late = [...twice, paid(1)];
    expect(stateAfter(...late).stage).toBe('ordered');
    const arrived = [...late, paid(2), completed(2), shipped(2), delivered(2)];
    expect(stateAfter(...arrived)).toMatchObject({ stage: 'refund-due', phase: 'delivered' });
    expect(stateAfter(...arrived).closedAt).toBeUndefined();
    given(supplies(), ...arrived)
      .when(suppliesCancelled())
      .thenRefused('supplies/already-closed');
    expect(stateAfter(...arrived, refunded(1))).toMatchObject({ stage: 'delivered', refundDueWon: 0 });
    expect(stateAfter(...late, refunded(1))).toMatchObject({ stage: 'ordered', refundDueWon: 0 });
  });
});
