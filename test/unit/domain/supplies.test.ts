import { describe, expect, test } from '@jest/globals';
import { Essentials } from '../../../domain/isolation-management/supplies/essentials.ts';
import { partnerReference } from '../../../domain/isolation-management/supplies/partner-reference.ts';
import { PricedEssentials } from '../../../domain/isolation-management/supplies/priced-essentials.ts';
import { IsolationSupplies } from '../../../domain/isolation-management/supplies/supplies.ts';
import { suppliesId } from '../../../domain/shared-kernel/id.ts';
import { Money } from '../../../domain/shared-kernel/money.ts';
import { given } from '../../support/given-when-then.ts';
import { CASE, PERSON } from '../../support/isolation-fixtures.ts';
import {
  BUDGET,
  completed,
  delivered,
  essentialsChecked,
  ISOLATION,
  NEEDED,
  opened,
  ordered,
  paid,
  PRICE,
  shipped,
  supplies,
  suppliesAfter,
  untilCompleted,
  untilDelivered,
  untilMissing,
  untilOrdered,
  untilPaid,
  untilShipped,
} from '../../support/supplies-fixtures.ts';

describe('supplies', () => {
  test('are opened once, for an isolation, with needs and a budget', () => {
    given(supplies()).when(opened()).thenRaises({
      type: 'SuppliesOpened',
      isolationId: ISOLATION,
      personId: PERSON,
      caseId: CASE,
      district: '11110',
      needed: NEEDED,
      budgetWon: BUDGET,
    });
    given(supplies(), opened()).when(opened()).thenRefused('supplies/already-open');
    given(supplies()).when(opened([])).thenRefused('supplies/nothing-listed');
    given(supplies()).when(essentialsChecked()).thenRefused('supplies/not-found');
  });
  test('go all the way', () => {
    const one = suppliesAfter(...untilDelivered);
    expect(one.news.map(({ type }) => type)).toEqual([
      'SuppliesOpened',
      'EssentialsChecked',
      'EssentialsOrdered',
      'EssentialsPaid',
      'EssentialsOrderCompleted',
      'EssentialsShipped',
      'EssentialsDelivered',
    ]);
    expect(one.state).toMatchObject({ stage: 'delivered', paidWon: PRICE, refundedWon: 0, refundDueWon: 0 });
    expect(one.isClosed).toBe(true);
    const restored = IsolationSupplies.from(suppliesId(one.id), { state: one.state, version: one.version });
    given(restored).when(delivered()).thenQuiet();
  });
});

describe('essentials', () => {
  test('are checked: what is missing, or nothing', () => {
    given(supplies(), opened())
      .when(essentialsChecked([{ code: 'rice', quantity: 1 }]))
      .thenRaises({ type: 'EssentialsChecked', missing: [{ code: 'rice', quantity: 1 }] });
    given(supplies(), opened())
      .when(essentialsChecked([]))
      .thenRaises({ type: 'EssentialsChecked', missing: [] });
    expect(suppliesAfter(opened(), essentialsChecked([])).state.stage).toBe('present');
    expect(suppliesAfter(...untilMissing).state.stage).toBe('missing');
  });
  test('are checked again until they are ordered', () => {
    given(supplies(), ...untilMissing)
      .when(essentialsChecked())
      .thenQuiet();
    given(supplies(), ...untilMissing)
      .when(essentialsChecked([]))
      .thenRaises({ type: 'EssentialsChecked' });
    given(supplies(), opened(), essentialsChecked([])).when(essentialsChecked([])).thenQuiet();
    given(supplies(), opened(), essentialsChecked([]))
      .when(essentialsChecked())
      .thenRefused('supplies/already-closed');
    given(supplies(), ...untilOrdered)
      .when(essentialsChecked([]))
      .thenRefused('supplies/already-ordered');
  });
  test.each([
    { code: 'wine', quantity: 1 },
    { code: 'rice', quantity: 3 },
  ])('are among the needed: %p', (item) =>
    given(supplies(), opened())
      .when(essentialsChecked([item]))
      .thenRefused('supplies/item-not-needed'),
  );
  test.each([
    [[{ code: 'rice', quantity: 0 }]],
    [[{ code: 'rice', quantity: 1.5 }]],
    [[{ code: 'rice', quantity: 1001 }]],
    [[{ code: '홍길동', quantity: 1 }]],
    [
      [
        { code: 'rice', quantity: 1 },
        { code: 'rice', quantity: 2 },
      ],
    ],
  ])('are not %j', (items) => expect(() => Essentials.of(items)).toThrow('supplies/essentials-malformed'));
  test('are compared without regard to their order', () => {
    const one = Essentials.of(NEEDED);
    expect(one.equals(Essentials.of([...NEEDED].reverse()))).toBe(true);
    expect(one.equals(Essentials.of([]))).toBe(false);
    expect(one.without(Essentials.of([{ code: 'water', quantity: 10 }])).items).toEqual([
      { code: 'rice', quantity: 2 },
      { code: 'water', quantity: 2 },
    ]);
    const priced = (won: number) =>
      PricedEssentials.of([{ code: 'rice', quantity: 3, unitPrice: Money.ofWon(won) }]);
    expect(priced(2_000).total.won).toBe(6_000);
    expect([priced(1).equals(priced(1)), priced(1).equals(priced(2))]).toEqual([true, false]);
  });
  test('a partner’s reference holds no free text', () =>
    expect(() => partnerReference('홍길동 010')).toThrow('supplies/reference-malformed'));
});

