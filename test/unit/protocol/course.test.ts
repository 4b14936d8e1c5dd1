import { expect, test } from '@jest/globals';
import { criterionOf, hour, HOUR, inShort, judged, kst } from '../../support/evaluation-fixtures.ts';

const at = (hours: number): number => kst('2020-07-01') + hours * HOUR;
const told = (course: 'symptomFree' | 'improving' | 'notImproved', hours = 0) => ({
  at: hour(hours),
  course,
});

test.each([
  { wanted: 'improving', course: 'symptomFree', met: 'met' },
  { wanted: 'improving', course: 'improving', met: 'met' },
  { wanted: 'improving', course: 'notImproved', met: 'notMet' },
  { wanted: 'symptomFree', course: 'symptomFree', met: 'met' },
  { wanted: 'symptomFree', course: 'improving', met: 'notMet' },
  { wanted: 'symptomFree', course: 'notImproved', met: 'notMet' },
] as const)('wanted $wanted, reported $course: $met', ({ wanted, course, met }) => {
  const verdict = judged({ course: wanted }, { reports: [told(course)] }, at(1));
  expect(criterionOf(verdict, 'course')).toEqual({
    criterion: 'course',
    met,
    facts: { wanted, course, reportedAt: '2020-06-30T15:00:00Z' },
  });
  expect(inShort(verdict)).toBe(
    met === 'met' ? 'release track-met track-0' : 'decideByPerson not-improving track-0',
  );
  expect(verdict.missing).toEqual([]);
});

test('any course is no criterion', () => {
  const verdict = judged({ course: 'any' }, {}, at(1));
  expect(verdict).toMatchObject({ verdict: 'release', tracks: [{ criteria: [] }] });
});

test.each([
  { what: 'no report', reports: [] },
  { what: 'reports not known', reports: undefined },
  { what: 'a report without a course', reports: [{ at: hour(0), temperatureCelsius: 36.5 }] },
  { what: 'a report of later', reports: [told('symptomFree', 2)] },
])('nobody knows the course: $what', ({ reports }) => {
  const verdict = judged({ course: 'improving' }, reports === undefined ? {} : { reports }, at(1));
  expect(verdict).toMatchObject({ because: 'facts-missing', track: 'track-0', missing: ['course'] });
  expect(criterionOf(verdict, 'course')).toEqual({
    criterion: 'course',
    met: 'unknown',
    facts: { wanted: 'improving', course: null, reportedAt: null },
  });
});

test('the latest report with a course counts; of the same moment, the worst', () => {
  const reports = [
    told('notImproved', 3),
    told('symptomFree', 3),
    told('improving', 3),
    told('symptomFree', 1),
    { at: hour(4), temperatureCelsius: 36 },
  ];
  expect(criterionOf(judged({ course: 'improving' }, { reports }, at(5)), 'course')?.facts).toMatchObject({
    course: 'notImproved',
    reportedAt: '2020-06-30T18:00:00Z',
  });
});

test('a report counts from its own moment on', () => {
  const track = { course: 'symptomFree' };
  const reports = [told('symptomFree', 2)];
  expect(inShort(judged(track, { reports }, at(2) - 1))).toBe('decideByPerson facts-missing track-0');
  expect(inShort(judged(track, { reports }, at(2)))).toBe('release track-met track-0');
});

test('a report that led to a verdict does not tell how the patient is now', () => {
  const track = { course: 'improving' };
  const reports = [told('notImproved', 2)];
  const says = (judgedUntil: string, now = at(3)): string =>
    inShort(judged(track, { reports, judgedUntil }, now, { maximumRetests: 3 }));
  expect(says(hour(2))).toBe('decideByPerson facts-missing track-0');
  expect(says('2020-06-30T16:59:59.999Z')).toBe('retest not-improving track-0');
  expect(says(hour(3), at(3) - 1)).toBe('retest not-improving track-0');
  expect(says(hour(3), at(3))).toBe('decideByPerson facts-missing track-0');
});

test('a stale course is no course', () => {
  const basis = { reportIsFreshForHours: 24 };
  const known = { reports: [told('improving', 0)] };
  const fresh = judged({ course: 'improving' }, known, at(24), { basis });
  expect(fresh).toMatchObject({ verdict: 'release', nextAt: '2020-07-01T15:00:00.001Z' });
  const stale = judged({ course: 'improving' }, known, at(24) + 1, { basis });
  expect(stale).toMatchObject({ because: 'facts-missing', missing: ['course'] });
});

