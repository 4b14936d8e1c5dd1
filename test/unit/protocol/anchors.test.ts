import { expect, test } from '@jest/globals';
import type { HistoryInput } from '../../../domain/protocol/evaluation/history.schema.ts';
import { criterionOf, HOUR, judged, kst } from '../../support/evaluation-fixtures.ts';

const days = (anchor: string) => ({
  minimum: [{ anchor, anchorDayIs: 0, endDay: 10, endTime: '24:00' }],
});
const DAY = 24 * HOUR;
const ONSET = { dateOfSymptomOnset: '2020-07-01' };

const positive = (collectedAt: string, more: object = {}) => ({
  collectedAt,
  result: 'positive' as const,
  ...more,
});
/** Every history's anchor day is 1 July 2020 unless the row says otherwise. */
const ANCHORS: readonly (readonly [string, string, Partial<HistoryInput>, string | undefined])[] = [
  ['onset', 'the day entered', ONSET, '2020-07-01'],
  ['onset', 'not entered', { symptomatic: true }, undefined],
  ['confirmed', 'the day in Seoul, not in UTC', { confirmedAt: '2020-06-30T15:00:00Z' }, '2020-07-01'],
  [
    'confirmed',
    'a millisecond before midnight',
    { confirmedAt: '2020-07-01T23:59:59.999+09:00' },
    '2020-07-01',
  ],
  ['confirmed', 'not yet', {}, undefined],
  [
    'specimen',
    'as entered, whatever the tests say',
    { specimenCollectedOn: '2020-07-01', tests: [positive('2020-06-20T10:00:00+09:00')] },
    '2020-07-01',
  ],
  [
    'specimen',
    'the latest positive before the confirmation',
    {
      confirmedAt: '2020-07-02T10:00:00+09:00',
      tests: [
        positive('2020-06-28T10:00:00+09:00'),
        positive('2020-07-01T10:00:00+09:00'),
        positive('2020-07-03T10:00:00+09:00'),
        { collectedAt: '2020-07-02T09:00:00+09:00', result: 'negative' },
        positive('2020-07-02T08:00:00+09:00', { purpose: 'release' }),
      ],
    },
    '2020-07-01',
  ],
  [
    'specimen',
    'collected at the moment of confirmation',
    { confirmedAt: '2020-07-01T10:00:00+09:00', tests: [positive('2020-07-01T10:00:00+09:00')] },
    '2020-07-01',
  ],
  [
    'specimen',
    'collected a millisecond after the confirmation',
    { confirmedAt: '2020-07-01T10:00:00+09:00', tests: [positive('2020-07-01T10:00:00.001+09:00')] },
    undefined,
  ],
  [
    'specimen',
    'not confirmed: the latest positive',
    { tests: [positive('2020-07-01T10:00:00+09:00')] },
    '2020-07-01',
  ],
  ['specimen', 'no tests known', {}, undefined],
  [
    'firstContact',
    'the earliest',
    {
      exposures: [
        { firstContact: '2020-07-01', lastContact: '2020-07-04' },
        { lastContact: '2020-07-02' },
        { firstContact: '2020-07-03', lastContact: '2020-07-03' },
      ],
    },
    '2020-07-01',
  ],
  [
    'lastContact',
    'the latest',
    {
      exposures: [
        { firstContact: '2020-06-01', lastContact: '2020-06-09' },
        { lastContact: '2020-07-01' },
        { lastContact: '2020-06-20' },
      ],
    },
    '2020-07-01',
  ],
  ['lastContact', 'no exposure', { exposures: [] }, undefined],
  ['firstContact', 'exposures not known', {}, undefined],
  ['lastContact', 'exposures not known', {}, undefined],
  ['lastContact', 'today', { exposures: [{ lastContact: '2020-07-05' }] }, '2020-07-05'],
  ['lastContact', 'tomorrow', { exposures: [{ lastContact: '2020-07-06' }] }, undefined],
  [
    'firstContact',
    'entered the wrong way round',
    { exposures: [{ firstContact: '2020-07-03', lastContact: '2020-07-01' }] },
    '2020-07-01',
  ],
  ['arrival', 'the day entered', { arrivedOn: '2020-07-01' }, '2020-07-01'],
  ['arrival', 'none', {}, undefined],
  ['isolationStarted', 'the day entered', { isolationStartedOn: '2020-07-01' }, '2020-07-01'],
  ['isolationStarted', 'none', {}, undefined],
  [
    'symptomsEnded',
    'as entered, whatever the reports say',
    {
      symptomsEndedOn: '2020-07-01',
      reports: [{ at: '2020-07-03T10:00:00+09:00', course: 'symptomFree' }],
    },
    '2020-07-01',
  ],
  [
    'symptomsEnded',
    'the first of the latest reports without symptoms',
    {
      reports: [
        { at: '2020-06-28T10:00:00+09:00', course: 'symptomFree' },
        { at: '2020-06-29T10:00:00+09:00', course: 'improving' },
        { at: '2020-06-30T10:00:00+09:00', temperatureCelsius: 36.5 },
        { at: '2020-07-01T00:00:00+09:00', course: 'symptomFree' },
        { at: '2020-07-02T10:00:00+09:00', course: 'symptomFree' },
      ],
    },
    '2020-07-01',
  ],
  [
    'symptomsEnded',
    'still ill',
    { reports: [{ at: '2020-07-01T00:00:00+09:00', course: 'notImproved' }] },
    undefined,
  ],
  ['symptomsEnded', 'no reports known', {}, undefined],
  [
    'discharged',
    'the end of the last stay',
    {
      stays: [
        { from: '2020-06-30T10:00:00+09:00', until: '2020-07-01T23:59:59+09:00' },
        { from: '2020-06-01T10:00:00+09:00', until: '2020-06-09T10:00:00+09:00' },
      ],
    },
    '2020-07-01',
  ],
  [
    'discharged',
    'in hospital still',
    {
      stays: [
        { from: '2020-06-30T10:00:00+09:00' },
        { from: '2020-06-01T10:00:00+09:00', until: '2020-06-09T10:00:00+09:00' },
      ],
    },
    undefined,
  ],
  ['discharged', 'never in hospital', { stays: [] }, undefined],
  ['discharged', 'not known', {}, undefined],
  [
    'sourceCaseReleased',
    'the last of them',
    {
      exposures: [
        { lastContact: '2020-06-20', sourceCaseReleasedAt: '2020-06-30T10:00:00+09:00' },
        { lastContact: '2020-06-20', sourceCaseReleasedAt: '2020-07-01T10:00:00+09:00' },
      ],
    },
    '2020-07-01',
  ],
  [
    'sourceCaseReleased',
    'one is not yet released',
    {
      exposures: [
        { lastContact: '2020-06-20', sourceCaseReleasedAt: '2020-07-01T10:00:00+09:00' },
        { lastContact: '2020-06-20' },
      ],
    },
    undefined,
  ],
  ['sourceCaseReleased', 'no exposure', { exposures: [] }, undefined],
];

test.each(ANCHORS.map(([anchor, what, known, day]) => ({ anchor, what, known, day })))(
  'anchor $anchor: $what',
  ({ anchor, known, day }) => {
    const verdict = judged(days(anchor), known, kst('2020-07-05 12:00:00'));
    const minimum = criterionOf(verdict, 'minimum');
    if (day === undefined) {
      expect(minimum).toEqual({
        criterion: 'minimum',
        met: 'unknown',
        facts: { anchor, anchorDayIs: 0, endDay: 10 },
      });
      expect(verdict).toMatchObject({
        verdict: 'decideByPerson',
        because: 'facts-missing',
        missing: [anchor],
      });
      expect(verdict.track).toBeUndefined();
    } else {
      expect(minimum).toMatchObject({ met: 'notMet', facts: { anchor, anchorDay: day } });
      expect(verdict.nextAt).toBe(new Date(kst(day) + 11 * DAY).toISOString().replace('.000', ''));
    }
  },
);
