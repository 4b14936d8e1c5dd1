import { describe, expect, test } from '@jest/globals';
import { given } from '../../support/given-when-then.ts';
import {
  aClaim,
  applied,
  approved,
  assessed,
  failed,
  paid,
  recovered,
  retried,
  reversed,
} from '../../support/living-support-fixtures.ts';

const toApprove = [applied(), assessed()];
const toPay = [...toApprove, approved()];
const toRecover = [...toPay, paid(), reversed()];

describe('a payment', () => {
  test('is recorded once, of the amount approved', () => {
    given(aClaim(), ...toPay)
      .when(paid())
      .thenRaises({ type: 'LivingSupportPaid', amountWon: 150_000, reference: 'P-1', attempt: 1 });
    given(aClaim(), ...toPay)
      .when(paid(149_999))
      .thenRefused('living-support/amount-differs');
    given(aClaim(), ...toPay, paid())
      .when(paid())
      .thenQuiet();
    given(aClaim(), ...toPay, paid())
      .when(paid(150_000, 'P-2'))
      .thenRefused('living-support/already-paid');
    given(aClaim(), ...toPay, paid())
      .when(paid(1))
      .thenRefused('living-support/reference-used');
  });
  test('needs an approval', () => {
    given(aClaim(), ...toApprove)
      .when(paid())
      .thenRefused('living-support/not-approved');
    given(aClaim(), applied(), assessed(1, { entitled: false }))
      .when(paid())
      .thenRefused('living-support/ineligible');
    given(aClaim(), ...toApprove, reversed())
      .when(paid())
      .thenRefused('living-support/already-rejected');
  });
  test('that went out though the claim was cancelled meanwhile is due back at once', () => {
    const cancelled = given(aClaim(), ...toPay, reversed());
    cancelled
      .when(paid())
      .thenRaises(
        { type: 'LivingSupportPaid', amountWon: 150_000, attempt: 1 },
        { type: 'LivingSupportReversed', reason: 'violationEstablished', amountDueWon: 150_000 },
      );
  });
  test('that failed is tried again', () => {
    given(aClaim(), ...toPay)
      .when(failed())
      .thenRaises({ type: 'LivingSupportPaymentFailed', attempt: 1, reason: 'accountClosed' });
    given(aClaim(), ...toPay, failed())
      .when(failed())
      .thenQuiet();
    given(aClaim(), ...toPay, failed())
      .when(retried())
      .thenRaises({ type: 'LivingSupportPaymentRetried', attempt: 2, amountWon: 150_000 });
    given(aClaim(), ...toPay, failed(), retried())
      .when(failed(1))
      .thenQuiet();
    given(aClaim(), ...toPay, failed(), retried())
      .when(failed(2))
      .thenRaises({ attempt: 2 });
    given(aClaim(), ...toPay, failed(), retried())
      .when(retried())
      .thenRefused('living-support/payment-not-failed');
    given(aClaim(), ...toPay, failed(), retried())
      .when(paid())
      .thenRaises({ type: 'LivingSupportPaid', attempt: 2 });
  });
  test('has gone even when it was said to have failed', () =>
    given(aClaim(), ...toPay, failed())
      .when(paid())
      .thenRaises({ type: 'LivingSupportPaid' }));
  test('does not fail before it was tried or after it went', () => {
    given(aClaim(), ...toPay)
      .when(failed(2))
      .thenRefused('living-support/attempt-unknown');
    given(aClaim(), ...toPay)
      .when(failed(0))
      .thenRefused('living-support/attempt-unknown');
    given(aClaim(), ...toPay, paid())
      .when(failed())
      .thenRefused('living-support/already-paid');
    given(aClaim(), ...toPay, paid())
      .when(retried())
      .thenRefused('living-support/already-paid');
    given(aClaim(), ...toApprove)
      .when(failed())
      .thenRefused('living-support/not-approved');
    given(aClaim(), ...toApprove)
      .when(retried())
      .thenRefused('living-support/not-approved');
  });
});

describe('a reversal', () => {
  test.each([[[applied()]], [toApprove], [toPay], [[...toPay, failed()]]])(
    'before payment cancels the claim (%#)',
    (earlier) => {
      given(aClaim(), ...earlier)
        .when(reversed())
        .thenRaises({ type: 'LivingSupportRejected', reason: 'violationEstablished' });
      given(aClaim(), ...earlier, reversed())
        .when(reversed())
        .thenQuiet();
      given(aClaim(), ...earlier, reversed())
        .when(reversed('paidTwice'))
        .thenRefused('living-support/already-rejected');
    },
  );
  test('after payment makes the money due back, or a part of it', () => {
    given(aClaim(), ...toPay, paid())
      .when(reversed())
      .thenRaises({ type: 'LivingSupportReversed', reason: 'violationEstablished', amountDueWon: 150_000 });
    given(aClaim(), ...toPay, paid())
      .when(reversed('wrongAmount', 50_000))
      .thenRaises({ amountDueWon: 50_000 });
    given(aClaim(), ...toPay, paid())
      .when(reversed('wrongAmount', 150_001))
      .thenRefused('living-support/recovery-too-high');
    given(aClaim(), ...toPay, paid())
      .when(reversed('wrongAmount', 0))
      .thenRefused('living-support/amount-zero');
    given(aClaim(), ...toRecover)
      .when(reversed())
      .thenQuiet();
    given(aClaim(), ...toRecover)
      .when(reversed('paidTwice'))
      .thenRefused('living-support/already-reversed');
  });
  test('has nothing to cancel when there is no claim', () =>
    given(aClaim(), applied(), assessed(1, { entitled: false }))
      .when(reversed())
      .thenRefused('living-support/ineligible'));
});

describe('a recovery', () => {
  test('comes in parts, each told once, until nothing is outstanding', () => {
    const one = aClaim();
    given(one, ...toRecover)
      .when(recovered(50_000))
      .thenRaises({ type: 'LivingSupportRecovered', recoveredWon: 50_000, outstandingWon: 100_000 });
    expect(one.state.stage).toBe('reversed');
    given(one).when(recovered(50_000)).thenQuiet();
    given(one).when(recovered(60_000)).thenRefused('living-support/reference-used');
    given(one).when(recovered(100_001, 'R-2')).thenRefused('living-support/recovery-too-high');
    given(one).when(recovered(0, 'R-2')).thenRefused('living-support/amount-zero');
    given(one).when(recovered(100_000, 'R-2')).thenRaises({ outstandingWon: 0 });
    expect(one.state.stage).toBe('recovered');
    given(one).when(recovered(1, 'R-3')).thenRefused('living-support/recovery-too-high');
  });
  test('needs a reversal', () =>
    given(aClaim(), ...toPay, paid())
      .when(recovered(1))
      .thenRefused('living-support/not-reversed'));
});