describe('an order', () => {
  test('is priced, and says what it leaves out', () => {
    given(supplies(), ...untilMissing)
      .when(ordered())
      .thenRaises({ type: 'EssentialsOrdered', attempt: 1, totalWon: PRICE, leftOut: [] });
    given(supplies(), ...untilMissing)
      .when(ordered(1, 20_000, [{ code: 'rice', quantity: 1 }]))
      .thenRaises({
        items: [{ code: 'rice', quantity: 1, unitPriceWon: 20_000 }],
        totalWon: 20_000,
        leftOut: [
          { code: 'rice', quantity: 1 },
          { code: 'water', quantity: 12 },
        ],
      });
  });
  test('may use up the budget, and no more', () => {
    given(supplies(), ...untilMissing)
      .when(ordered(1, 44_000))
      .thenRaises({ totalWon: BUDGET });
    given(supplies(), ...untilMissing)
      .when(ordered(1, 44_001))
      .thenRefused('supplies/over-budget');
  });
  test('is of what is missing', () => {
    given(supplies(), opened()).when(ordered()).thenRefused('supplies/not-checked');
    given(supplies(), opened(), essentialsChecked([])).when(ordered()).thenRefused('supplies/already-closed');
    given(supplies(), opened(), essentialsChecked([{ code: 'rice', quantity: 1 }]))
      .when(ordered())
      .thenRefused('supplies/item-not-missing');
    given(supplies(), ...untilMissing)
      .when(ordered(1, 1, []))
      .thenRefused('supplies/nothing-listed');
  });
  test('is made once for an attempt, and attempts are numbered', () => {
    given(supplies(), ...untilOrdered)
      .when(ordered())
      .thenQuiet();
    given(supplies(), ...untilOrdered)
      .when(ordered(1, 19_000))
      .thenRefused('supplies/differs-from-recorded');
    given(supplies(), ...untilOrdered)
      .when(ordered(2))
      .thenRefused('supplies/already-ordered');
    for (const attempt of [0, 2, 0.5]) {
      given(supplies(), ...untilMissing)
        .when(ordered(attempt))
        .thenRefused('supplies/attempt-unexpected');
    }
  });
});

describe('payment, completion, shipment and delivery', () => {
  test('a payment is the price, once', () => {
    given(supplies(), ...untilOrdered)
      .when(paid())
      .thenRaises({
        type: 'EssentialsPaid',
        attempt: 1,
        reference: 'pay-1',
        paidWon: PRICE,
        refundDueWon: 0,
      });
    given(supplies(), ...untilPaid)
      .when(paid())
      .thenQuiet();
    given(supplies(), ...untilPaid)
      .when(paid(1, PRICE, 'pay-x'))
      .thenRefused('supplies/already-paid');
    given(supplies(), ...untilOrdered)
      .when(paid(1, PRICE - 1))
      .thenRefused('supplies/payment-differs-from-price');
    given(supplies(), ...untilMissing)
      .when(paid())
      .thenRefused('supplies/attempt-unexpected');
  });
  test.each([
    ['completed', completed, untilPaid, 'EssentialsOrderCompleted', untilOrdered, 'supplies/not-paid'],
    ['shipped', shipped, untilCompleted, 'EssentialsShipped', untilPaid, 'supplies/not-completed'],
  ] as const)('an order is %s in its turn, once', (_what, told, before, type, tooEarly, refusal) => {
    given(supplies(), ...before)
      .when(told())
      .thenRaises({ type, attempt: 1 });
    given(supplies(), ...before, told())
      .when(told())
      .thenQuiet();
    given(supplies(), ...before, told())
      .when(told(1, 'another'))
      .thenRefused('supplies/differs-from-recorded');
    given(supplies(), ...tooEarly)
      .when(told())
      .thenRefused(refusal);
    given(supplies(), ...before)
      .when(told(2))
      .thenRefused('supplies/attempt-unexpected');
  });
  test('an order is delivered after its shipment, once', () => {
    given(supplies(), ...untilShipped)
      .when(delivered())
      .thenRaises({ type: 'EssentialsDelivered', attempt: 1 });
    given(supplies(), ...untilDelivered)
      .when(delivered())
      .thenQuiet();
    given(supplies(), ...untilCompleted)
      .when(delivered())
      .thenRefused('supplies/not-shipped');
  });
});
