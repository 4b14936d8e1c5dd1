import { expect, test } from '@jest/globals';
import { criterionOf, hour, HOUR, inShort, judged, kst } from '../../support/evaluation-fixtures.ts';

const START = kst('2020-07-01');
const at = (hours: number): number => START + hours * HOUR;
const TRACK = { feverFreeHours: 24 };
const FEVER = { at: hour(0), symptoms: ['cough', 'fever'] };
/** Said ten hours after the fever: none in these ten hours. */
const CLEAR = { at: hour(10), symptoms: [], feverFreeForHours: 10 };

test('24 hours after the last fever, to the millisecond', () => {
  const known = { reports: [FEVER, CLEAR] };
  const before = judged(TRACK, known, at(24) - 1);
  expect(before).toMatchObject({
    verdict: 'keep',
    because: 'fever',
    track: 'track-0',
    missing: [],
    nextAt: '2020-07-01T15:00:00Z',
  });
  expect(criterionOf(before, 'feverFreeHours')).toEqual({
    criterion: 'feverFreeHours',
    met: 'notMet',
    facts: {
      feverFreeHours: 24,
      withoutAntipyretic: false,
      lastFeverAt: '2020-06-30T15:00:00Z',
      lastReportWithoutFeverAt: '2020-07-01T01:00:00Z',
      endsAt: '2020-07-01T15:00:00Z',
    },
  });
  const after = judged(TRACK, known, at(24));
  expect(inShort(after)).toBe('release track-met track-0');
  expect(criterionOf(after, 'feverFreeHours')?.met).toBe('met');
});

test('where no fever was ever reported, reports cover the hours: those they speak of, and what follows', () => {
  const known = {
    reports: [
      { at: hour(10), symptoms: [] },
      { at: hour(30), symptoms: [] },
    ],
  };
  const before = judged(TRACK, known, at(34) - 1);
  expect(before).toMatchObject({
    because: 'facts-missing',
    missing: ['temperature'],
    nextAt: '2020-07-02T01:00:00Z',
  });
  expect(criterionOf(before, 'feverFreeHours')).toMatchObject({
    met: 'unknown',
    facts: { lastReportWithoutFeverAt: '2020-07-01T21:00:00Z', endsAt: null },
  });
  expect(inShort(judged(TRACK, known, at(34)))).toBe('release track-met track-0');
  const withFever = judged(TRACK, { reports: [FEVER, ...known.reports] }, at(24));
  expect(inShort(withFever)).toBe('release track-met track-0');
});

test('a fraction of an hour is a whole number of milliseconds', () => {
  const known = { reports: [{ at: hour(0), symptoms: ['fever'] }] };
  expect(judged({ feverFreeHours: 1 / 7 }, known, at(0)).nextAt).toBe('2020-06-30T15:08:34.286Z');
});

test('fever half an hour after the hour, and half hours as a length', () => {
  const known = { reports: [{ at: hour(0.5), symptoms: ['fever'] }, CLEAR] };
  expect(judged({ feverFreeHours: 12.5 }, known, at(11)).nextAt).toBe('2020-07-01T04:00:00Z');
});

test('the wait is over, but nobody has said that the fever is gone', () => {
  const verdict = judged(TRACK, { reports: [FEVER] }, at(24));
  expect(verdict).toMatchObject({
    verdict: 'decideByPerson',
    because: 'facts-missing',
    track: 'track-0',
    missing: ['temperature'],
  });
  expect(criterionOf(verdict, 'feverFreeHours')).toMatchObject({
    met: 'unknown',
    facts: { lastReportWithoutFeverAt: null, endsAt: '2020-07-01T15:00:00Z' },
  });
});

test('a report without fever before the last fever says nothing', () => {
  const reports = [{ at: hour(-1), symptoms: [] }, FEVER];
  expect(judged(TRACK, { reports }, at(24))).toMatchObject({ missing: ['temperature'] });
  const sameMoment = [{ at: hour(0), symptoms: [] }, FEVER];
  expect(judged(TRACK, { reports: sameMoment }, at(24))).toMatchObject({ missing: ['temperature'] });
});

