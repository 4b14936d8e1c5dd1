import { describe, expect, test } from '@jest/globals';
import { HouseholdSize } from '../../../domain/diagnostic-testing/living-support/household-size.ts';
import { IsolatedDays } from '../../../domain/diagnostic-testing/living-support/isolated-days.ts';
import { LivingSupport } from '../../../domain/diagnostic-testing/living-support/living-support.ts';
import { paymentReference } from '../../../domain/diagnostic-testing/living-support/payment-reference.ts';
import { SupportRule } from '../../../domain/diagnostic-testing/living-support/support-rule.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { CASE, PERSON } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import {
  aClaim,
  amountSet,
  applied,
  approved,
  aRule,
  assessed,
  assessedUnknown,
  CLAIM,
  paid,
  reversed,
} from '../../support/living-support-fixtures.ts';

const toApprove = [applied(), assessed()];
const toPay = [...toApprove, approved()];
const toRecover = [...toPay, paid(), reversed()];

describe('a claim to living support', () => {
  test('is made once, after the isolation notice', () => {
    given(aClaim()).when(applied()).thenRaises({
      type: 'LivingSupportAppliedFor',
      personId: PERSON,
      caseId: CASE,
      householdSize: 3,
      paidLeave: false,
      dateOfIsolationNotice: '2026-03-03',
      isolatedDays: 7,
    });
    given(aClaim(), applied()).when(applied()).thenRefused('living-support/already-applied');
    given(aClaim())
      .when(applied({ dateOfIsolationNotice: LocalDate.of('2026-03-22') }))
      .thenRefused('date/in-the-future');
    given(aClaim()).when(assessed()).thenRefused('living-support/not-found');
  });
});

describe('an assessment', () => {
  test('finds a claim eligible, with the amount', () =>
    given(aClaim(), applied()).when(assessed()).thenRaises({
      type: 'LivingSupportAssessed',
      verdict: 'eligible',
      amountWon: 150_000,
      protocol: 'kr-covid19@2026-01-01',
    }));
  test.each([
    ['rulesBroken', { rulesKept: false }, false],
    ['aboveIncome', { withinIncome: false }, false],
    ['noClaim', { entitled: false }, false],
    ['paidLeave', {}, true],
  ] as const)('finds it ineligible: %s', (reason, conditions, paidLeave) => {
    const one = aClaim();
    given(one, applied({ paidLeave }))
      .when(assessed(150_000, conditions))
      .thenRaises({ type: 'LivingSupportAssessed', verdict: 'ineligible', reasons: [reason] });
    expect(one.state.amountWon).toBeUndefined();
  });
  test('without an amount leaves it to a person, and is never zero', () => {
    given(aClaim(), applied())
      .when(assessedUnknown())
      .thenRaises({ type: 'LivingSupportAssessed', verdict: 'amountUnknown' });
    given(aClaim(), applied()).when(assessed(0)).thenRefused('living-support/amount-zero');
  });
  test('follows the day of the isolation notice, not that of the claim', () => {
    const refused = 'living-support/protocol-not-in-force';
    const by = (from: string, until?: string) => assessed(1, {}, aRule(from, until));
    given(aClaim(), applied()).when(by('2026-03-04')).thenRefused(refused);
    given(aClaim(), applied()).when(by('2026-01-01', '2026-03-02')).thenRefused(refused);
    given(aClaim(), applied()).when(by('2026-03-03', '2026-03-03')).thenRaises({ amountWon: 1 });
  });
  test('is quiet when it finds the same, and can be made afresh until approval', () => {
    given(aClaim(), ...toApprove)
      .when(assessed())
      .thenQuiet();
    given(aClaim(), applied(), assessedUnknown(), amountSet()).when(assessedUnknown()).thenQuiet();
    const one = aClaim();
    given(one, ...toApprove)
      .when(assessed(150_000, { rulesKept: false }))
      .thenRaises({ verdict: 'ineligible' });
    expect(one.state.amountWon).toBeUndefined();
    given(aClaim(), applied(), assessed(1, { rulesKept: false }))
      .when(assessed(2))
      .thenRaises({ verdict: 'eligible', amountWon: 2 });
    given(aClaim(), ...toPay)
      .when(assessed(2))
      .thenRefused('living-support/already-approved');
  });
  test('is known again after the store has sorted its fields', () => {
    const one = aClaim();
    given(one, ...toApprove);
    const assessment = {
      amountWon: 150_000,
      protocol: 'kr-covid19@2026-01-01',
      verdict: 'eligible',
    } as const;
    const stored = LivingSupport.from(CLAIM, { state: { ...one.state, assessment }, version: one.version });
    given(stored).when(assessed()).thenQuiet();
  });
});

