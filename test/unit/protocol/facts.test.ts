import { expect, test } from '@jest/globals';
import type { HistoryInput } from '../../../domain/protocol/evaluation/history.schema.ts';
import type { FactValue } from '../../../domain/protocol/evaluation/conditions.ts';
import { FactsAt } from '../../../domain/protocol/evaluation/facts.ts';
import { knownAt } from '../../../domain/protocol/evaluation/known.ts';
import type { Anchor } from '../../../domain/protocol/language/day-count.schema.ts';
import { dayOf } from '../../../domain/shared-kernel/calendar.ts';
import { aHistory, kst } from '../../support/evaluation-fixtures.ts';

const AT = kst('2020-07-10 12:00:00');
const NOW = '2020-07-10T12:00:00+09:00';
const LATER = '2020-07-10T12:00:00.001+09:00';
const EARLIER = '2020-07-09T12:00:00+09:00';
const valueOf = (fact: string, known: Partial<HistoryInput>, asOf?: Anchor): FactValue | undefined =>
  new FactsAt(knownAt(aHistory(known), AT), dayOf(AT)).valueOf(fact, asOf);

const exposure = (lastContact: string, grade?: string, more: object = {}) => ({
  lastContact,
  ...(grade === undefined ? {} : { grade }),
  ...more,
});

