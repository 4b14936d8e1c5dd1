import fc from 'fast-check';
import type { HistoryInput } from '../../domain/protocol/evaluation/history.schema.ts';
import { ANCHORS } from '../../domain/protocol/language/day-count.schema.ts';
import { COURSES, SEVERITIES, SETTINGS } from '../../domain/protocol/language/condition.ts';
import type { CaseReleaseRule } from '../../domain/protocol/language/protocol.schema.ts';
import { hour, releaseRule, type Json } from './evaluation-fixtures.ts';

/** Facts are dated in the days before this hour after 1 July 2020 in Seoul. */
export const START_HOUR = 10 * 24;

const optional = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
/** Without the fields that are undefined: a document holds none. */
const record = (model: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Json> =>
  fc
    .record(model)
    .map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)));

/** Hours that often meet one another, midnights and the lengths of rules; a few a millisecond beside. */
const hours = (latest: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: Math.floor(latest / 12) }).map((half) => half * 12) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: Math.floor(latest) }) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: Math.floor(latest) }).map((one) => one - 1 / 3_600_000),
    },
  );
const momentUpTo = (latest: number): fc.Arbitrary<string> => hours(latest).map(hour);
const dayUpTo = (latest: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: Math.floor(latest / 24) - 1 }).map((day) => hour(day * 24 + 9).slice(0, 10));

const some = <Value>(arbitrary: fc.Arbitrary<Value>, maxLength = 5): fc.Arbitrary<Value[] | undefined> =>
  optional(fc.array(arbitrary, { maxLength }));

export const SYMPTOMS = ['fever', 'cough', 'ache'];
const symptoms = fc.subarray(SYMPTOMS).chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));

const reportUpTo = (latest: number): fc.Arbitrary<Json> =>
  record({
    at: momentUpTo(latest),
    course: optional(fc.constantFrom(...COURSES)),
    temperatureCelsius: optional(fc.constantFrom(36.5, 37.4, 37.5, 39)),
    antipyretic: optional(fc.boolean()),
    symptoms: optional(symptoms),
    feverFreeForHours: optional(fc.constantFrom(0, 24, 72)),
  });
const testUpTo = (latest: number): fc.Arbitrary<Json> =>
  fc
    .tuple(
      record({
        testType: optional(fc.constantFrom('pcr', 'rapidAntigen')),
        purpose: optional(fc.constantFrom('diagnostic', 'release', 'quarantine')),
        result: fc.constantFrom('positive', 'negative', 'negative', 'indeterminate'),
        cycleThreshold: optional(fc.constantFrom(20, 33, 40)),
      }),
      hours(latest),
      optional(fc.integer({ min: 0, max: 48 })),
    )
    .map(([test, collected, delay]) => ({
      ...test,
      collectedAt: hour(collected),
      ...(delay === undefined ? {} : { resultedAt: hour(Math.min(collected + delay, latest)) }),
    }));

/** Any history whose facts are all dated before an hour. */
export const historiesUpTo = (latest: number): fc.Arbitrary<HistoryInput> =>
  record({
    of: fc.constantFrom('case', 'case', 'contact'),
    confirmedAt: optional(momentUpTo(latest)),
    specimenCollectedOn: optional(dayUpTo(latest)),
    symptomatic: optional(fc.boolean()),
    dateOfSymptomOnset: optional(dayUpTo(latest)),
    symptomsEndedOn: optional(dayUpTo(latest)),
    isolationStartedOn: optional(dayUpTo(latest)),
    arrivedOn: optional(dayUpTo(latest)),
    age: optional(fc.constantFrom(11, 60)),
    riskFactors: some(fc.constantFrom('diabetes', 'copd')),
    vaccinations: some(record({ on: dayUpTo(latest) })),
    reports: some(reportUpTo(latest)),
    tests: some(testUpTo(latest)),
    severities: some(record({ at: momentUpTo(latest), severity: fc.constantFrom(...SEVERITIES) })),
    treatments: some(record({ at: momentUpTo(latest), treatment: fc.constantFrom('ecmo', 'other') })),
    stays: some(record({ from: momentUpTo(latest), until: optional(momentUpTo(latest)) })),
    exposures: some(
      record({
        lastContact: dayUpTo(latest),
        firstContact: optional(dayUpTo(latest)),
        setting: optional(fc.constantFrom(...SETTINGS)),
        grade: optional(fc.constantFrom('close', 'casual')),
        sourceCaseReleasedAt: optional(momentUpTo(latest)),
      }),
    ),
    retests: optional(fc.integer({ min: 0, max: 3 })),
    judgedUntil: optional(momentUpTo(latest)),
    attributes: optional(record({ ward: optional(fc.constantFrom('a', 'b')) })),
  }).map((history) => history as unknown as HistoryInput);
