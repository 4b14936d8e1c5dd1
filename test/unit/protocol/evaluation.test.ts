import { expect, test } from '@jest/globals';
import { judgeRelease, releaseRules } from '../../../domain/protocol/evaluation/release.ts';
import { InvalidValue } from '../../../domain/shared-kernel/domain-error.ts';
import {
  aHistory,
  hour,
  HOUR,
  inShort,
  judged,
  kst,
  releaseRule,
  ruleOf,
  type Json,
} from '../../support/evaluation-fixtures.ts';

const at = (hours: number): number => kst('2020-07-01') + hours * HOUR;
const period = (endDay: number, anchor = 'onset'): Json => ({
  minimum: [{ anchor, anchorDayIs: 0, endDay, endTime: '24:00' }],
});
const NEGATIVES = { negatives: { count: 1, minGapHours: 0, indeterminate: 'ignored' } };
const ONSET = { dateOfSymptomOnset: '2020-07-01' };
const OLD = { appliesIf: { fact: 'age', atLeast: 60 } };
const HOT = { reports: [{ at: hour(0), symptoms: ['fever'] }] };
const ILL = { reports: [{ at: hour(0), course: 'notImproved' as const }] };

test('the first track that is met releases, also when another waits', () => {
  const tracks = [{ ...period(10) }, { ...period(2) }, { ...period(1) }];
  const verdict = judged(tracks, ONSET, kst('2020-07-05'));
  expect(verdict).toMatchObject({ verdict: 'release', because: 'track-met', track: 'track-1', missing: [] });
  expect(verdict.tracks.map(({ met }) => met)).toEqual([false, true, true]);
  expect(verdict.nextAt).toBe('2020-07-11T15:00:00Z');
});

test('nextAt passes by moments at which nothing changes', () => {
  const tracks = [{ ...period(10), feverFreeHours: 24 }];
  const known = { ...ONSET, reports: [...HOT.reports, { at: hour(1), symptoms: [] }] };
  expect(judged(tracks, known, at(2))).toMatchObject({
    because: 'period-running',
    nextAt: '2020-07-11T15:00:00Z',
  });
});

test('nextAt is the first of several, in order of time', () => {
  const tracks = [
    { ...period(10), appliesIf: { fact: 'everCritical', is: true } },
    { ...period(3), kind: 'test', ...NEGATIVES, ordersTests: true },
  ];
  const known = { ...ONSET, treatments: [{ at: hour(0), treatment: 'ecmo' as const }] };
  const now = judged(tracks, known, at(2));
  expect(now).toMatchObject({ verdict: 'keep', track: 'track-0', nextAt: '2020-07-04T15:00:00Z' });
  const then = judged(tracks, known, kst('2020-07-05'));
  expect(then).toMatchObject({ verdict: 'retest', track: 'track-1', nextAt: '2020-07-11T15:00:00Z' });
});

test('a contact that tested positive goes to a person, whatever its tracks say', () => {
  const track = period(1, 'lastContact');
  const tests = [
    { collectedAt: hour(1), result: 'positive' as const },
    { collectedAt: hour(2), result: 'negative' as const },
  ];
  const exposures = [{ lastContact: '2020-06-01' }];
  const contact = judged(track, { of: 'contact', exposures, tests }, at(3));
  expect(contact).toMatchObject({ verdict: 'decideByPerson', because: 'tested-positive', missing: [] });
  expect(Object.keys(contact)).toEqual(['verdict', 'because', 'missing', 'tracks']);
  const negative = { of: 'contact' as const, exposures, tests: tests.slice(1) };
  expect(inShort(judged(track, negative, at(3)))).toBe('release track-met track-0');
  const before = judged(track, { of: 'contact', exposures, tests }, at(1) - 1);
  expect(inShort(before)).toBe('release track-met track-0');
  expect(inShort(judged(track, { of: 'contact', exposures }, at(3)))).toBe('release track-met track-0');
  expect(inShort(judged(track, { of: 'case', exposures, tests }, at(3)))).toBe('release track-met track-0');
});

test('no track applies', () => {
  const verdict = judged([{ ...OLD, ...period(1) }], { ...ONSET, age: 30 }, at(1));
  expect(verdict).toMatchObject({ verdict: 'decideByPerson', because: 'no-track-applies', missing: [] });
  expect(verdict.track).toBeUndefined();
});

test('a track that a fact rules out is no way out, nor does it keep anybody waiting', () => {
  const dead = { ...period(10), requires: { fact: 'inPatient', is: false } };
  const known = { ...ONSET, stays: [{ from: hour(0) }] };
  expect(inShort(judged([dead], known, at(1)))).toBe('decideByPerson no-track-applies');
  expect(inShort(judged([dead, { ...period(12) }], known, at(1)))).toBe('keep period-running track-1');
  const unknown = judged([dead], ONSET, at(1));
  expect(inShort(unknown)).toBe('keep period-running track-0');
  expect(unknown.missing).toEqual([]);
  const over = judged([dead], ONSET, kst('2020-07-12'));
  expect(over).toMatchObject({ because: 'facts-missing', track: 'track-0', missing: ['inPatient'] });
});