test('the latest fever counts, in whatever order the reports come', () => {
  const reports = [{ at: hour(5), symptoms: ['fever'] }, CLEAR, FEVER, { at: hour(3), symptoms: [] }];
  expect(criterionOf(judged(TRACK, { reports }, at(12)), 'feverFreeHours')?.facts).toMatchObject({
    lastFeverAt: '2020-06-30T20:00:00Z',
    lastReportWithoutFeverAt: '2020-07-01T01:00:00Z',
  });
});

test.each([
  { what: 'never any fever', reports: [CLEAR], says: 'release track-met track-0' },
  { what: 'no report', reports: [], says: 'decideByPerson facts-missing track-0' },
  { what: 'reports not known', reports: undefined, says: 'decideByPerson facts-missing track-0' },
  {
    what: 'free of symptoms',
    reports: [{ at: hour(10), course: 'symptomFree' as const }],
    says: 'release track-met track-0',
  },
  {
    what: 'improving says nothing about fever',
    reports: [{ at: hour(10), course: 'improving' as const }],
    says: 'decideByPerson facts-missing track-0',
  },
  {
    what: 'hours free of fever, in words',
    reports: [{ at: hour(10), feverFreeForHours: 0 }],
    says: 'release track-met track-0',
  },
  {
    what: 'a temperature without a limit to compare it with',
    reports: [{ at: hour(10), temperatureCelsius: 36.5 }],
    says: 'decideByPerson facts-missing track-0',
  },
])('$what', ({ reports, says }) => {
  expect(inShort(judged(TRACK, reports === undefined ? {} : { reports }, at(40)))).toBe(says);
});

test.each([
  { celsius: 37.4, lastFeverAt: null, clear: '2020-07-01T01:00:00Z' },
  { celsius: 37.5, lastFeverAt: '2020-07-01T01:00:00Z', clear: null },
  { celsius: 37.6, lastFeverAt: '2020-07-01T01:00:00Z', clear: null },
])('fever from 37.5 °C on: $celsius', ({ celsius, lastFeverAt, clear }) => {
  const reports = [{ at: hour(10), temperatureCelsius: celsius }];
  const verdict = judged(TRACK, { reports }, at(12), { basis: { feverAtCelsius: 37.5 } });
  expect(criterionOf(verdict, 'feverFreeHours')?.facts).toMatchObject({
    lastFeverAt,
    lastReportWithoutFeverAt: clear,
  });
});

test('improving, without a temperature, says nothing about fever where a limit is set either', () => {
  const reports = [{ at: hour(10), course: 'improving' as const }];
  const verdict = judged(TRACK, { reports }, at(40), { basis: { feverAtCelsius: 37.5 } });
  expect(inShort(verdict)).toBe('decideByPerson facts-missing track-0');
});

test('the symptom counts although the thermometer says otherwise, and the thermometer although no symptom is told', () => {
  const basis = { feverAtCelsius: 37.5 };
  const told = { reports: [{ at: hour(0), temperatureCelsius: 36.5, symptoms: ['fever'] }] };
  expect(inShort(judged(TRACK, told, at(1), { basis }))).toBe('keep fever track-0');
  const measured = { reports: [{ at: hour(0), temperatureCelsius: 38, symptoms: [] }] };
  expect(inShort(judged(TRACK, measured, at(1), { basis }))).toBe('keep fever track-0');
  const unmeasured = { reports: [{ at: hour(0), symptoms: [] }] };
  const before = judged(TRACK, unmeasured, at(24) - 1, { basis });
  expect(inShort(before)).toBe('decideByPerson facts-missing track-0');
  expect(inShort(judged(TRACK, unmeasured, at(24), { basis }))).toBe('release track-met track-0');
});

