import { describe, expect, test } from '@jest/globals';
import { SymptomReport } from '../../../domain/patient-management/case/symptom-report.ts';
import {
  aCase,
  atHome,
  caseAfter,
  checked,
  chosen,
  courseRecorded,
  day,
  diagnosed,
  died,
  ended,
  historyRecorded,
  released,
  reported,
  suspected,
  tiered,
  told,
  transferred,
  withdrawn,
} from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const closed = [diagnosed(), withdrawn()];
const fever = { code: 'fever', severity: 'moderate' } as const;

describe('a report of symptoms', () => {
  test('is kept in all its detail, each symptom once and in order', () => {
    const one = aCase();
    const symptoms = [{ code: 'fever', severity: 'mild' }, { code: 'cough' }, fever] as const;
    const report = { temperatureCelsius: 38.1, antipyretic: true, feverFreeForHours: 0 };
    given(one, ...atHome)
      .when(told({ course: 'notImproved', symptoms, ...report }))
      .thenRaises({
        type: 'SymptomsReported',
        course: 'notImproved',
        channel: 'staff',
        symptoms: [{ code: 'cough' }, fever],
        ...report,
      });
    expect(one.state.reports).toEqual([
      {
        reportedAt: '2026-03-12T03:00:00Z',
        course: 'notImproved',
        symptoms: [{ code: 'cough' }, fever],
        ...report,
      },
    ]);
  });
  test('says nothing of what nobody asked, and keeps that there is none', () => {
    const one = caseAfter(
      ...atHome,
      told({ course: 'improving' }),
      told({ course: 'symptomFree', symptoms: [] }),
    );
    expect(one.state.reports).toEqual([
      { reportedAt: '2026-03-12T03:00:00Z', course: 'improving' },
      { reportedAt: '2026-03-12T03:00:00Z', course: 'symptomFree', symptoms: [] },
    ]);
  });
  test('told again is one more report and no second onset', () =>
    given(aCase(), diagnosed(day(2), false), reported('notImproved', day(6)))
      .when(reported('notImproved', day(6)))
      .thenRaises({ type: 'SymptomsReported' }));
  test('of no symptoms gives a case without any no onset', () =>
    given(aCase(), diagnosed(day(2), false))
      .when(reported('symptomFree', day(6)))
      .thenRaises({ type: 'SymptomsReported' }));
  test('is welcome before the diagnosis and in hospital', () => {
    for (const earlier of [[suspected()], [...atHome, transferred()]]) {
      given(aCase(), ...earlier)
        .when(reported('improving', day(14)))
        .thenRaises({ type: 'SymptomsReported' });
    }
  });
  test.each([
    ['an unknown symptom', { symptoms: [{ code: 'hiccups' as 'fever' }] }, 'symptoms/code-unknown'],
    ['29.9 °C', { temperatureCelsius: 29.9 }, 'symptoms/temperature-impossible'],
    ['45.1 °C', { temperatureCelsius: 45.1 }, 'symptoms/temperature-impossible'],
    ['hours before now', { feverFreeForHours: -1 }, 'symptoms/hours-impossible'],
    ['a year and more', { feverFreeForHours: 9_601 }, 'symptoms/hours-impossible'],
  ])('cannot tell of %s', (_what, said, code) => {
    expect(() => SymptomReport.of({ course: 'improving', channel: 'staff', ...said })).toThrow(code);
  });
  test.each([30, 45])('may tell of %d °C', (temperatureCelsius) => {
    expect(SymptomReport.of({ course: 'improving', channel: 'staff', temperatureCelsius })).toMatchObject({
      temperatureCelsius,
    });
  });
});