test.each<readonly [string, FactValue | undefined, Partial<HistoryInput>]>([
  ['symptomatic', undefined, {}],
  ['symptomatic', true, { symptomatic: true }],
  ['symptomatic', false, { symptomatic: false }],
  ['symptomatic', true, { dateOfSymptomOnset: '2020-07-10' }],
  ['symptomatic', undefined, { dateOfSymptomOnset: '2020-07-11' }],
  ['symptomatic', true, { symptomatic: false, dateOfSymptomOnset: '2020-07-10' }],
  ['symptomatic', true, { symptomatic: false, reports: [{ at: NOW, course: 'improving' }] }],
  ['symptomatic', true, { symptomatic: false, reports: [{ at: NOW, course: 'notImproved' }] }],
  [
    'symptomatic',
    true,
    {
      reports: [
        { at: NOW, symptoms: ['cough'] },
        { at: EARLIER, symptoms: [] },
      ],
    },
  ],
  ['symptomatic', false, { symptomatic: false, reports: [{ at: LATER, course: 'improving' }] }],
  ['symptomatic', false, { reports: [{ at: NOW, course: 'symptomFree' }, { at: EARLIER }] }],
  ['symptomatic', undefined, { reports: [{ at: NOW, symptoms: [] }] }],
  ['symptomatic', undefined, { reports: [] }],
  ['course', undefined, {}],
  [
    'course',
    'improving',
    {
      reports: [
        { at: NOW, course: 'improving' },
        { at: EARLIER, course: 'symptomFree' },
      ],
    },
  ],
  ['symptoms', undefined, {}],
  [
    'symptoms',
    ['cough'],
    {
      reports: [
        { at: NOW, symptoms: ['cough'] },
        { at: EARLIER, symptoms: ['fever'] },
      ],
    },
  ],
  ['severity', undefined, { severities: [] }],
  [
    'severity',
    'mild',
    {
      severities: [
        { at: NOW, severity: 'mild' },
        { at: EARLIER, severity: 'severe' },
        { at: LATER, severity: 'critical' },
      ],
    },
  ],
  [
    'severity',
    'severe',
    {
      severities: [
        { at: NOW, severity: 'severe' },
        { at: NOW, severity: 'mild' },
      ],
    },
  ],
  ['severity', undefined, {}],
  ['worstSeverity', undefined, {}],
  ['worstSeverity', undefined, { severities: [] }],
  [
    'worstSeverity',
    'severe',
    {
      severities: [
        { at: EARLIER, severity: 'mild' },
        { at: EARLIER, severity: 'severe' },
        { at: NOW, severity: 'moderate' },
      ],
    },
  ],
  [
    'worstSeverity',
    'mild',
    {
      severities: [
        { at: NOW, severity: 'asymptomatic' },
        { at: EARLIER, severity: 'mild' },
      ],
    },
  ],
  ['everCritical', undefined, {}],
  ['everCritical', false, { treatments: [] }],
  ['everCritical', false, { severities: [] }],
  ['everCritical', true, { severities: [{ at: NOW, severity: 'critical' }], treatments: [] }],
  ['everCritical', true, { severities: [], treatments: [{ at: NOW, treatment: 'ecmo' }] }],
  [
    'everCritical',
    true,
    {
      treatments: [
        { at: NOW, treatment: 'other' },
        { at: NOW, treatment: 'highFlowOxygen' },
      ],
    },
  ],
  ['everCritical', true, { treatments: [{ at: NOW, treatment: 'ventilator' }] }],
  ['everCritical', true, { treatments: [{ at: NOW, treatment: 'crrt' }] }],
  ['everCritical', false, { treatments: [{ at: NOW, treatment: 'other' }] }],
  ['everCritical', false, { treatments: [{ at: LATER, treatment: 'ecmo' }] }],
  ['inPatient', undefined, {}],
  ['inPatient', false, { stays: [] }],
  ['inPatient', true, { stays: [{ from: NOW }, { from: EARLIER, until: EARLIER }] }],
  ['inPatient', true, { stays: [{ from: EARLIER, until: LATER }] }],
  ['inPatient', false, { stays: [{ from: EARLIER, until: NOW }] }],
  ['inPatient', false, { stays: [{ from: LATER }] }],
  ['everInPatient', undefined, {}],
  ['everInPatient', false, { stays: [] }],
  ['everInPatient', true, { stays: [{ from: EARLIER, until: NOW }] }],
  ['age', 40, { age: 40 }],
  ['doses', undefined, {}],
  ['doses', 2, { vaccinations: [{ on: '2020-07-10' }, { on: '2020-01-10' }, { on: '2020-07-11' }] }],
  ['daysSinceLastDose', 0, { vaccinations: [{ on: '2020-07-10' }, { on: '2020-01-10' }] }],
  ['riskFactors', ['diabetes'], { riskFactors: ['diabetes'] }],
  ['hadDiseaseBefore', false, { hadDiseaseBefore: false }],
  ['exposureSettings', undefined, {}],
  [
    'exposureSettings',
    ['school'],
    { exposures: [exposure('2020-07-01'), exposure('2020-07-01', 'a', { setting: 'school' })] },
  ],
  ['exposureGrade', undefined, {}],
  ['exposureGrade', 'a', { exposures: [exposure('2020-07-01', 'a')] }],
  ['exposureGrade', undefined, { exposures: [exposure('2020-07-01')] }],
  [
    'exposureGrade',
    'a',
    { exposures: [exposure('2020-07-02', 'a'), exposure('2020-07-01', 'b'), exposure('2020-07-03')] },
  ],
  ['exposureGrade', 'a', { exposures: [exposure('2020-07-01', 'b'), exposure('2020-07-02', 'a')] }],
  ['exposureGrade', 'b', { exposures: [exposure('2020-07-01', 'b'), exposure('2020-07-01', 'a')] }],
  ['exposureGrade', 'b', { exposures: [exposure('2020-07-01', 'a'), exposure('2020-07-01', 'b')] }],
  ['confirmedOn', undefined, {}],
  ['confirmedOn', '2020-07-10', { confirmedAt: '2020-07-09T15:00:00Z' }],
  ['onsetOn', undefined, {}],
  ['onsetOn', '2020-07-10', { dateOfSymptomOnset: '2020-07-10' }],
  ['isolationStartedOn', '2020-07-09', { isolationStartedOn: '2020-07-09' }],
  ['daysSinceArrival', 3, { arrivedOn: '2020-07-07' }],
  ['daysSinceLastContact', undefined, { exposures: [] }],
  ['daysSinceLastContact', 3, { exposures: [exposure('2020-07-07'), exposure('2020-07-02')] }],
  ['exposureGrades', undefined, {}],
  [
    'exposureGrades',
    ['b', 'a'],
    { exposures: [exposure('2020-07-01', 'b'), exposure('2020-07-01'), exposure('2020-07-02', 'a')] },
  ],
  ['exposureGrades', [], { exposures: [] }],
  ['exposureGrades', undefined, { exposures: [exposure('2020-07-01')] }],
  ['firstSourceCaseReleased', undefined, {}],
  ['firstSourceCaseReleased', undefined, { exposures: [] }],
  [
    'firstSourceCaseReleased',
    true,
    { exposures: [exposure('2020-07-02'), exposure('2020-07-01', 'a', { sourceCaseReleasedAt: NOW })] },
  ],
  [
    'firstSourceCaseReleased',
    false,
    { exposures: [exposure('2020-07-01'), exposure('2020-07-02', 'a', { sourceCaseReleasedAt: NOW })] },
  ],
  [
    'firstSourceCaseReleased',
    false,
    { exposures: [exposure('2020-07-01'), exposure('2020-07-01', 'a', { sourceCaseReleasedAt: NOW })] },
  ],
  [
    'firstSourceCaseReleased',
    false,
    { exposures: [exposure('2020-07-01', 'a', { sourceCaseReleasedAt: LATER })] },
  ],
  ['arrival', false, {}],
  ['arrival', true, { arrivedOn: '2020-07-10' }],
  ['arrival', false, { arrivedOn: '2020-07-11' }],
  ['sourceCaseReleased', false, {}],
  ['sourceCaseReleased', true, { exposures: [exposure('2020-07-01', 'a', { sourceCaseReleasedAt: NOW })] }],
  [
    'sourceCaseReleased',
    false,
    { exposures: [exposure('2020-07-01', 'a', { sourceCaseReleasedAt: LATER })] },
  ],
  ['everTestedPositive', undefined, {}],
  ['everTestedPositive', false, { tests: [] }],
  [
    'everTestedPositive',
    true,
    {
      tests: [
        { collectedAt: NOW, result: 'positive' },
        { collectedAt: EARLIER, result: 'negative' },
      ],
    },
  ],
  ['everTestedPositive', false, { tests: [{ collectedAt: NOW, result: 'negative' }] }],
  ['everTestedPositive', false, { tests: [{ collectedAt: LATER, resultedAt: NOW, result: 'positive' }] }],
  ['everTestedPositive', false, { tests: [{ collectedAt: NOW, resultedAt: LATER, result: 'positive' }] }],
  ['ward', 'b-7', { attributes: { ward: 'b-7' } }],
  ['ward', undefined, { attributes: {} }],
  ['ward', undefined, {}],
  ['toString', undefined, { attributes: {} }],
  ['constructor', undefined, {}],
  ['age', undefined, { attributes: { age: 99 } }],
])('%s is %j', (fact, expected, known) => {
  expect(valueOf(fact, known)).toEqual(expected);
});

const DOSED = { vaccinations: ['2020-06-01', '2020-07-05', '2020-05-01'].map((on) => ({ on })) };
test.each<readonly [string, FactValue | undefined, Partial<HistoryInput>]>([
  ['doses', 2, { confirmedAt: '2020-07-04T23:59:59.999+09:00' }],
  ['doses', 3, { confirmedAt: '2020-07-05T00:00:00+09:00' }],
  ['daysSinceLastDose', 33, { confirmedAt: '2020-07-04T10:00:00+09:00' }],
  ['daysSinceLastDose', 0, { confirmedAt: '2020-07-05T10:00:00+09:00' }],
  ['daysSinceLastDose', undefined, { confirmedAt: '2020-04-05T10:00:00+09:00' }],
  ['doses', 0, { confirmedAt: '2020-04-05T10:00:00+09:00' }],
  ['doses', undefined, {}],
])('as of the confirmation %s is %j', (fact, expected, known) => {
  expect(valueOf(fact, { ...DOSED, ...known }, 'confirmed')).toEqual(expected);
});