describe('an amount', () => {
  test('is set by a person where the protocol states none', () => {
    given(aClaim(), applied(), assessedUnknown()).when(amountSet()).thenRaises({
      type: 'LivingSupportAmountDetermined',
      amountWon: 180_000,
      reason: 'notStatedInProtocol',
      by: 'payer',
    });
    given(aClaim(), applied(), assessedUnknown(), amountSet()).when(amountSet()).thenQuiet();
    given(aClaim(), ...toApprove)
      .when(amountSet(140_000))
      .thenRaises({ amountWon: 140_000 });
  });
  test('is not set before the assessment, against it, to zero, or after approval', () => {
    given(aClaim(), applied()).when(amountSet()).thenRefused('living-support/not-assessed');
    given(aClaim(), applied(), assessed(1, { entitled: false }))
      .when(amountSet())
      .thenRefused('living-support/ineligible');
    given(aClaim(), applied(), assessedUnknown())
      .when(amountSet(0))
      .thenRefused('living-support/amount-zero');
    given(aClaim(), ...toPay)
      .when(amountSet())
      .thenRefused('living-support/already-approved');
  });
});

describe('an approval', () => {
  test('is another person’s than who applied or set the amount', () => {
    given(aClaim(), ...toApprove)
      .when(approved())
      .thenRaises({ type: 'LivingSupportApproved', amountWon: 150_000, attempt: 1 });
    for (const same of ['receptionist', 'process:case']) {
      given(aClaim(), ...toApprove)
        .when(approved(same))
        .thenRefused('living-support/same-person');
    }
    given(aClaim(), applied(), assessedUnknown(), amountSet())
      .when(approved('payer'))
      .thenRefused('living-support/same-person');
  });
  test('is given once, to an eligible claim with an amount', () => {
    given(aClaim(), ...toPay)
      .when(approved())
      .thenQuiet();
    given(aClaim(), ...toPay)
      .when(approved('other'))
      .thenRefused('living-support/already-approved');
    given(aClaim(), applied()).when(approved()).thenRefused('living-support/not-assessed');
    given(aClaim(), applied(), assessedUnknown())
      .when(approved())
      .thenRefused('living-support/amount-unknown');
    given(aClaim(), applied(), assessed(1, { entitled: false }))
      .when(approved())
      .thenRefused('living-support/ineligible');
    given(aClaim(), ...toPay, paid())
      .when(approved('other'))
      .thenRefused('living-support/already-paid');
    given(aClaim(), ...toApprove, reversed())
      .when(approved())
      .thenRefused('living-support/already-rejected');
    given(aClaim(), ...toRecover)
      .when(approved())
      .thenRefused('living-support/already-reversed');
  });
});

test.each([
  ['household-size/impossible', () => HouseholdSize.of(0)],
  ['household-size/impossible', () => HouseholdSize.of(1.5)],
  ['isolated-days/impossible', () => IsolatedDays.of(0)],
  ['payment-reference/malformed', () => paymentReference('홍길동')],
  ['support-rule/malformed', () => aRule('2026-03-01', '2026-02-28')],
  ['support-rule/malformed', () => SupportRule.of('', LocalDate.of('2026-03-01'))],
])('%s', (code, make) => expect(make).toThrow(code));

test('values are equal by value', () => {
  expect(HouseholdSize.of(2).equals(HouseholdSize.of(2))).toBe(true);
  expect(IsolatedDays.of(2).equals(IsolatedDays.of(3))).toBe(false);
  expect(aRule().equals(aRule())).toBe(true);
  expect(aRule().equals(aRule('2026-01-02'))).toBe(false);
});