test.each([
  { what: 'said at 10 h: for 12 hours', said: [[10, 12]], fever: [], ends: 22 },
  { what: 'for 24 hours and more: long enough', said: [[10, 30]], fever: [], ends: 4 },
  {
    what: 'the least favourable of two',
    said: [
      [10, 3],
      [20, 20],
    ],
    fever: [],
    ends: 31,
  },
  {
    what: 'in the other order',
    said: [
      [10, 12],
      [20, 3],
    ],
    fever: [],
    ends: 41,
  },
  { what: 'longer than since the last fever', said: [[10, 12]], fever: [4], ends: 28 },
  { what: 'fever after what was said', said: [[10, 12]], fever: [11], ends: 35 },
  { what: 'beside a report that names no hours', said: [[10, 12]], fever: [-30], ends: 22 },
])("in the patient's own words, $what", ({ said, fever, ends }) => {
  const reports = [
    ...said.map(([when = 0, hours = 0]) => ({ at: hour(when), feverFreeForHours: hours })),
    ...fever.map((when) => ({ at: hour(when), symptoms: ['fever'] })),
    { at: hour(21), symptoms: [] },
  ];
  const facts = criterionOf(judged(TRACK, { reports }, at(50)), 'feverFreeHours');
  expect(facts).toMatchObject({ met: 'met', facts: { endsAt: hour(ends).replace('.000', '') } });
  expect(criterionOf(judged(TRACK, { reports }, at(ends) - 1), 'feverFreeHours')?.met).not.toBe('met');
});

test('where no fever was ever reported, reports must cover the hours: one of this moment does not', () => {
  const first = [{ at: hour(0), symptoms: [] }];
  expect(judged(TRACK, { reports: first }, at(24) - 1)).toMatchObject({ missing: ['temperature'] });
  expect(inShort(judged(TRACK, { reports: first }, at(24)))).toBe('release track-met track-0');
  const spoken = [{ at: hour(0), feverFreeForHours: 24 }];
  expect(inShort(judged(TRACK, { reports: spoken }, at(0)))).toBe('release track-met track-0');
});

test('a fever reducer counts as fever only where the track asks for it', () => {
  const reports = [
    { at: hour(0), antipyretic: true, symptoms: [] },
    { at: hour(10), symptoms: [], antipyretic: false },
  ];
  expect(inShort(judged(TRACK, { reports }, at(24)))).toBe('release track-met track-0');
  const plain = judged(TRACK, { reports }, at(23));
  expect(inShort(plain)).toBe('decideByPerson facts-missing track-0');
  expect(criterionOf(plain, 'feverFreeHours')?.facts).toMatchObject({ lastFeverAt: null, endsAt: null });
  const asked = judged({ ...TRACK, withoutAntipyretic: true }, { reports }, at(23));
  expect(inShort(asked)).toBe('keep fever track-0');
  expect(criterionOf(asked, 'feverFreeHours')?.facts).toMatchObject({
    withoutAntipyretic: true,
    lastFeverAt: '2020-06-30T15:00:00Z',
  });
  const explicitly = judged({ ...TRACK, withoutAntipyretic: false }, { reports }, at(24));
  expect(inShort(explicitly)).toBe('release track-met track-0');
});

test('a report under a fever reducer is no sign that the fever is gone', () => {
  const reports = [FEVER, { at: hour(10), antipyretic: true, symptoms: [] }];
  const verdict = judged({ ...TRACK, withoutAntipyretic: true }, { reports }, at(34));
  expect(verdict).toMatchObject({ because: 'facts-missing', missing: ['temperature'] });
});

test('a report is fresh to the last millisecond of its hours', () => {
  const basis = { reportIsFreshForHours: 24 };
  const known = { reports: [CLEAR] };
  const fresh = judged(TRACK, known, at(34), { basis });
  expect(inShort(fresh)).toBe('release track-met track-0');
  expect(fresh.nextAt).toBe('2020-07-02T01:00:00.001Z');
  const stale = judged(TRACK, known, at(34) + 1, { basis });
  expect(inShort(stale)).toBe('decideByPerson facts-missing track-0');
  expect(stale.nextAt).toBeUndefined();
});
