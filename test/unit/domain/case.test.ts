import { describe, expect, test } from '@jest/globals';
import { CLOSED_STAGES } from '../../../domain/patient-management/case/case.state.ts';
import {
  aCase,
  asked,
  atHome,
  checked,
  day,
  diagnosed,
  diagnosticResult,
  inRetest,
  planned,
  registered,
  reported,
  settled,
  suspected,
  TASK,
  TEST,
  transferred,
  retested,
  treated,
  withdrawn,
  withClinician,
} from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const at = (moment: { toString(): string }) => moment.toString();

describe('opening', () => {
  test('a diagnosis opens a confirmed case with its onset', () =>
    given(aCase())
      .when(diagnosed())
      .thenRaises(
        { type: 'CaseOpened', openedAs: 'diagnosis' },
        { type: 'SymptomsOccurred', dateOfSymptomOnset: '2026-03-01', basis: 'entered' },
        { type: 'InfectionConfirmed', basis: 'diagnosis' },
      ));
  test('a diagnosis without symptoms has no onset', () =>
    given(aCase())
      .when(diagnosed(day(2), false))
      .thenRaises({ type: 'CaseOpened' }, { type: 'InfectionConfirmed' }));
  test('an onset in the future is refused', () =>
    given(aCase())
      .when(diagnosed(day(-1)))
      .thenRefused('date/in-the-future'));
  test('a case is opened once', () =>
    given(aCase(), diagnosed()).when(suspected()).thenRefused('case/already-open'));
});

describe('a suspicion', () => {
  test('a positive test confirms', () =>
    given(aCase(), suspected())
      .when(diagnosticResult('positive'))
      .thenRaises({ type: 'InfectionConfirmed', basis: 'test', testId: TEST }));
  test('a negative test rules out, and that closes the case', () => {
    const closed = aCase();
    given(closed, suspected()).when(diagnosticResult('negative')).thenRaises({ type: 'InfectionRuledOut' });
    expect(CLOSED_STAGES).toContain(closed.state.stage);
    expect(closed.state.classification).toBe('notACase');
  });
  test('an indeterminate test leaves it open', () =>
    given(aCase(), suspected())
      .when(diagnosticResult('indeterminate'))
      .thenRaises({ type: 'DiagnosisLeftOpen' }));
  test.each([
    ['confirm', 'InfectionConfirmed'],
    ['ruleOut', 'InfectionRuledOut'],
  ] as const)('a clinician may %s', (decision, type) =>
    given(aCase(), suspected())
      .when(settled(decision))
      .thenRaises({ type, basis: 'clinician', taskId: TASK }),
  );
  test('a result for a confirmed case is refused', () =>
    given(aCase(), diagnosed()).when(diagnosticResult('negative')).thenRefused('case/not-suspected'));
  test('it cannot be settled once confirmed', () =>
    given(aCase(), diagnosed()).when(settled('ruleOut')).thenRefused('case/not-suspected'));
  test('it is not registered', () =>
    given(aCase(), suspected()).when(registered()).thenRefused('case/diagnosis-unconfirmed'));
  test('it is not treated', () =>
    given(aCase(), suspected()).when(treated()).thenRefused('case/diagnosis-unconfirmed'));
  test('it is not transferred', () =>
    given(aCase(), suspected()).when(transferred()).thenRefused('case/diagnosis-unconfirmed'));
});

describe('registration and home treatment', () => {
  test('the registry’s number is kept', () =>
    given(aCase(), diagnosed())
      .when(registered())
      .thenRaises({ type: 'ConfirmedCaseRegistered', registryNumber: 'KR-2026-000001' }));
  test('registering again is quiet', () =>
    given(aCase(), diagnosed(), registered()).when(registered('KR-2026-000002')).thenQuiet());
  test('a number that comes after the withdrawal is kept all the same', () =>
    given(aCase(), diagnosed(), withdrawn())
      .when(registered(undefined, day(14)))
      .thenRaises({
        type: 'ConfirmedCaseRegistered',
      }));
  test('a number of another shape is refused', () =>
    given(aCase(), diagnosed()).when(registered('7')).thenRefused('registry-number/malformed'));
  test('treatment starts once', () => {
    given(aCase(), diagnosed()).when(treated()).thenRaises({ type: 'HomeTreatmentStarted' });
    given(aCase(), diagnosed(), treated()).when(treated()).thenQuiet();
  });
});

