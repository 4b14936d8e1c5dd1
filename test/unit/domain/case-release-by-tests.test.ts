import { describe, expect, test } from '@jest/globals';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import type { CaseRules } from '../../../domain/patient-management/case/case-rules.ts';
import type { Instant } from '../../../domain/shared-kernel/instant.ts';
import type { TestResult } from '../../../domain/shared-kernel/test-result.ts';
import {
  aCase,
  caseAfter,
  checked,
  day,
  decided,
  diagnosed,
  planned,
  released,
  reported,
  retested,
  treated,
  TEST,
} from '../../support/case-fixtures.ts';
import { byTests, daysFrom, rulesWith } from '../../support/case-rules.ts';
import { given } from '../../support/given-when-then.ts';

/** Two negatives a day apart, whatever the symptoms; at most three tests. */
const rules = rulesWith([byTests]);
const atHome = [diagnosed(), treated(), planned(day(3), rules)];
const due = [...atHome, checked(day(3), rules)];
const result = (of: TestResult, at: Instant, collectedAt?: Instant, by: CaseRules = rules): CaseCommand =>
  retested(of, at, { rules: by, ...(collectedAt === undefined ? {} : { collectedAt }) });
/** The next check as soon as its day has come. */
const round = (count: number, by: CaseRules = rules) => [planned(day(count), by), checked(day(count), by)];

describe('release by tests alone', () => {
  test('is looked at from the confirmation on: no day counts', () =>
    given(aCase(), diagnosed(), treated())
      .when(planned(day(3), rules))
      .thenRaises({
        type: 'ReleaseCheckPlanned',
        rule: rules.id,
        round: 1,
        dueAt: '2026-03-03T03:00:00Z',
        countedFrom: null,
        anchorDay: null,
      }));
  test('finds a test due, and says why', () => {
    const one = aCase();
    given(one, ...atHome)
      .when(checked(day(3), rules))
      .thenRaises({
        type: 'ReleaseTestFoundDue',
        rule: rules.id,
        round: 1,
        track: 'track-0',
        tracks: [
          {
            track: 'track-0',
            met: false,
            criteria: [{ criterion: 'negatives', met: 'notMet', facts: { wanted: 2, found: 0 } }],
          },
        ],
      });
    expect(one.state).toMatchObject({ stage: 'retest', retestsOrdered: 1, retests: 0 });
    expect(one.state.lastTracks).toHaveLength(1);
  });
  test('orders one test at a time', () => {
    given(aCase(), ...due)
      .when(checked(day(3), rules))
      .thenRefused('case/not-in-home-treatment');
    given(aCase(), ...due)
      .when(planned(day(3), rules))
      .thenRefused('case/not-in-home-treatment');
  });
  test('releases after two negatives, a day apart', () => {
    const tested = [...due, result('negative', day(4)), ...round(5), result('negative', day(5))];
    given(aCase(), ...tested)
      .when(planned(day(5), rules))
      .thenRaises({ type: 'ReleaseCheckPlanned', round: 3, dueAt: '2026-03-03T03:00:00Z' });
    given(aCase(), ...tested)
      .when(checked(day(5), rules))
      .thenRaises({ type: 'FoundFreeOfSymptoms', track: 'track-0', course: null, round: 3 });
    given(aCase(), ...tested, checked(day(5), rules))
      .when(released(day(5)))
      .thenRaises({ type: 'HomeTreatmentEnded' }, { type: 'ReleasedFromIsolation', because: 'criteria' });
  });
  test('begins anew after a positive, and waits three days', () => {
    const tested = [...due, result('negative', day(4)), ...round(5), result('positive', day(5))];
    given(aCase(), ...tested)
      .when(planned(day(5), rules))
      .thenRaises({ dueAt: '2026-03-09T03:00:00Z' });
    given(aCase(), ...tested)
      .when(checked(day(8).plusHours(-1), rules))
      .thenQuiet();
    given(aCase(), ...tested, ...round(8), result('negative', day(8)))
      .when(checked(day(8), rules))
      .thenQuiet();
  });
  test.each([
    ['ignored', 'FoundFreeOfSymptoms'],
    ['resets', 'FoundSymptomaticNotImproved'],
  ] as const)('an indeterminate result between two negatives is %s', (indeterminate, verdict) => {
    const by = rulesWith([{ ...byTests, negatives: { count: 2, minGapHours: 24, indeterminate } }]);
    const one = caseAfter(
      diagnosed(),
      treated(),
      ...round(3, by),
      result('negative', day(4), undefined, by),
      ...round(5, by),
      result('indeterminate', day(5), undefined, by),
      ...round(8, by),
      result('negative', day(8), undefined, by),
      ...round(9, by),
    );
    if (verdict === 'FoundFreeOfSymptoms') expect(one.news.at(-1)).toMatchObject({ type: verdict });
    else expect(one.state.stage).toBe('clinician-decision');
    expect(one.state.classification).toBe('confirmed');
  });
});