test('a track that may not be meant for the person keeps nobody while another only waits', () => {
  const tracks = [{ ...OLD, ...period(3) }, { ...period(10) }];
  const during = judged(tracks, ONSET, kst('2020-07-04'));
  expect(during).toMatchObject({ verdict: 'keep', because: 'period-running', track: 'track-1' });
  const unsure = judged(tracks, ONSET, kst('2020-07-05'));
  expect(unsure).toMatchObject({
    verdict: 'decideByPerson',
    because: 'facts-missing',
    track: 'track-0',
    missing: ['age'],
  });
});

test('waiting for time: the track that applies speaks; without one, any that may', () => {
  const may = { ...OLD, ...period(3) };
  expect(judged([may], ONSET, kst('2020-07-04'))).toMatchObject({
    verdict: 'keep',
    because: 'period-running',
    track: 'track-0',
    missing: [],
  });
  const tracks = [may, { kind: 'test', ...NEGATIVES }, { feverFreeHours: 24 }];
  expect(inShort(judged(tracks, { ...ONSET, ...HOT }, at(3)))).toBe('keep fever track-2');
});

test('fever is the reason only where it is the first thing that is not met', () => {
  const first = judged([{ ...period(1), feverFreeHours: 72 }], { ...ONSET, ...HOT }, at(3));
  expect(inShort(first)).toBe('keep period-running track-0');
  expect(first.nextAt).toBe('2020-07-02T15:00:00Z');
  expect(inShort(judged([{ ...period(1), feverFreeHours: 72 }], { ...ONSET, ...HOT }, at(49)))).toBe(
    'keep fever track-0',
  );
});

test('where only facts are missing a person is asked, although another track waits', () => {
  const tracks = [{ ...OLD, course: 'improving' }, { ...period(10) }];
  expect(judged(tracks, ONSET, at(1))).toMatchObject({
    because: 'facts-missing',
    track: 'track-0',
    missing: ['age', 'course'],
  });
  const later = [{ ...OLD, ...period(3), course: 'improving' }, { ...period(10) }];
  expect(inShort(judged(later, ONSET, at(1)))).toBe('keep period-running track-1');
  const unknown = [{ ...period(3, 'arrival') }, { ...period(10) }];
  expect(inShort(judged(unknown, ONSET, at(1)))).toBe('keep period-running track-1');
});

test('a track that may be meant for the person orders no tests', () => {
  const tracks = [{ ...OLD, course: 'improving' }];
  const verdict = judged(tracks, ILL, at(1), { maximumRetests: 3 });
  expect(verdict).toMatchObject({ verdict: 'decideByPerson', because: 'facts-missing', missing: ['age'] });
  expect(verdict.track).toBeUndefined();
});

test('missing facts of several tracks are named once', () => {
  const tracks = [
    { kind: 'test', ...NEGATIVES, course: 'improving' },
    { kind: 'test', ...NEGATIVES, symptomFreeHours: 3, feverFreeHours: 24 },
  ];
  const verdict = judged(tracks, {}, at(1));
  expect(verdict).toMatchObject({ because: 'facts-missing', missing: ['course', 'temperature'] });
  expect(verdict.track).toBeUndefined();
});

test('the first ripe track with an answer answers', () => {
  const tracks = [
    { kind: 'test', ...NEGATIVES },
    { kind: 'test', ...NEGATIVES, ordersTests: true },
  ];
  expect(inShort(judged(tracks, {}, at(1)))).toBe('retest tests-missing track-1');
  const late = [{ ...period(10), course: 'improving' }, { course: 'improving' }];
  expect(inShort(judged(late, { ...ONSET, ...ILL }, at(1), { maximumRetests: 3 }))).toBe(
    'retest not-improving track-1',
  );
});

test('rounds come from the n-day check where the protocol has one', () => {
  const ways = releaseRule([{ course: 'improving' }]);
  const check = ruleOf('releaseCheck', {
    maximumRetests: 1,
    maximumDiagnosticTests: 2,
    daysToNextCheck: { afterPositive: 3, afterNegative: 1, afterDecision: 3 },
    resultWithinHours: 48,
  });
  expect(releaseRules(ways, check)).toEqual({ ways, maximumRetests: 1 });
  expect(releaseRules(ways, undefined)).toEqual({ ways });
  expect(judgeRelease(releaseRules(ways, check), aHistory(ILL), at(1)).verdict).toBe('retest');
});

test('symptoms are given in the explanation with their codes, moments with milliseconds where there are any', () => {
  const track = { requires: { fact: 'symptoms', includes: 'cough' }, feverFreeHours: 24 };
  const reports = [{ at: '2020-07-01T00:00:00.250Z', symptoms: ['fever', 'cough'] }];
  const verdict = judged(track, { reports }, kst('2020-07-02'));
  expect(verdict.tracks[0]?.criteria).toMatchObject([
    { facts: { lastFeverAt: '2020-07-01T00:00:00.25Z' } },
    { criterion: 'requires', met: 'met', facts: { symptoms: ['cough', 'fever'] } },
  ]);
});

test('a moment that a calendar does not know is refused by its code', () => {
  const history = aHistory({ confirmedAt: '2020-07-01T00:00:00.12345678901Z' });
  const rules = { ways: releaseRule([period(1)]) };
  expect(() => judgeRelease(rules, history, at(1))).toThrow(new InvalidValue('instant/malformed'));
});
