import { describe, expect, test } from '@jest/globals';
import {
  aCase,
  atHome,
  caseAfter,
  day,
  inRetest,
  retested,
  returned,
  TEST,
  transferred,
  treated,
} from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

describe('a stay in hospital that begins while a release test is awaited', () => {
  test.each([
    ['in-hospital', []],
    ['confirmed', [returned(day(13))]],
    ['home-treatment', [returned(day(13)), treated(day(13))]],
  ])('keeps a result that comes after it, once, and moves nobody: at %s', (stage, later) => {
    const away = [...inRetest, transferred(day(12)), ...later];
    given(aCase(), ...away)
      .when(retested('negative', day(13)))
      .thenRaises({ type: 'PcrTestPerformed', result: 'negative', round: 1 });
    given(aCase(), ...away, retested('negative', day(13)))
      .when(retested('negative', day(14)))
      .thenQuiet();
    const releaseTests = [{ testId: TEST, result: 'negative' }];
    expect(caseAfter(...away, retested('negative', day(13))).state).toMatchObject({
      stage,
      retests: 1,
      retestsOrdered: 1,
      releaseTests,
    });
  });
  test('makes no result welcome that nobody ordered', () =>
    given(aCase(), ...atHome, transferred(day(12)))
      .when(retested('negative', day(13)))
      .thenRefused('case/not-awaiting-retest'));
});
