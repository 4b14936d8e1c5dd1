import { expect, test } from '@jest/globals';
import type { HistoryInput } from '../../../domain/protocol/evaluation/history.schema.ts';
import { criterionOf, inShort, judged, kst } from '../../support/evaluation-fixtures.ts';

const days = (anchor: string, more: object = {}) => ({
  minimum: [{ anchor, anchorDayIs: 0, endDay: 10, endTime: '24:00', ...more }],
});
const ONSET = { dateOfSymptomOnset: '2020-07-01' };

test.each([
  { anchorDayIs: 0, endTime: '24:00', last: '2020-07-11', ends: '2020-07-11T15:00:00Z' },
  { anchorDayIs: 1, endTime: '24:00', last: '2020-07-10', ends: '2020-07-10T15:00:00Z' },
  { anchorDayIs: 0, endTime: '12:00', last: '2020-07-11', ends: '2020-07-11T03:00:00Z' },
  { anchorDayIs: 1, endTime: '12:00', last: '2020-07-10', ends: '2020-07-10T03:00:00Z' },
])('ten days from onset, anchor day $anchorDayIs, to $endTime', ({ last, ends, ...count }) => {
  const end = Date.parse(ends);
  const before = judged(days('onset', count), ONSET, end - 1);
  expect(before).toEqual({
    verdict: 'keep',
    because: 'period-running',
    track: 'track-0',
    missing: [],
    nextAt: ends,
    tracks: [
      {
        track: 'track-0',
        applies: 'met',
        met: false,
        criteria: [
          {
            criterion: 'minimum',
            met: 'notMet',
            facts: {
              anchor: 'onset',
              anchorDayIs: count.anchorDayIs,
              endDay: 10,
              anchorDay: '2020-07-01',
              lastDay: last,
              endsAt: ends,
            },
          },
        ],
      },
    ],
  });
  const after = judged(days('onset', count), ONSET, end);
  expect(inShort(after)).toBe('release track-met track-0');
  expect(after).toMatchObject({ missing: [], tracks: [{ met: true, criteria: [{ met: 'met' }] }] });
  expect(after.nextAt).toBeUndefined();
});

test.each([
  { anchorDayIs: 0, endDay: 0, ends: '2020-07-02 00:00:00' },
  { anchorDayIs: 1, endDay: 1, ends: '2020-07-02 00:00:00' },
])('a period of the anchor day alone ends with it: $anchorDayIs', ({ ends, ...count }) => {
  expect(inShort(judged(days('onset', count), ONSET, kst(ends) - 1))).toBe('keep period-running track-0');
  expect(inShort(judged(days('onset', count), ONSET, kst(ends)))).toBe('release track-met track-0');
});

test('across 29 February and the end of a month', () => {
  const leap = { dateOfSymptomOnset: '2024-02-25' };
  expect(judged(days('onset', { endDay: 5 }), leap, kst('2024-02-28')).nextAt).toBe('2024-03-01T15:00:00Z');
  const common = { dateOfSymptomOnset: '2023-02-25' };
  expect(judged(days('onset', { endDay: 5 }), common, kst('2023-02-28')).nextAt).toBe('2023-03-02T15:00:00Z');
});

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
        { firstContact: '2020-07-02', lastContact: '2020-07-09' },
        { lastContact: '2020-07-01' },
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
        track: 'track-0',
        missing: [anchor],
      });
    } else {
      expect(minimum).toMatchObject({ met: 'notMet', facts: { anchor, anchorDay: day } });
      expect(verdict.nextAt).toBe('2020-07-11T15:00:00Z');
    }
  },
);

test('orElse counts only while the anchor is not known', () => {
  const count = days('onset', { orElse: 'confirmed' });
  const confirmed = { confirmedAt: '2020-07-03T10:00:00+09:00' };
  const at = kst('2020-07-04');
  expect(criterionOf(judged(count, confirmed, at), 'minimum')?.facts).toMatchObject({
    anchor: 'confirmed',
    anchorDay: '2020-07-03',
  });
  expect(criterionOf(judged(count, { ...confirmed, ...ONSET }, at), 'minimum')?.facts).toMatchObject({
    anchor: 'onset',
    anchorDay: '2020-07-01',
  });
  expect(judged(count, {}, at)).toMatchObject({ because: 'facts-missing', missing: ['onset'] });
});

test('of several periods the last to end counts', () => {
  const track = {
    minimum: [
      { anchor: 'onset', anchorDayIs: 0, endDay: 10, endTime: '24:00' },
      { anchor: 'confirmed', anchorDayIs: 0, endDay: 3, endTime: '24:00' },
    ],
  };
  const known = { ...ONSET, confirmedAt: '2020-07-09T10:00:00+09:00' };
  expect(judged(track, known, kst('2020-07-10')).nextAt).toBe('2020-07-12T15:00:00Z');
  expect(inShort(judged(track, known, kst('2020-07-13') - 1))).toBe('keep period-running track-0');
  expect(inShort(judged(track, known, kst('2020-07-13')))).toBe('release track-met track-0');
});
