import { describe, expect, test } from '@jest/globals';
import {
  aCase,
  atHome,
  caseAfter,
  checked,
  day,
  decided,
  diagnosed,
  historyRecorded,
  inRetest,
  planned,
  released,
  reported,
  retested,
  returned,
  suspected,
  settled,
  TASK,
  told,
  transferred,
  treated,
} from '../../support/case-fixtures.ts';
import { daysFrom, rulesWith } from '../../support/case-rules.ts';
import { given } from '../../support/given-when-then.ts';

const home = [diagnosed(), treated()];
const tenDays = { minimum: [daysFrom('onset', 10)] };

describe('time alone, whatever the symptoms', () => {
  const rules = rulesWith([{ ...tenDays, course: 'any' }]);
  test('is waited for, and nobody is asked', () => {
    given(aCase(), ...home)
      .when(planned(day(3), rules))
      .thenRaises({ dueAt: '2026-03-11T15:00:00Z', countedFrom: 'onset', anchorDay: '2026-03-01' });
    given(aCase(), ...home)
      .when(checked(day(10).plusHours(11.99), rules))
      .thenQuiet();
  });
  test('releases at midnight, unheard', () =>
    given(aCase(), ...home)
      .when(checked(day(10).plusHours(12), rules))
      .thenRaises({ type: 'FoundFreeOfSymptoms', rule: rules.id, track: 'track-0', course: null }));
  test('releases who is not improving, and orders no test', () => {
    const one = caseAfter(...home, reported('notImproved'), checked(day(11), rules));
    expect(one.news.at(-1)).toMatchObject({ type: 'FoundFreeOfSymptoms', course: null });
    expect(one.state).toMatchObject({ stage: 'release-due', retestsOrdered: 0 });
  });
});

describe('a fact that nobody can tell by message', () => {
  const rules = rulesWith([
    { ...tenDays, course: 'improving', requires: { not: { fact: 'riskFactors', includes: 'dialysis' } } },
  ]);
  const told11 = [...home, planned(day(3), rules), reported('improving')];
  test('is not asked before the period is over', () =>
    given(aCase(), ...home, planned(day(3), rules))
      .when(checked(day(9), rules))
      .thenQuiet());
  test('leaves it to a clinician', () => {
    const one = aCase();
    given(one, ...told11)
      .when(checked(day(11), rules))
      .thenRaises({
        type: 'ReleaseLeftToClinician',
        because: 'facts-missing',
        missing: ['riskFactors'],
        rule: rules.id,
        round: 1,
        track: 'track-0',
        tracks: [{ track: 'track-0', met: false }],
      });
    expect(one.state).toMatchObject({
      stage: 'clinician-decision',
      retestsOrdered: 0,
      retests: 0,
      lastVerdictAt: '2026-03-12T03:00:00Z',
    });
    given(one)
      .when(checked(day(11), rules))
      .thenRefused('case/not-in-home-treatment');
  });
  test('once told decides', () => {
    given(aCase(), ...told11, historyRecorded({ riskFactors: [] }, day(11)))
      .when(checked(day(11), rules))
      .thenRaises({ type: 'FoundFreeOfSymptoms', course: 'improving' });
    given(aCase(), ...told11, historyRecorded({ riskFactors: ['dialysis'] }, day(11)))
      .when(checked(day(11), rules))
      .thenRaises({ type: 'ReleaseLeftToClinician', because: 'no-track-applies', track: null, missing: [] });
  });
  test('is left to the clinician again after a decision to keep, not before its day', () => {
    const kept = [...told11, checked(day(11), rules), decided('keep', day(11), rules)];
    given(aCase(), ...kept)
      .when(planned(day(11), rules))
      .thenRaises({ type: 'ReleaseCheckPlanned', dueAt: '2026-03-15T03:00:00Z', round: 1 });
    given(aCase(), ...kept, planned(day(11), rules), reported('improving', day(13)))
      .when(checked(day(13), rules))
      .thenQuiet();
    given(aCase(), ...kept, planned(day(11), rules), reported('improving', day(14)))
      .when(checked(day(14), rules))
      .thenRaises({ type: 'ReleaseLeftToClinician', missing: ['riskFactors'] });
  });
  test('may be the onset, where no other day counts', () => {
    const unknown = [suspected(), settled('confirm'), treated()];
    given(aCase(), ...unknown)
      .when(checked(day(4), rulesWith([tenDays])))
      .thenRaises({ type: 'ReleaseLeftToClinician', because: 'facts-missing', missing: ['onset'] });
    given(aCase(), ...unknown)
      .when(decided('release'))
      .thenRefused('case/not-awaiting-clinician');
  });
  test('no track for this case: a person decides', () => {
    const others = rulesWith([{ ...tenDays, appliesIf: { fact: 'symptomatic', is: false } }]);
    given(aCase(), ...home)
      .when(planned(day(3), others))
      .thenRaises({ dueAt: '2026-03-03T03:00:00Z', countedFrom: null, anchorDay: null });
    given(aCase(), ...home, checked(day(3), others))
      .when(decided('release', day(3), others))
      .thenRaises({ type: 'ClinicianDecided', taskId: TASK, decision: 'release', rule: others.id });
  });
});

