import { expect, test } from '@jest/globals';
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