export const histories = historiesUpTo(START_HOUR);

const NEUTRAL: readonly fc.Arbitrary<Json>[] = [
  fc
    .constantFrom('everCritical', 'inPatient', 'everInPatient', 'arrival')
    .map((fact) => ({ fact, is: true })),
  fc.constantFrom({ fact: 'age', atLeast: 60 }, { fact: 'doses', atLeast: 2 }),
  fc
    .tuple(fc.constantFrom('atLeast', 'atMost', 'equals'), fc.integer({ min: 0, max: 40 }))
    .map(([operator, days]) => ({ fact: 'daysSinceLastDose', [operator]: days })),
  fc.constantFrom(
    { fact: 'worstSeverity', in: ['severe', 'critical'] },
    { fact: 'riskFactors', includes: 'copd' },
    { fact: 'exposureSettings', includes: 'household' },
    { fact: 'exposureGrade', is: 'close' },
    { fact: 'ward', is: 'b' },
  ),
];
/** Facts that reports and tests speak about: left out where a property adds or moves some. */
const TOLD: readonly fc.Arbitrary<Json>[] = [
  fc
    .constantFrom('symptomatic', 'everTestedPositive', 'sourceCaseReleased')
    .map((fact) => ({ fact, is: true })),
  fc.constantFrom({ fact: 'course', is: 'improving' }, { fact: 'symptoms', includes: 'cough' }),
  fc.constantFrom({ fact: 'severity', is: 'mild' }, { fact: 'hadDiseaseBefore', is: false }),
];

const conditionsOf = (facts: readonly fc.Arbitrary<Json>[]): fc.Arbitrary<Json> =>
  fc.letrec<{ condition: Json; inner: Json[] }>((tie) => ({
    inner: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    condition: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'condition' },
      { weight: 4, arbitrary: fc.oneof(...facts) },
      { weight: 1, arbitrary: tie('inner').map((all) => ({ all })) },
      { weight: 1, arbitrary: tie('inner').map((any) => ({ any })) },
      { weight: 1, arbitrary: tie('condition').map((not) => ({ not })) },
    ),
  })).condition;

export type Restricted = Readonly<{
  /** Conditions do not speak of what reports and tests say. */
  neutral?: boolean;
  /** No cycle thresholds, and no period counted from a specimen. */
  plainTests?: boolean;
}>;

const countsFrom = (anchors: readonly string[]): fc.Arbitrary<Json> =>
  record({
    anchor: fc.constantFrom(...anchors),
    orElse: optional(fc.constantFrom(...anchors)),
    anchorDayIs: fc.constantFrom(0, 1),
    endDay: fc.integer({ min: 1, max: 16 }),
    endTime: fc.constantFrom('12:00', '24:00'),
  });

/** Any release rule that may be published. */
export const releaseRules = ({
  neutral = false,
  plainTests = false,
}: Restricted = {}): fc.Arbitrary<CaseReleaseRule> => {
  const counts = countsFrom(plainTests ? ANCHORS.filter((one) => one !== 'specimen') : ANCHORS);
  const condition = conditionsOf(neutral ? NEUTRAL : [...NEUTRAL, ...TOLD]);
  const lengths = fc.constantFrom(12, 24, 48, 72);
  const negatives = record({
    count: fc.integer({ min: 1, max: 3 }),
    minGapHours: fc.constantFrom(0, 12, 24),
    testTypes: optional(fc.constant(['pcr'])),
    notBefore: optional(counts),
    cycleThresholdAtLeast: plainTests ? fc.constant(undefined) : optional(fc.constant(33)),
    indeterminate: fc.constantFrom('ignored', 'resets'),
  });
  const track = record({
    appliesIf: optional(condition),
    minimum: optional(fc.array(counts, { minLength: 1, maxLength: 2 })),
    feverFreeHours: optional(lengths),
    withoutAntipyretic: optional(fc.boolean()),
    course: fc.constantFrom('any', 'improving', 'symptomFree'),
    symptomFreeHours: optional(lengths),
    negatives: optional(negatives),
    requires: optional(condition),
    ordersTests: optional(fc.boolean()),
  }).map(({ withoutAntipyretic, ...one }) => ({
    ...one,
    kind: one['negatives'] === undefined ? 'time' : 'test',
    ...(one['feverFreeHours'] === undefined || withoutAntipyretic === undefined
      ? {}
      : { withoutAntipyretic }),
  }));
  const basis = record({
    feverAtCelsius: optional(fc.constant(37.5)),
    reportIsFreshForHours: optional(lengths),
  });
  return fc
    .tuple(fc.array(track, { minLength: 1, maxLength: 3 }), basis)
    .map(([tracks, own]) => releaseRule(tracks, own, { facts: { ward: { type: 'code' } } }));
};