describe('hours without fever', () => {
  const rules = rulesWith([{ ...tenDays, feverFreeHours: 24, withoutAntipyretic: true }], {
    basis: { feverAtCelsius: 37.5 },
  });
  const at = [...home, planned(day(3), rules)];
  test('can be asked by message: quiet until told', () =>
    given(aCase(), ...at)
      .when(checked(day(11), rules))
      .thenQuiet());
  test.each([
    ['a temperature of the day before', { temperatureCelsius: 36.8 }, day(10)],
    ['symptoms without fever of the day before', { symptoms: [{ code: 'cough' }] as const }, day(10)],
    ['hours enough', { feverFreeForHours: 24 }, day(11)],
  ])('are told by %s', (_what, said, when) =>
    given(aCase(), ...at, told({ course: 'improving', ...said }, when))
      .when(checked(day(11), rules))
      .thenRaises({ type: 'FoundFreeOfSymptoms' }),
  );
  test('are not told by one temperature of this moment: asked, not released', () =>
    given(aCase(), ...at, told({ course: 'improving', temperatureCelsius: 36.8 }))
      .when(checked(day(11), rules))
      .thenQuiet());
  test.each([
    ['a temperature of 37.5 °C', { temperatureCelsius: 37.5 }],
    ['fever among the symptoms', { symptoms: [{ code: 'fever' }] as const }],
    ['a fever reducer', { temperatureCelsius: 36.8, antipyretic: true }],
  ])('begin anew with %s, and the plan moves', (_what, said) => {
    const ill = [...at, told({ course: 'improving', ...said }, day(11))];
    given(aCase(), ...ill)
      .when(checked(day(11), rules))
      .thenQuiet();
    given(aCase(), ...ill)
      .when(planned(day(11), rules))
      .thenRaises({ type: 'ReleaseCheckPlanned', dueAt: '2026-03-13T03:00:00Z' });
    given(aCase(), ...ill, told({ course: 'improving', temperatureCelsius: 36.8 }, day(12)))
      .when(checked(day(12), rules))
      .thenRaises({ type: 'FoundFreeOfSymptoms' });
  });
  test('in the patient’s own words count as so many, not as enough', () =>
    given(aCase(), ...at, told({ course: 'improving', feverFreeForHours: 2 }))
      .when(checked(day(11), rules))
      .thenQuiet());
});

describe('the wait after a retest', () => {
  const waiting = [...inRetest, retested('positive', day(12)), planned(day(12))];
  test('lasts until noon of the third day', () =>
    expect(caseAfter(...waiting).state).toMatchObject({
      stage: 'home-treatment',
      retests: 1,
      checks: 2,
      check: { dueAt: '2026-03-16T03:00:00Z' },
      nextCheckNotBefore: '2026-03-16T03:00:00Z',
    }));
  test.each(['improving', 'symptomFree'] as const)('ends at once with a case that is %s', (course) => {
    const better = [...waiting, reported(course, day(13))];
    given(aCase(), ...better)
      .when(planned(day(13)))
      .thenRaises({ type: 'ReleaseCheckPlanned', round: 2, dueAt: '2026-03-11T15:00:00Z' });
    given(aCase(), ...better, planned(day(13)))
      .when(checked(day(13)))
      .thenRaises({ type: 'FoundFreeOfSymptoms', round: 2, course });
  });
  test('goes on while nothing improves, and then another test is due', () => {
    const same = [...waiting, reported('notImproved', day(14).plusHours(1))];
    given(aCase(), ...same)
      .when(planned(day(14).plusHours(1)))
      .thenQuiet();
    given(aCase(), ...same)
      .when(checked(day(14).plusHours(1)))
      .thenQuiet();
    given(aCase(), ...same)
      .when(checked(day(15)))
      .thenRaises({ type: 'FoundSymptomaticNotImproved', next: 'retest', round: 2 });
  });
});

describe('a stay in hospital', () => {
  const back = [...atHome, transferred(day(5)), returned(day(8)), treated(day(8))];
  test('is kept, and nothing is checked meanwhile', () => {
    expect(caseAfter(...back).state.stays).toEqual([
      { from: '2026-03-06T03:00:00Z', until: '2026-03-09T03:00:00Z' },
    ]);
    given(aCase(), ...atHome, transferred(day(5)))
      .when(planned(day(11)))
      .thenRefused('case/not-in-home-treatment');
    expect(caseAfter(...atHome, transferred(day(5))).state).not.toHaveProperty('check');
  });
  const inHospital = [...atHome, transferred(day(5))];
  test('is judged too: one who meets the criteria is released there', () => {
    const one = caseAfter(...inHospital, reported('improving', day(11)));
    given(one)
      .when(checked(day(11)))
      .thenRaises({ type: 'FoundFreeOfSymptoms' });
    given(one)
      .when(released(day(11)))
      .thenRaises({ type: 'ReleasedFromIsolation', because: 'criteria' });
    expect(one.state).toMatchObject({ stage: 'released', stays: [{ from: '2026-03-06T03:00:00Z' }] });
  });
  test.each([
    ['nobody knows how the patient is', []],
    ['is not improving', [reported('notImproved', day(11))]],
  ])('finds nothing else, while %s: the hospital decides', (_what, facts) =>
    given(aCase(), ...inHospital, ...facts)
      .when(checked(day(11)))
      .thenQuiet(),
  );
  test('leaves the period as it was: it is planned anew to the same day', () =>
    given(aCase(), ...back)
      .when(planned(day(8)))
      .thenRaises({ type: 'ReleaseCheckPlanned', dueAt: '2026-03-11T15:00:00Z', round: 1 }));
  test('may count from the discharge', () =>
    given(aCase(), ...back)
      .when(planned(day(8), rulesWith([{ minimum: [daysFrom('discharged', 3)] }])))
      .thenRaises({ countedFrom: 'discharged', anchorDay: '2026-03-09', dueAt: '2026-03-12T15:00:00Z' }));
});