describe('the plan of the check', () => {
  test('counts ten days from onset, to their end at midnight in Seoul', () =>
    given(aCase(), diagnosed(), treated()).when(planned()).thenRaises({
      type: 'ReleaseCheckPlanned',
      countedFrom: 'onset',
      anchorDay: '2026-03-01',
      dueAt: '2026-03-11T15:00:00Z',
      round: 1,
    }));
  test('without symptoms counts from confirmation', () =>
    given(aCase(), diagnosed(day(2), false), treated())
      .when(planned())
      .thenRaises({ countedFrom: 'confirmed', anchorDay: '2026-03-03' }));
  test('planning again is quiet', () =>
    given(aCase(), ...atHome)
      .when(planned())
      .thenQuiet());
  test('first symptoms move the anchor to their onset', () => {
    const asymptomatic = [diagnosed(day(2), false), treated(), planned()];
    given(aCase(), ...asymptomatic)
      .when(reported('notImproved', day(6)))
      .thenRaises(
        { type: 'SymptomsReported' },
        { type: 'SymptomsOccurred', basis: 'computed', dateOfSymptomOnset: '2026-03-07' },
      );
    given(aCase(), ...asymptomatic, reported('improving', day(6)))
      .when(planned(day(6)))
      .thenRaises({ countedFrom: 'onset', anchorDay: '2026-03-07' });
  });
  test('an onset that staff enter replaces the one before', () =>
    given(aCase(), ...atHome)
      .when(reported('improving', day(6), '2026-03-02'))
      .thenRaises({ type: 'SymptomsReported' }, { type: 'SymptomsOccurred', basis: 'entered' }));
  test('an onset in the future is refused', () =>
    given(aCase(), ...atHome)
      .when(reported('improving', day(6), '2026-03-09'))
      .thenRefused('date/in-the-future'));
  test('is refused before treatment', () =>
    given(aCase(), diagnosed()).when(planned()).thenRefused('case/not-in-home-treatment'));
});

describe('the check', () => {
  test('is quiet before its day', () =>
    given(aCase(), ...atHome, reported('symptomFree', day(9)))
      .when(checked(day(9)))
      .thenQuiet());
  test('is quiet while nobody knows how the patient is', () =>
    given(aCase(), ...atHome)
      .when(checked())
      .thenQuiet());
  test.each(['symptomFree', 'improving'] as const)('finds %s fit for release', (course) =>
    given(aCase(), ...atHome, asked(), reported(course))
      .when(checked())
      .thenRaises({
        type: 'FoundFreeOfSymptoms',
        course,
        rule: 'kr-covid-19/2020-06-25/1',
        track: 'symptomatic-time',
        tracks: [
          { track: 'asymptomatic-time', applies: 'notMet', met: false },
          {
            track: 'symptomatic-time',
            applies: 'met',
            met: true,
            criteria: [
              { criterion: 'appliesIf', met: 'met', facts: { symptomatic: true } },
              {
                criterion: 'minimum',
                met: 'met',
                facts: { anchorDay: '2026-03-01', endsAt: '2026-03-11T15:00:00Z' },
              },
              { criterion: 'course', met: 'met', facts: { course } },
            ],
          },
        ],
      }),
  );
  test('a report from the day before needs no question', () =>
    given(aCase(), ...atHome, reported('improving', day(10)))
      .when(checked(day(11)))
      .thenRaises({ type: 'FoundFreeOfSymptoms' }));
  test('an older report does not count', () =>
    given(aCase(), ...atHome, reported('improving', day(8)))
      .when(checked(day(11)))
      .thenQuiet());
  test('a report that was judged once does not count again', () =>
    given(aCase(), ...inRetest, retested('negative', day(11)), planned(day(11)))
      .when(checked(day(12)))
      .thenQuiet());
  test('an answer counts however late', () =>
    given(aCase(), ...atHome, asked(day(11)), reported('improving', day(13)))
      .when(checked(day(14)))
      .thenRaises({ type: 'FoundFreeOfSymptoms' }));
  test('finds a patient who is not improving, and orders a retest', () =>
    given(aCase(), ...atHome, asked(), reported('notImproved'))
      .when(checked())
      .thenRaises({ type: 'FoundSymptomaticNotImproved', next: 'retest', round: 1 }));
  test('after the largest number of rounds leaves it to a clinician', () => {
    const last = aCase();
    for (const command of withClinician) last.execute(command);
    expect(last.state).toMatchObject({
      stage: 'clinician-decision',
      retests: 3,
      retestsOrdered: 3,
      checks: 4,
    });
    expect(last.news.at(-1)).toMatchObject({ type: 'FoundSymptomaticNotImproved', next: 'clinician' });
  });
  test('is refused out of home treatment', () =>
    given(aCase(), ...inRetest)
      .when(checked())
      .thenRefused('case/not-in-home-treatment'));
});

describe('asking', () => {
  test('is recorded with the time to answer', () =>
    given(aCase(), ...atHome)
      .when(asked())
      .thenRaises({ type: 'SymptomCheckRequested', attempt: 1, answerBy: at(day(11).plusHours(6)) }));
  test('the same attempt again is quiet', () =>
    given(aCase(), ...atHome, asked())
      .when(asked())
      .thenQuiet());
  test('is refused in hospital', () =>
    given(aCase(), ...atHome, transferred())
      .when(asked())
      .thenRefused('case/not-in-home-treatment'));
});
