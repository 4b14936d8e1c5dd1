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
  restored,
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
  test('of a part is made one of all by a violation, once', () => {
    const partly = [...toPay, paid(), reversed('wrongAmount', 50_000)];
    const one = aClaim();
    given(one, ...partly)
      .when(reversed())
      .thenRaises({ type: 'LivingSupportReversed', reason: 'violationEstablished', amountDueWon: 150_000 });
    expect(one.state).toMatchObject({
      reversals: 2,
      dueBefore: { because: 'wrongAmount', won: 50_000 },
      recalls: [
        { reversal: 1, won: 50_000 },
        { reversal: 2, won: 100_000 },
      ],
    });
    given(one).when(reversed()).thenQuiet();
    given(one).when(reversed('wrongAmount')).thenRefused('living-support/already-reversed');
    given(aClaim(), ...partly)
      .when(reversed('paidTwice'))
      .thenRefused('living-support/already-reversed');
    given(aClaim(), ...partly)
      .when(reversed('violationEstablished', 50_000))
      .thenRefused('living-support/already-reversed');
    given(aClaim(), ...toPay, paid(), reversed('paidTwice'))
      .when(reversed())
      .thenRefused('living-support/already-reversed');
  });
  test('of a part is made one of all by a diagnosis that was withdrawn, which nothing restores', () => {
    const one = aClaim();
    given(one, ...toPay, paid(), reversed('wrongAmount', 50_000))
      .when(reversed('diagnosisWithdrawn'))
      .thenRaises({ reason: 'diagnosisWithdrawn', amountDueWon: 150_000 });
    given(one).when(reversed()).thenRefused('living-support/already-reversed');
    given(one).when(restored()).thenRefused('living-support/nothing-to-restore');
  });
  test('of a part that has come back is followed by the rest after a violation', () => {
    const one = aClaim();
    given(one, ...toPay, paid(), reversed('wrongAmount', 50_000), recovered(50_000))
      .when(reversed())
      .thenRaises({ amountDueWon: 150_000 });
    expect(one.state.stage).toBe('reversed');
    given(one).when(recovered(100_000, 'R-2')).thenRaises({ outstandingWon: 0 });
    given(one).when(restored()).thenRaises({ to: 'applied' });
    expect(one.state).not.toHaveProperty('dueBefore');
    expect(one.state).not.toHaveProperty('recalls');
  });
  test.each([
    ['still due', [], 'reversed', 'reversed'],
    ['back', [recovered(50_000)], 'recovered', 'recallWithdrawn'],
  ] as const)('without the violation is again what it was: the part is %s', (_how, back, stage, notice) => {
    const one = aClaim();
    given(one, ...toPay, paid(), reversed('wrongAmount', 50_000), ...back, reversed())
      .when(restored())
      .thenRaises({ type: 'LivingSupportRestored', to: 'reversed', amountDueWon: 50_000 });
    expect(one.state).toMatchObject({
      stage,
      reversedBecause: 'wrongAmount',
      amountDueWon: 50_000,
      notice: { of: notice },
      recalls: [{ reversal: 1, won: 50_000 }],
    });
    given(one).when(restored()).thenRefused('living-support/nothing-to-restore');
    given(one).when(reversed()).thenRaises({ amountDueWon: 150_000 });
    expect(one.state.recalls?.at(-1)).toEqual({ reversal: 3, won: 100_000 });
    const more = [...toPay, paid(), reversed('wrongAmount', 50_000), reversed(), recovered(60_000)];
    given(aClaim(), ...more)
      .when(restored())
      .thenRefused('living-support/partly-recovered');
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
