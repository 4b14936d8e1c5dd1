import { describe, expect, test } from '@jest/globals';
import { escalationOf } from '../../../domain/isolation-management/isolation/escalation.ts';
import { affordable, afterFailure } from '../../../domain/isolation-management/supplies/terms.ts';
import { failed, suppliesAfter, untilMissing, untilShipped } from '../../support/supplies-fixtures.ts';

const after = (commands: typeof untilMissing) => suppliesAfter(...commands).state;

describe('what the office orders by itself', () => {
  test.each([
    ['everything that has a price', { rice: 20_000, water: 1_000 }, ['rice 2', 'water 12'], 52_000],
    ['as many pieces as the budget allows', { rice: 20_000, water: 6_000 }, ['rice 2', 'water 10'], 100_000],
    ['nothing without a price', { water: 1_000 }, ['water 12'], 12_000],
  ])('%s', (_what, prices, items, won) => {
    const order = affordable(after(untilMissing), prices);
    expect(order?.items.map(({ code, quantity }) => `${code} ${quantity}`)).toEqual(items);
    expect(order?.total.won).toBe(won);
  });

  test('no order where nothing has a price', () => {
    expect(affordable(after(untilMissing), {})).toBeUndefined();
  });

  test('a lost parcel goes out again; a returned one is for staff', () => {
    const prices = { rice: 20_000 };
    expect(afterFailure(after([...untilShipped, failed('parcel-lost')]), prices)).toBe('order-again');
    expect(afterFailure(after([...untilShipped, failed('returned')]), prices)).toBe('ask-staff');
  });

  test('where nothing is left to order, a lost parcel is for staff too', () => {
    expect(afterFailure(after([...untilShipped, failed('parcel-lost')]), {})).toBe('ask-staff');
  });
});

test.each([
  [4, 0, undefined],
  [4, 1, { step: 'reminder', row: 4, round: 1 }],
  [5, 2, { step: 'call', row: 4, round: 1 }],
  [6, 3, { step: 'visit', row: 4, round: 1 }],
  [9, 6, { step: 'visit', row: 4, round: 2 }],
])('of %i checks the last %i missed', (checks, missedInARow, expected) => {
  expect(escalationOf({ checks, missedInARow })).toEqual(expected);
});
