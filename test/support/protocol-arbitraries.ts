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
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
/** Without the fields that are undefined: a document holds none. */
export const record = (model: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Json> =>
  fc
    .record(model)
    .map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)));

/** Hours that often meet one another, midnights and the lengths of rules; a few a millisecond beside. */
export const hours = (latest: number): fc.Arbitrary<number> =>
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

const SYMPTOMS = ['fever', 'cough', 'ache'];
const symptoms = fc.subarray(SYMPTOMS).chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));

export const reportUpTo = (latest: number): fc.Arbitrary<Json> =>
  record({
    at: momentUpTo(latest),
    course: optional(fc.constantFrom(...COURSES)),
    temperatureCelsius: optional(fc.constantFrom(36.5, 37.4, 37.5, 39)),
    antipyretic: optional(fc.boolean()),
    symptoms: optional(symptoms),
    feverFreeForHours: optional(fc.constantFrom(0, 24, 72)),
  });
export const testUpTo = (latest: number): fc.Arbitrary<Json> =>
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
const historiesUpTo = (latest: number): fc.Arbitrary<HistoryInput> =>
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
/** Of confirmed cases that had tests and feel well at last. */
export const ofCases: fc.Arbitrary<HistoryInput> = histories.map((history) => ({
  tests: [],
  confirmedAt: hour(48),
  dateOfSymptomOnset: hour(33).slice(0, 10),
  ...history,
  of: 'case',
  reports: [...(history.reports ?? []), { at: hour(START_HOUR), course: 'symptomFree', symptoms: [] }],
}));

const NEUTRAL: readonly fc.Arbitrary<Json>[] = [
  fc
    .constantFrom('everCritical', 'inPatient', 'everInPatient', 'arrival')
    .map((fact) => ({ fact, is: true })),
  fc.constantFrom({ fact: 'age', atLeast: 60 }, { fact: 'doses', atLeast: 2 }),
  fc
    .tuple(
      fc.constantFrom('daysSinceLastDose', 'daysSinceArrival', 'daysSinceLastContact'),
      fc.constantFrom('atLeast', 'atMost', 'equals'),
      fc.integer({ min: 0, max: 40 }),
    )
    .map(([fact, operator, days]) => ({ fact, [operator]: days })),
  fc.constantFrom('onset', 'confirmed', 'lastContact').map((asOf) => ({ fact: 'doses', atLeast: 1, asOf })),
  fc.constantFrom(
    { fact: 'onsetOn', before: '2020-07-05' },
    { fact: 'confirmedOn', onOrAfter: '2020-07-05' },
  ),
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
    .constantFrom('symptomatic', 'everTestedPositive', 'sourceCaseReleased', 'firstSourceCaseReleased')
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
  /** Conditions do not speak of what reports and tests say; few criteria, so that many are released in the end. */
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
  const mostly = neutral ? seldom : optional;
  const negatives = record({
    count: fc.integer({ min: 1, max: 3 }),
    minGapHours: fc.constantFrom(0, 12, 24),
    testTypes: optional(fc.constant(['pcr'])),
    notBefore: mostly(counts),
    cycleThresholdAtLeast: plainTests ? fc.constant(undefined) : optional(fc.constant(33)),
    indeterminate: fc.constantFrom('ignored', 'resets'),
  });
  const track = record({
    appliesIf: mostly(condition),
    minimum: mostly(fc.array(counts, { minLength: 1, maxLength: 2 })),
    feverFreeHours: optional(lengths),
    withoutAntipyretic: optional(fc.boolean()),
    course: neutral
      ? fc.constantFrom('any', 'any', 'any', 'improving', 'symptomFree')
      : fc.constantFrom('any', 'improving', 'symptomFree'),
    symptomFreeHours: mostly(lengths),
    negatives: optional(negatives),
    requires: mostly(condition),
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