describe('onset', () => {
  const asymptomatic = diagnosed(day(2), false);
  test('computed and entered are kept apart', () => {
    const one = caseAfter(asymptomatic, reported('notImproved', day(6)));
    expect(one.state).toMatchObject({ symptomatic: true, onset: { computed: '2026-03-07' } });
    given(one)
      .when(reported('improving', day(8), '2026-03-05'))
      .thenRaises(
        { type: 'SymptomsReported' },
        { type: 'SymptomsOccurred', basis: 'entered', dateOfSymptomOnset: '2026-03-05' },
      );
    expect(one.state.onset).toEqual({ computed: '2026-03-07', entered: '2026-03-05' });
  });
  test('is computed once: later reports move nothing', () =>
    given(aCase(), asymptomatic, reported('notImproved', day(6)))
      .when(reported('notImproved', day(8)))
      .thenRaises({ type: 'SymptomsReported' }));
  test('is computed by the day in Seoul', () =>
    given(aCase(), asymptomatic)
      .when(reported('improving', day(6).plusHours(13)))
      .thenRaises({ type: 'SymptomsReported' }, { basis: 'computed', dateOfSymptomOnset: '2026-03-08' }));
  test('entered anew is corrected, entered alike adds nothing', () => {
    given(aCase(), diagnosed())
      .when(reported('improving', day(6), '2026-03-02'))
      .thenRaises({ type: 'SymptomsReported' }, { basis: 'entered', dateOfSymptomOnset: '2026-03-02' });
    given(aCase(), diagnosed())
      .when(reported('improving', day(6), '2026-03-01'))
      .thenRaises({ type: 'SymptomsReported' });
  });
  test('may be entered with a report of no symptoms: they were there before', () => {
    const one = caseAfter(asymptomatic, reported('symptomFree', day(6), '2026-03-02'));
    expect(one.state).toMatchObject({ symptomatic: true, onset: { entered: '2026-03-02' } });
  });
});

describe('the clinical course', () => {
  test('keeps severities and treatments with their times', () => {
    const one = aCase();
    given(one, diagnosed())
      .when(courseRecorded({ severity: 'mild' }))
      .thenRaises({ type: 'ClinicalCourseRecorded', severity: 'mild' });
    given(one)
      .when(courseRecorded({ severity: 'critical', treatment: 'ecmo' }, day(6)))
      .thenRaises({ type: 'ClinicalCourseRecorded', severity: 'critical', treatment: 'ecmo' });
    expect(one.news.at(-2)).not.toHaveProperty('treatment');
    expect(one.state.severities).toEqual([
      { at: '2026-03-05T03:00:00Z', severity: 'mild' },
      { at: '2026-03-07T03:00:00Z', severity: 'critical' },
    ]);
    expect(one.state.treatments).toEqual([{ at: '2026-03-07T03:00:00Z', treatment: 'ecmo' }]);
  });
  test('of nothing is refused', () =>
    given(aCase(), diagnosed()).when(courseRecorded({})).thenRefused('case/nothing-recorded'));
});

describe('the medical history', () => {
  const history = {
    vaccinatedOn: ['2021-09-01', '2021-06-01'],
    riskFactors: ['diabetes', 'asthma', 'diabetes'],
  };
  const kept = { vaccinatedOn: ['2021-06-01', '2021-09-01'], riskFactors: ['asthma', 'diabetes'] };
  test('is kept in order', () => {
    const one = aCase();
    given(one, diagnosed())
      .when(historyRecorded(history))
      .thenRaises({ type: 'MedicalHistoryRecorded', ...kept });
    expect(one.state).toMatchObject(kept);
  });
  test('told alike, in whatever order, is quiet', () => {
    given(aCase(), diagnosed(), historyRecorded(history)).when(historyRecorded(kept)).thenQuiet();
    given(aCase(), diagnosed(), historyRecorded(history))
      .when(historyRecorded({ riskFactors: kept.riskFactors }))
      .thenQuiet();
  });
  test('told anew replaces what is told, and leaves the rest', () => {
    const one = caseAfter(diagnosed(), historyRecorded(history), historyRecorded({ vaccinatedOn: [] }));
    expect(one.state).toMatchObject({ vaccinatedOn: [], riskFactors: kept.riskFactors });
  });
  test('that there is none differs from nobody having asked', () => {
    expect(caseAfter(diagnosed()).state).not.toHaveProperty('vaccinatedOn');
    given(aCase(), diagnosed())
      .when(historyRecorded({ vaccinatedOn: [], riskFactors: [] }))
      .thenRaises({ vaccinatedOn: [], riskFactors: [] });
  });
  test('of nothing is refused', () =>
    given(aCase(), diagnosed()).when(historyRecorded({})).thenRefused('case/nothing-recorded'));
  test('with a dose to come is refused', () =>
    given(aCase(), diagnosed())
      .when(historyRecorded({ vaccinatedOn: ['2026-03-06'] }, day(4)))
      .thenRefused('date/in-the-future'));
  test.each(['', 'Diabetes', 'two words', '1st'])('knows no condition named "%s"', (code) => {
    expect(() => historyRecorded({ riskFactors: [code] })).toThrow('risk-factor/malformed');
  });
});

