import { describe, expect, test } from '@jest/globals';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import { testId } from '../../../domain/shared-kernel/id.ts';
import { specimenId } from '../../../domain/shared-kernel/specimen-id.ts';
import {
  aCase,
  caseAfter,
  atHome,
  CONTACT,
  day,
  diagnosed,
  diagnosticResult,
  doubted,
  ended,
  inRetest,
  planned,
  reclassified,
  registered,
  released,
  resolved,
  settled,
  suspected,
  TASK,
  TEST,
  transferred,
  treated,
  withdrawn,
} from '../../support/case-fixtures.ts';
import { daysFrom, rulesWith } from '../../support/case-rules.ts';
import { given } from '../../support/given-when-then.ts';

describe('opening', () => {
  test.each([suspected(), diagnosed()])('by $type keeps the exposure that it comes from', (command) => {
    const one = caseAfter({ ...command, contactId: CONTACT });
    expect(one.news[0]).toMatchObject({ type: 'CaseOpened', contactId: CONTACT });
    expect(one.state.contactId).toBe(CONTACT);
  });
  test('without an exposure or a specimen names none', () => {
    const one = caseAfter(suspected());
    expect(one.news[0]).not.toHaveProperty('contactId');
    expect(one.news[0]).not.toHaveProperty('specimenId');
    expect(one.state).not.toHaveProperty('contactId');
    expect(one.state).not.toHaveProperty('specimenId');
  });
  test('a suspicion keeps the specimen that was taken with it', () => {
    const one = caseAfter({ ...suspected(), specimenId: specimenId('SP-1') });
    expect(one.news[0]).toMatchObject({ openedAs: 'suspicion', specimenId: 'SP-1' });
    expect(one.state.specimenId).toBe('SP-1');
  });
  test('symptoms without a day leave the onset open', () => {
    const one = caseAfter(suspected());
    expect(one.news).toMatchObject([{ type: 'CaseOpened' }, { type: 'SymptomsOccurred', basis: 'entered' }]);
    expect(one.news[1]).not.toHaveProperty('dateOfSymptomOnset');
    expect(one.state).toMatchObject({ symptomatic: true, onset: {}, classification: 'suspected' });
  });
});

describe('a diagnostic result', () => {
  const rules = rulesWith([{ minimum: [daysFrom('specimen', 7)] }]);
  test('keeps when the specimen that confirmed was collected, and rules may count from that day', () => {
    const one = aCase();
    given(one, suspected())
      .when(diagnosticResult('positive', day(4), day(2)))
      .thenRaises({
        type: 'InfectionConfirmed',
        basis: 'test',
        testId: TEST,
        specimenCollectedAt: '2026-03-03T03:00:00Z',
        at: '2026-03-05T03:00:00Z',
      });
    expect(one.state.specimenCollectedAt).toBe('2026-03-03T03:00:00Z');
    given(one, treated(day(4)))
      .when(planned(day(4), rules))
      .thenRaises({ countedFrom: 'specimen', anchorDay: '2026-03-03', dueAt: '2026-03-10T15:00:00Z' });
  });
  test('counts the day of collection in Seoul', () => {
    const lateOnTheSecond = day(1).plusHours(13);
    given(aCase(), suspected(), diagnosticResult('positive', day(4), lateOnTheSecond), treated(day(4)))
      .when(planned(day(4), rules))
      .thenRaises({ anchorDay: '2026-03-03' });
  });
  test('without its time of collection says nothing of it', () => {
    const one = caseAfter(suspected(), diagnosticResult('positive'));
    expect(one.news.at(-1)).not.toHaveProperty('specimenCollectedAt');
    expect(one.state).not.toHaveProperty('specimenCollectedAt');
  });
  test.each(['negative', 'indeterminate'] as const)('that is %s confirms nothing', (result) => {
    const one = caseAfter(suspected(), diagnosticResult(result, day(4), day(2)));
    expect(one.state).not.toHaveProperty('specimenCollectedAt');
    expect(one.state).not.toHaveProperty('confirmedAt');
    expect(one.state.classification).toBe(result === 'negative' ? 'notACase' : 'suspected');
  });
  test('is counted while it leaves the suspicion open', () => {
    const another = { ...diagnosticResult('indeterminate', day(4)), testId: testId(TASK) } as CaseCommand;
    const one = caseAfter(suspected(), diagnosticResult('indeterminate'), another);
    expect(one.state).toMatchObject({ diagnosticTests: 2, stage: 'suspected' });
  });
  test('told twice is one test', () =>
    given(aCase(), suspected(), diagnosticResult('indeterminate'))
      .when(diagnosticResult('indeterminate'))
      .thenQuiet());
});

describe('reclassification', () => {
  test.each([
    'epidemiological-link',
    'clinical-picture',
    'laboratory-evidence',
    'entered-by-mistake',
  ] as const)('to probable, because of %s', (reason) => {
    const one = aCase();
    given(one, suspected())
      .when(reclassified('probable', day(3), reason))
      .thenRaises({ type: 'CaseReclassified', from: 'suspected', to: 'probable', reason });
    expect(one.state).toMatchObject({
      stage: 'suspected',
      classification: 'probable',
      classifications: [
        { to: 'suspected', at: '2026-03-03T03:00:00Z', because: 'opened' },
        { to: 'probable', at: '2026-03-04T03:00:00Z', because: reason },
      ],
    });
  });
  test('and back to suspected', () =>
    given(aCase(), suspected(), reclassified('probable'))
      .when(reclassified('suspected', day(4), 'entered-by-mistake'))
      .thenRaises({ type: 'CaseReclassified', from: 'probable', to: 'suspected' }));
  test('to what it is already is quiet', () => {
    given(aCase(), suspected()).when(reclassified('suspected')).thenQuiet();
    given(aCase(), suspected(), reclassified('probable')).when(reclassified('probable')).thenQuiet();
  });
  test('a probable case is confirmed, ruled out or settled as a suspected one is', () => {
    const probable = [suspected(), reclassified('probable')];
    expect(caseAfter(...probable, diagnosticResult('positive')).state.classification).toBe('confirmed');
    expect(caseAfter(...probable, diagnosticResult('negative')).state.classification).toBe('notACase');
    expect(caseAfter(...probable, settled('confirm')).state.classification).toBe('confirmed');
    expect(caseAfter(...probable, withdrawn()).state.classification).toBe('notACase');
  });
  test.each([
    ['confirmed', [diagnosed()]],
    ['at home', atHome],
    ['awaiting a retest', inRetest],
    ['in hospital', [...atHome, transferred()]],
  ])('is refused of a case that is %s', (_what, earlier) =>
    given(aCase(), ...earlier)
      .when(reclassified('probable', day(20)))
      .thenRefused('case/not-suspected'),
  );
  test.each([
    ['ruled out', [suspected(), diagnosticResult('negative')]],
    ['withdrawn', [suspected(), withdrawn()]],
  ])('is refused of a case that was %s', (_what, earlier) =>
    given(aCase(), ...earlier)
      .when(reclassified('probable', day(20)))
      .thenRefused('case/already-closed'),
  );
});

test('no command but an opening is taken before the case is open', () => {
  const commands = [diagnosticResult('positive'), settled('confirm'), reclassified('probable'), registered()];
  const others = [doubted(), resolved(), treated(), planned(), released(), ended('2026-03-04'), withdrawn()];
  for (const command of [...commands, ...others]) {
    given(aCase()).when(command).thenRefused('case/not-found');
  }
});
