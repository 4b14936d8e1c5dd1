import { describe, expect, test } from '@jest/globals';
import type { SuppliesCommand } from '../../../domain/isolation-management/supplies/supplies.commands.ts';
import { given } from '../../support/given-when-then.ts';
import {
  completed,
  declined,
  delivered,
  essentialsChecked,
  failed,
  opened,
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
const lost: Past = [...untilShipped, failed('parcel-lost')];
const again: Past = [...lost, refunded(), ordered(2)];

describe('a parcel thought lost', () => {
  test('may still arrive: nothing is owed any more', () => {
    given(supplies(), ...lost)
      .when(delivered())
      .thenRaises({ type: 'EssentialsDelivered' });
    expect(stateAfter(...lost, delivered())).toMatchObject({ stage: 'delivered', refundDueWon: 0 });
    expect(stateAfter(...lost, refunded(), delivered())).toMatchObject({
      stage: 'delivered',
      refundedWon: PRICE,
    });
  });
  test('its refund under way is booked all the same', () => {
    given(supplies(), ...lost, delivered())
      .when(refunded())
      .thenRaises({ type: 'EssentialsRefunded', stillDueWon: 0 });
    expect(stateAfter(...lost, delivered(), refunded())).toMatchObject({
      stage: 'delivered',
      refundedWon: PRICE,
    });
  });
  test('is too late after the end', () =>
    given(supplies(), ...lost, suppliesCancelled())
      .when(delivered())
      .thenRefused('supplies/attempt-over'));
});

describe('cancelling', () => {
  test.each([
    ['opened', [opened()], 0],
    ['missing', untilMissing, 0],
    ['ordered', untilOrdered, 0],
    ['paid', untilPaid, PRICE],
    ['completed', untilCompleted, PRICE],
    ['failed and unpaid', [...untilOrdered, declined()], 0],
    ['failed and paid', lost, PRICE],
    ['failed and refunded', [...lost, refunded()], 0],
    ['in its second attempt', [...again, paid(2)], PRICE],
  ] as const)('what is %s leaves nothing half done', (_stage, past, refundDueWon) => {
    given(supplies(), ...past)
      .when(suppliesCancelled())
      .thenRaises({ type: 'SuppliesCancelled', because: 'released', refundDueWon });
    given(supplies(), ...past, suppliesCancelled())
      .when(suppliesCancelled())
      .thenQuiet();
    const state = stateAfter(...past, suppliesCancelled());
    expect(state).toMatchObject({ stage: refundDueWon > 0 ? 'refund-due' : 'cancelled', refundDueWon });
    if (refundDueWon > 0) {
      const refund = refunded(state.attempts.length);
      expect(stateAfter(...past, suppliesCancelled(), refund)).toMatchObject({
        stage: 'cancelled',
        refundDueWon: 0,
      });
    }
  });
  test('is too late for a parcel on its way, and for what is closed', () => {
    given(supplies(), ...untilShipped)
      .when(suppliesCancelled())
      .thenRefused('supplies/already-shipped');
    given(supplies(), ...untilDelivered)
      .when(suppliesCancelled())
      .thenRefused('supplies/already-closed');
    given(supplies(), opened(), essentialsChecked([]))
      .when(suppliesCancelled())
      .thenRefused('supplies/already-closed');
  });
  test('while a payment is under way: the money is owed back when it becomes known', () => {
    const cancelled = [...untilOrdered, suppliesCancelled()];
    expect(stateAfter(...cancelled).closedAt).toBeDefined();
    given(supplies(), ...cancelled)
      .when(paid())
      .thenRaises({ type: 'EssentialsPaid', refundDueWon: PRICE });
    expect(stateAfter(...cancelled, paid())).toMatchObject({ stage: 'refund-due' });
    expect(stateAfter(...cancelled, paid()).closedAt).toBeUndefined();
    expect(stateAfter(...cancelled, paid(), refunded()).stage).toBe('cancelled');
  });
  test('is the end: nothing more is ordered, completed or shipped', () => {
    given(supplies(), ...untilPaid, suppliesCancelled())
      .when(completed())
      .thenRefused('supplies/attempt-over');
    given(supplies(), ...untilMissing, suppliesCancelled())
      .when(ordered())
      .thenRefused('supplies/already-closed');
    given(supplies(), ...untilPaid, suppliesCancelled(), refunded())
      .when(ordered(2))
      .thenRefused('supplies/already-closed');
    given(supplies(), ...untilPaid, suppliesCancelled())
      .when(ordered(2))
      .thenRefused('supplies/refund-due');
    given(supplies(), ...untilCompleted, suppliesCancelled())
      .when(shipped())
      .thenRefused('supplies/attempt-over');
    given(supplies(), opened(), suppliesCancelled())
      .when(essentialsChecked())
      .thenRefused('supplies/already-closed');
  });
});