export const facts = {
  test: testUpTo(START_HOUR).map((test) => test as NonNullable<HistoryInput['tests']>[number]),
};

/** A history with each of its lists as `change` makes it. */
export const withLists = (
  history: HistoryInput,
  change: (list: readonly unknown[]) => unknown[],
): HistoryInput =>
  Object.fromEntries(
    Object.entries(history).map(([name, value]) => [name, Array.isArray(value) ? change(value) : value]),
  ) as HistoryInput;

/** Moments about the days of the histories, and some far away. */
export const moments: fc.Arbitrary<number> = fc.oneof(
  hours(START_HOUR + 960).map((at) => Date.parse(hour(at))),
  fc.constantFrom(0, Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')),
);

const ODD_MOMENTS = [
  '2020-07-01T00:00:00.123456789012Z',
  '2020-02-30T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-23:59',
  '2020-07-01T00:00+23:59',
  '1961-08-10T00:15:00+08:30',
];
const ODD_DAYS = ['0000-01-01', '9999-12-31', '1908-04-01', '2020-02-29', '2021-02-29'];
/** Histories with some of their values at the edges of what a history may hold. */
export const oddHistories: fc.Arbitrary<HistoryInput> = fc
  .tuple(
    histories,
    fc.dictionary(
      fc.constantFrom('ward', 'everCritical', '__proto__', 'toString'),
      fc.oneof(fc.boolean(), fc.double({ noNaN: true }), fc.constantFrom('b', 'x'), fc.constant(['b'])),
    ),
    fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  )
  .map(([history, attributes, chances]) => {
    let at = 0;
    const odd = (): number => chances[(at += 1) % chances.length] ?? 0;
    const text = JSON.stringify({ ...history, attributes })
      .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, (found) =>
        odd() === 0 ? JSON.stringify(ODD_MOMENTS[at % 6]) : found,
      )
      .replaceAll(/"\d{4}-\d\d-\d\d"/g, (found) => (odd() === 0 ? JSON.stringify(ODD_DAYS[at % 5]) : found));
    return JSON.parse(text) as HistoryInput;
  });

type More = (history: HistoryInput) => HistoryInput;
const laterHours = hours(480).map((one) => START_HOUR + one + 1 / 3_600_000);
const laterMoment = laterHours.map(hour);
const laterDay = fc.integer({ min: 1, max: 20 }).map((days) => hour(START_HOUR + days * 24 + 9).slice(0, 10));
/** More in each list that is there already: a list that nobody knows stays unknown. */
const listed = (name: string, entries: fc.Arbitrary<readonly Json[]>): fc.Arbitrary<More> =>
  entries.map((more) => (history) => {
    const known = history[name as keyof HistoryInput];
    return Array.isArray(known) ? ({ ...history, [name]: [...more, ...known] } as HistoryInput) : history;
  });
const filled = (name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<More> =>
  value.map((later) => (history) => ({ ...({ [name]: later } as object), ...history }));
const several = (entry: fc.Arbitrary<Json>): fc.Arbitrary<readonly Json[]> =>
  fc.array(entry, { maxLength: 3 });
const oneAfterTheOther = (all: readonly fc.Arbitrary<More>[]): fc.Arbitrary<More> =>
  fc.tuple(...all).map((steps) => (history) => steps.reduce((known, step) => step(known), history));

/** Facts dated after the present moment. */
export const laterFacts = {
  moments: oneAfterTheOther([
    filled('confirmedAt', laterMoment),
    filled('judgedUntil', laterMoment),
    listed(
      'reports',
      several(fc.tuple(reportUpTo(1), laterMoment).map(([report, at]) => ({ ...report, at }))),
    ),
    listed(
      'tests',
      several(
        fc.tuple(testUpTo(START_HOUR), laterMoment).map(([test, resultedAt]) => ({ ...test, resultedAt })),
      ),
    ),
    listed('severities', several(record({ at: laterMoment, severity: fc.constantFrom(...SEVERITIES) }))),
    listed('treatments', several(record({ at: laterMoment, treatment: fc.constant('ecmo') }))),
    listed('stays', several(record({ from: laterMoment }))),
  ]),
  days: oneAfterTheOther([
    filled('dateOfSymptomOnset', laterDay),
    filled('specimenCollectedOn', laterDay),
    filled('symptomsEndedOn', laterDay),
    filled('isolationStartedOn', laterDay),
    filled('arrivedOn', laterDay),
    listed('vaccinations', several(record({ on: laterDay }))),
    listed('exposures', several(record({ lastContact: laterDay, grade: fc.constant('close') }))),
  ]),
};
