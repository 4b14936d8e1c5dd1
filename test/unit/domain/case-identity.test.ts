import { describe, expect, test } from '@jest/globals';
import { neverConcernedThem } from '../../../domain/patient-management/case/case.state.ts';
import {
  aCase,
  afterRelease,
  atHome,
  caseAfter,
  day,
  diagnosed,
  diagnosticResult,
  died,
  doubted,
  inRetest,
  resolved,
  suspected,
  TASK,
  treated,
  withClinician,
  withdrawn,
} from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

describe('identity', () => {
  const stages = {
    suspected: [suspected()],
    confirmed: [diagnosed()],
    atHome,
    inRetest,
    withClinician,
    released: afterRelease,
  };
  test.each(Object.entries(stages))(
    'may be doubted and resolved while %s, and changes no stage',
    (_, earlier) => {
      const one = caseAfter(...earlier);
      const { stage } = one.state;
      given(one)
        .when(doubted(day(40)))
        .thenRaises({ type: 'IdentityDoubted', reason: 'specimen-mixed-up' });
      expect(one.state).toMatchObject({ identityInDoubt: 'specimen-mixed-up', stage });
      given(one)
        .when(resolved(day(41)))
        .thenRaises({ type: 'IdentityResolved', taskId: TASK });
      expect(one.state).not.toHaveProperty('identityInDoubt');
      expect(one.state.stage).toBe(stage);
    },
  );
  test.each(['survey-contradicts', 'document-contradicts', 'person-denies'] as const)(
    'is doubted: %s',
    (reason) => {
      expect(caseAfter(diagnosed(), doubted(day(3), reason)).state.identityInDoubt).toBe(reason);
    },
  );
  test('doubted again is quiet, and the first reason stays', () => {
    const one = aCase();
    given(one, diagnosed(), doubted())
      .when(doubted(day(4), 'person-denies'))
      .thenQuiet();
    expect(one.state.identityInDoubt).toBe('specimen-mixed-up');
  });
  test('resolved without a task names none', () =>
    expect(caseAfter(diagnosed(), doubted(), resolved(day(4), {})).news.at(-1)).not.toHaveProperty('taskId'));
  test('resolved may be doubted anew', () =>
    given(aCase(), diagnosed(), doubted(), resolved())
      .when(doubted(day(5), 'person-denies'))
      .thenRaises({ type: 'IdentityDoubted', reason: 'person-denies' }));
  test('not in doubt cannot be resolved', () => {
    given(aCase(), diagnosed()).when(resolved()).thenRefused('case/identity-not-in-doubt');
    given(aCase(), diagnosed(), doubted(), resolved())
      .when(resolved())
      .thenRefused('case/identity-not-in-doubt');
  });
  test('somebody else’s finding is withdrawn, doubt and all', () => {
    const one = caseAfter(diagnosed(), doubted(), { ...withdrawn(), reason: 'wrong-person' });
    expect(one.state).toMatchObject({ stage: 'withdrawn', classification: 'notACase' });
    expect(one.state.classifications.at(-1)).toMatchObject({ because: 'wrong-person' });
  });
  test('a withdrawal ends the doubt: what was held goes on and finds nothing to tell', () => {
    const one = aCase();
    given(one, diagnosed(), treated(), doubted())
      .when({ ...withdrawn(), reason: 'wrong-person' })
      .thenRaises(
        { type: 'HomeTreatmentEnded', because: 'withdrawn' },
        { type: 'DiagnosisWithdrawn', reason: 'wrong-person' },
        { type: 'IdentityResolved' },
      );
    expect(one.state).not.toHaveProperty('identityInDoubt');
  });
  test('the doubt outlives a death and is resolved after it: the registry is still to be told', () => {
    const one = caseAfter(diagnosed(), doubted(), died('2026-03-03'));
    given(one)
      .when(resolved(day(41)))
      .thenRaises({ type: 'IdentityResolved' });
    expect(one.state).toMatchObject({ stage: 'deceased', identityDoubts: 1 });
  });
  test('somebody else’s finding is withdrawn after the release too, doubt and all', () => {
    const one = caseAfter(...afterRelease, doubted(day(39)));
    given(one)
      .when({ ...withdrawn(day(40)), reason: 'wrong-person' })
      .thenRaises({ type: 'DiagnosisWithdrawn', reason: 'wrong-person' }, { type: 'IdentityResolved' });
    expect(one.state).toMatchObject({ stage: 'withdrawn', classification: 'notACase' });
    expect(one.state).not.toHaveProperty('identityInDoubt');
  });
  describe.each([
    ['withdrawn: nothing is left to hold', [diagnosed(), doubted(), withdrawn()]],
    ['ruled out: a suspicion is reported anew', [suspected(), diagnosticResult('negative')]],
    ['of somebody who has died: nothing is sent to them', [diagnosed(), died('2026-03-03')]],
  ])('of a case that is %s', (_what, earlier) => {
    test.each([doubted(day(40)), resolved(day(40)), withdrawn(day(40))])('$type is refused', (command) => {
      given(aCase(), ...earlier)
        .when(command)
        .thenRefused('case/already-closed');
    });
  });
});

describe('a withdrawn finding', () => {
  test.each([
    ['wrong-person', true],
    ['entered-by-mistake', true],
    ['wrong-result', false],
  ] as const)('because of %s: never concerned them is %s', (reason, never) => {
    expect(neverConcernedThem(caseAfter(...afterRelease).state)).toBe(false);
    expect(neverConcernedThem(caseAfter(...afterRelease, { ...withdrawn(day(40)), reason }).state)).toBe(
      never,
    );
  });
});