test('a time track orders tests while the patient is no better, until the rounds are used up', () => {
  const reports = [told('notImproved')];
  const says = (maximumRetests: number, retests?: number): string =>
    inShort(
      judged({ course: 'improving' }, { reports, ...(retests === undefined ? {} : { retests }) }, at(1), {
        maximumRetests,
      }),
    );
  expect(says(3)).toBe('retest not-improving track-0');
  expect(says(3, 2)).toBe('retest not-improving track-0');
  expect(says(3, 3)).toBe('decideByPerson rounds-used-up track-0');
  expect(says(3, 4)).toBe('decideByPerson rounds-used-up track-0');
  expect(says(0)).toBe('decideByPerson rounds-used-up track-0');
});

test('before the period is over nobody asks whether the patient is better', () => {
  const track = {
    course: 'improving',
    minimum: [{ anchor: 'onset', anchorDayIs: 0, endDay: 10, endTime: '24:00' }],
  };
  const known = { dateOfSymptomOnset: '2020-07-01', reports: [told('notImproved', 200)] };
  const end = kst('2020-07-12');
  expect(inShort(judged(track, known, end - 1, { maximumRetests: 3 }))).toBe('keep period-running track-0');
  const after = judged(track, known, end, { maximumRetests: 3 });
  expect(inShort(after)).toBe('retest not-improving track-0');
  expect(after.missing).toEqual([]);
});

test('free of symptoms for so many hours, to the millisecond', () => {
  const track = { symptomFreeHours: 24 };
  const reports = [told('improving', 0), told('symptomFree', 2), told('symptomFree', 20)];
  const before = judged(track, { reports }, at(26) - 1);
  expect(before).toMatchObject({
    verdict: 'keep',
    because: 'period-running',
    missing: [],
    nextAt: '2020-07-01T17:00:00Z',
  });
  expect(criterionOf(before, 'symptomFreeHours')).toEqual({
    criterion: 'symptomFreeHours',
    met: 'notMet',
    facts: { symptomFreeHours: 24, since: '2020-06-30T17:00:00Z', endsAt: '2020-07-01T17:00:00Z' },
  });
  const after = judged(track, { reports }, at(26));
  expect(inShort(after)).toBe('release track-met track-0');
  expect(criterionOf(after, 'symptomFreeHours')?.met).toBe('met');
});

test('a report that says nothing of the course does not end a time without symptoms', () => {
  const reports = [told('symptomFree', 0), { at: hour(10), temperatureCelsius: 36 }, told('symptomFree', 20)];
  const verdict = judged({ symptomFreeHours: 24 }, { reports }, at(21));
  expect(criterionOf(verdict, 'symptomFreeHours')?.facts).toMatchObject({ since: '2020-06-30T15:00:00Z' });
});

test('a verdict was given, though no report is left that it came from', () => {
  const verdict = judged({ course: 'improving' }, { judgedUntil: hour(0) }, at(1));
  expect(verdict).toMatchObject({ because: 'facts-missing', missing: ['course'] });
});

test('symptoms are there, not known, or were last told of too long ago', () => {
  const track = { symptomFreeHours: 24 };
  const ill = judged(track, { reports: [told('symptomFree', 0), told('improving', 2)] }, at(30));
  expect(inShort(ill)).toBe('decideByPerson not-improving track-0');
  expect(criterionOf(ill, 'symptomFreeHours')).toMatchObject({
    met: 'notMet',
    facts: { since: null, endsAt: null },
  });
  const unknown = judged(track, { reports: [{ at: hour(0), temperatureCelsius: 36 }] }, at(30));
  expect(unknown).toMatchObject({ because: 'facts-missing', track: 'track-0', missing: ['course'] });
  expect(criterionOf(unknown, 'symptomFreeHours')).toMatchObject({ met: 'unknown', facts: { since: null } });
  const basis = { reportIsFreshForHours: 24 };
  const known = { reports: [told('symptomFree', 0)] };
  expect(inShort(judged(track, known, at(24), { basis }))).toBe('release track-met track-0');
  expect(inShort(judged(track, known, at(24) + 1, { basis }))).toBe('decideByPerson facts-missing track-0');
});