describe('the outcome', () => {
  test('is recorded of an open case and of a released one', () => {
    for (const earlier of [[diagnosed()], [...atHome, reported('improving'), checked(), released()]]) {
      const one = aCase();
      given(one, ...earlier)
        .when(ended('2026-03-12'))
        .thenRaises({ type: 'OutcomeRecorded', outcome: 'recovered', dateOfOutcome: '2026-03-12' });
      expect(one.state.outcome).toEqual({ outcome: 'recovered', on: '2026-03-12' });
    }
  });
  test('recorded alike is quiet; another day or outcome is not', () => {
    given(aCase(), diagnosed(), ended('2026-03-12'))
      .when(ended('2026-03-12', day(15)))
      .thenQuiet();
    given(aCase(), diagnosed(), ended('2026-03-12'))
      .when(ended('2026-03-13'))
      .thenRaises({ type: 'OutcomeRecorded', dateOfOutcome: '2026-03-13' });
    given(aCase(), diagnosed(), ended('2026-03-12'))
      .when(ended('2026-03-12', day(13), 'unknown'))
      .thenRaises({ type: 'OutcomeRecorded', outcome: 'unknown' });
  });
  test('may fall on the day of the confirmation, not before', () => {
    given(aCase(), diagnosed()).when(ended('2026-03-03')).thenRaises({ type: 'OutcomeRecorded' });
    given(aCase(), diagnosed()).when(ended('2026-03-02')).thenRefused('period/ends-before-start');
  });
  test('to come is refused', () =>
    given(aCase(), diagnosed())
      .when(ended('2026-03-15', day(13)))
      .thenRefused('date/in-the-future'));
  test('of somebody who never had the disease is refused', () => {
    given(aCase(), suspected()).when(ended('2026-03-12')).thenRefused('case/diagnosis-unconfirmed');
    given(aCase(), ...closed)
      .when(ended('2026-03-12'))
      .thenRefused('case/diagnosis-unconfirmed');
  });
  test('of the dead stands; a death overrides what was recorded', () => {
    given(aCase(), diagnosed(), died('2026-03-12'))
      .when(ended('2026-03-13', day(14)))
      .thenRefused('case/already-closed');
    const one = caseAfter(diagnosed(), ended('2026-03-11'), died('2026-03-12'));
    expect(one.state.outcome).toEqual({ outcome: 'deceased', on: '2026-03-12' });
  });
});

describe('a closed case takes nothing of this', () => {
  test.each([
    told({ course: 'improving' }, day(14)),
    courseRecorded({ severity: 'mild' }, day(14)),
    historyRecorded({ vaccinatedOn: [] }, day(14)),
    tiered('intensive', day(14)),
    chosen('kr-covid-19/2022-03-16/1', day(14)),
  ])('$type', (command) =>
    given(aCase(), ...closed)
      .when(command)
      .thenRefused('case/already-closed'),
  );
});