describe('the gap between two negatives', () => {
  const first = [...due, result('negative', day(4))];
  test('is waited for', () => {
    given(aCase(), ...first)
      .when(planned(day(4), rules))
      .thenRaises({ type: 'ReleaseCheckPlanned', round: 2, dueAt: '2026-03-06T03:00:00Z' });
    given(aCase(), ...first)
      .when(checked(day(5).plusHours(-0.01), rules))
      .thenQuiet();
    given(aCase(), ...first, planned(day(4), rules))
      .when(checked(day(5), rules))
      .thenRaises({ type: 'ReleaseTestFoundDue', round: 2 });
  });
  test('counts from the collection of the specimen, which is kept', () => {
    const one = aCase();
    given(one, ...due)
      .when(result('negative', day(6), day(4)))
      .thenRaises({
        type: 'PcrTestPerformed',
        testId: TEST,
        result: 'negative',
        round: 1,
        rule: rules.id,
        specimenCollectedAt: '2026-03-05T03:00:00Z',
        nextCheckAt: '2026-03-08T03:00:00Z',
      });
    expect(one.state.releaseTests).toEqual([
      {
        testId: TEST,
        result: 'negative',
        resultedAt: '2026-03-07T03:00:00Z',
        specimenCollectedAt: '2026-03-05T03:00:00Z',
      },
    ]);
    given(one, ...round(7))
      .when(result('negative', day(7), day(5)))
      .thenRaises({ type: 'PcrTestPerformed', round: 2 });
    given(one)
      .when(checked(day(7), rules))
      .thenRaises({ type: 'FoundFreeOfSymptoms' });
  });
  test('that is an hour short does not count, although the results are days apart', () =>
    given(
      aCase(),
      ...due,
      result('negative', day(4), day(3)),
      ...round(5),
      result('negative', day(8), day(4).plusHours(-1)),
    )
      .when(checked(day(9), rules))
      .thenRaises({ type: 'ReleaseTestFoundDue', round: 3 }));
  test('without the time of collection counts from the result: never earlier than it was', () => {
    const one = caseAfter(...first);
    expect(one.news.at(-1)).not.toHaveProperty('specimenCollectedAt');
    expect(one.state.releaseTests[0]).not.toHaveProperty('specimenCollectedAt');
  });
});

describe('the rounds', () => {
  const positives = [...due, ...[4, 7, 10].flatMap((at) => [result('positive', day(at)), ...round(at + 3)])];
  test('once used up leave it to a clinician', () => {
    const one = caseAfter(...positives);
    expect(one.state).toMatchObject({
      stage: 'clinician-decision',
      retests: 3,
      retestsOrdered: 3,
      checks: 4,
    });
    expect(one.state.lastTracks?.[0]).toMatchObject({ track: 'track-0', met: false });
    given(aCase(), ...positives)
      .when(decided('release', day(14), rules))
      .thenRaises({ type: 'ClinicianDecided', decision: 'release', rule: rules.id });
  });
  test('used up say nothing of symptoms: nobody asked, or there are none', () => {
    for (const told of [[], [reported('symptomFree', day(13))]]) {
      const [check] = positives.slice(-1);
      const one = caseAfter(...positives.slice(0, -1), ...told, check as CaseCommand);
      expect(one.state.stage).toBe('clinician-decision');
      expect(one.news.at(-1)?.type).not.toBe('FoundSymptomaticNotImproved');
    }
  });
  test('of none leave it to a clinician at once', () => {
    const none = rulesWith([byTests], { check: { maximumRetests: 0 } });
    expect(caseAfter(diagnosed(), treated(), ...round(3, none)).state).toMatchObject({
      stage: 'clinician-decision',
      retestsOrdered: 0,
    });
  });
});

describe('tests that nobody orders', () => {
  const { ordersTests: _, ...wanted } = byTests;
  const waiting = rulesWith([wanted]);
  test('are waited for: the next look is tomorrow at noon', () => {
    given(aCase(), diagnosed(), treated())
      .when(planned(day(3).plusHours(5), waiting))
      .thenRaises({ dueAt: '2026-03-05T03:00:00Z' });
    given(aCase(), diagnosed(), treated())
      .when(checked(day(5), waiting))
      .thenQuiet();
  });
  test('do not keep whom time releases', () => {
    const either = rulesWith([{ minimum: [daysFrom('onset', 10)] }, wanted]);
    given(aCase(), diagnosed(), treated())
      .when(checked(day(11), either))
      .thenRaises({ type: 'FoundFreeOfSymptoms', track: 'track-0' });
  });
});

test('a test that counts only from a day on is not ordered before it', () => {
  const late = { ...(byTests['negatives'] as object), notBefore: daysFrom('onset', 7) };
  const by = rulesWith([{ ...byTests, negatives: late }]);
  given(aCase(), diagnosed(), treated())
    .when(planned(day(3), by))
    .thenRaises({ dueAt: '2026-03-08T15:00:00Z' });
  given(aCase(), diagnosed(), treated(), planned(day(3), by))
    .when(checked(day(7), by))
    .thenQuiet();
  given(aCase(), diagnosed(), treated(), planned(day(3), by))
    .when(checked(day(8), by))
    .thenRaises({ type: 'ReleaseTestFoundDue' });
});
