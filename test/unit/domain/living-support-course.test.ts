import { describe, expect, test } from '@jest/globals';
import { evolveLivingSupport } from '../../../domain/diagnostic-testing/living-support/living-support.state.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { given } from '../../support/given-when-then.ts';
import {
  aClaim,
  amountSet,
  applied,
  aRule,
  appliedAtNotice,
  approved,
  assessed,
  assessedAtEnd,
  factsStated,
  failed,
  paid,
  recovered,
  restored,
  reversed,
} from '../../support/living-support-fixtures.ts';

const toPay = [applied(), assessed(), approved()];

describe('a claim made at the isolation notice', () => {
  test('knows neither the days nor paid leave', () => {
    const one = aClaim();
    one.execute(appliedAtNotice());
    expect(one.news[0]).not.toHaveProperty('paidLeave');
    expect(one.news[0]).not.toHaveProperty('isolatedDays');
  });
  test('is told its days when it is judged', () =>
    given(aClaim(), appliedAtNotice(), factsStated())
      .when(assessedAtEnd())
      .thenRaises({ verdict: 'eligible', amountWon: 150_000, isolatedDays: 14 }));
  test('is judged by the notice that is known by then', () => {
    const earlier = { dateOfIsolationNotice: LocalDate.of('2026-03-02') };
    given(aClaim(), applied())
      .when({ ...assessed(), ...earlier })
      .thenRaises({ verdict: 'eligible', dateOfIsolationNotice: '2026-03-02' });
    const one = aClaim();
    for (const command of [applied(), assessed(), { ...assessed(), ...earlier }]) one.execute(command);
    expect(one.state.dateOfIsolationNotice).toBe('2026-03-02');
    given(one)
      .when({ ...assessed(), ...earlier })
      .thenQuiet();
    given(aClaim(), applied())
      .when({ ...assessed(150_000, {}, aRule('2026-03-03')), ...earlier })
      .thenRefused('living-support/protocol-not-in-force');
    given(aClaim(), applied()).when(assessed()).thenRaises({ verdict: 'eligible' });
  });
  test('lacks facts until somebody states them', () => {
    given(aClaim(), appliedAtNotice())
      .when(assessedAtEnd({ missing: ['homeTreatment'] }))
      .thenRaises({ verdict: 'factsMissing', missing: ['homeTreatment', 'paidLeave'] });
    given(aClaim(), appliedAtNotice(), assessedAtEnd())
      .when(amountSet())
      .thenRefused('living-support/facts-missing');
    given(aClaim(), appliedAtNotice(), assessedAtEnd()).when(assessedAtEnd()).thenQuiet();
  });
  test('is not eligible after a violation, whatever else is unknown', () =>
    given(aClaim(), appliedAtNotice())
      .when(assessedAtEnd({ conditions: { rulesKept: false, withinIncome: true, entitled: true } }))
      .thenRaises({ verdict: 'ineligible', reasons: ['rulesBroken'] }));
});

describe('facts of a claim', () => {
  test('are stated, and have it judged anew', () => {
    given(aClaim(), applied(), assessed())
      .when(factsStated({ paidLeave: true, incomePercent: 90 }, 4))
      .thenRaises({
        type: 'LivingSupportFactsStated',
        facts: { paidLeave: true, incomePercent: 90 },
        householdSize: 4,
      });
    const one = aClaim();
    for (const command of [applied(), assessed(), factsStated({ paidLeave: true, incomePercent: 90 }, 4)]) {
      one.execute(command);
    }
    expect(one.state).toMatchObject({
      stage: 'applied',
      paidLeave: true,
      householdSize: 4,
      facts: { incomePercent: 90 },
    });
    expect(one.state).not.toHaveProperty('amountWon');
  });
  test('that were told before are quiet', () => {
    given(aClaim(), applied())
      .when(factsStated({ paidLeave: false }, 3))
      .thenQuiet();
    given(aClaim(), appliedAtNotice(), factsStated({ incomePercent: 80 }))
      .when(factsStated({ incomePercent: 80 }))
      .thenQuiet();
  });
  test('come too late after the approval, and never without one', () => {
    given(aClaim(), ...toPay)
      .when(factsStated())
      .thenRefused('living-support/already-approved');
    given(aClaim(), applied()).when(factsStated({})).thenRefused('stated-facts/malformed');
    given(aClaim(), applied())
      .when(factsStated({ paidLeave: 1 }))
      .thenRefused('stated-facts/malformed');
  });
});

describe('a violation that is withdrawn', () => {
  test('has a cancelled claim judged anew', () => {
    given(aClaim(), applied(), assessed(), reversed())
      .when(restored())
      .thenRaises({ type: 'LivingSupportRestored', to: 'applied' });
    given(aClaim(), ...toPay, failed(), reversed(), restored(), assessed())
      .when(approved())
      .thenRaises({ type: 'LivingSupportApproved', attempt: 2 });
  });
  test('leaves paid what nobody has paid back', () =>
    given(aClaim(), ...toPay, paid(), reversed())
      .when(restored())
      .thenRaises({ type: 'LivingSupportRestored', to: 'paid' }));
  test('has it paid again when all of it came back', () => {
    given(aClaim(), ...toPay, paid(), reversed(), recovered(150_000), restored(), assessed(), approved())
      .when(paid(150_000, 'P-2'))
      .thenRaises({ type: 'LivingSupportPaid', reference: 'P-2', attempt: 2 });
  });
  test('takes no news of the earlier transfer and recall for that of the next', () => {
    const again = [...toPay, paid(), reversed(), recovered(150_000), restored(), assessed(), approved()];
    given(aClaim(), ...again)
      .when(paid())
      .thenQuiet();
    given(aClaim(), ...again, paid(150_000, 'P-2'), reversed())
      .when(recovered(150_000))
      .thenQuiet();
  });
  test('is for people when a part came back, and restores nothing else', () => {
    given(aClaim(), ...toPay, paid(), reversed(), recovered(50_000))
      .when(restored())
      .thenRefused('living-support/partly-recovered');
    given(aClaim(), ...toPay, paid(), reversed('wrongAmount'))
      .when(restored())
      .thenRefused('living-support/nothing-to-restore');
    given(aClaim(), ...toPay)
      .when(restored())
      .thenRefused('living-support/nothing-to-restore');
  });
});

test('an application of before the claim was made at the notice still folds', () =>
  expect(
    evolveLivingSupport(undefined, {
      type: 'LivingSupportAppliedFor',
      v: 1,
      at: '2026-03-21T03:00:00Z',
      by: 'receptionist',
      personId: 'p',
      isolationId: 'i',
      householdSize: 3,
      paidLeave: false,
      dateOfIsolationNotice: '2026-03-03',
      isolatedDays: 7,
    }),
  ).toMatchObject({ stage: 'applied', paidLeave: false, isolatedDays: 7 }));
