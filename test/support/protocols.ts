import { readdirSync, readFileSync } from 'node:fs';
import { historySchema, type HistoryInput } from '../../domain/protocol/evaluation/history.schema.ts';
import { judgeQuarantine, type QuarantineAnswer } from '../../domain/protocol/evaluation/quarantine.ts';
import { judgeRelease, releaseRules, type Verdict } from '../../domain/protocol/evaluation/release.ts';
import type { ProtocolDocument, RuleName, Rules } from '../../domain/protocol/language/protocol.schema.ts';
import { parseProtocol } from '../../domain/protocol/parse-protocol.ts';
import { inForce, versionOf, type ProtocolVersion } from '../../domain/protocol/protocol-version.ts';
import { inShort } from './evaluation-fixtures.ts';
import { momentOf } from '../../domain/shared-kernel/calendar.ts';

const SHIPPED = new URL('../../domain/protocol/shipped/', import.meta.url);

export type Shipped = Readonly<{ file: string; json: Json; document: ProtocolDocument }>;
type Json = Readonly<Record<string, unknown>>;
type Value = string | number | boolean;
/** Values for parameters, by name, in every document that declares them. */
type Chosen = Readonly<Record<string, Value>>;

export const SERIES = ['kr-covid-19', 'kr-mers'] as const;
type Series = (typeof SERIES)[number];

/** Every shipped document of a series, in the order of its files. */
export const shipped = (series: Series, chosen: Chosen = {}): readonly Shipped[] =>
  readdirSync(new URL(`${series}/`, SHIPPED))
    .sort()
    .map((file) => {
      const json = choose(JSON.parse(readFileSync(new URL(`${series}/${file}`, SHIPPED), 'utf8')), chosen);
      return { file, json, document: parseProtocol(json) };
    });

function choose(json: Json, chosen: Chosen): Json {
  const parameters = json['parameters'] as Readonly<Record<string, object>> | undefined;
  if (parameters === undefined) return json;
  const set = Object.entries(parameters).map(([name, parameter]) => [
    name,
    Object.hasOwn(chosen, name) ? { ...parameter, value: chosen[name] } : parameter,
  ]);
  return { ...json, parameters: Object.fromEntries(set) };
}

/** The documents composed one after the other, by the day on which they take effect. */
const composed = (series: Series, chosen: Chosen): readonly ProtocolVersion[] =>
  shipped(series, chosen)
    .map(({ document }) => document)
    .sort((one, other) => one.effectiveFrom.localeCompare(other.effectiveFrom))
    .reduce<ProtocolVersion[]>((before, document) => [...before, versionOf(document, 1, before.at(-1))], []);

const remembered = new Map<string, readonly ProtocolVersion[]>();
export function versions(series: Series, chosen: Chosen = {}): readonly ProtocolVersion[] {
  const key = JSON.stringify([series, chosen]);
  const found = remembered.get(key) ?? composed(series, chosen);
  remembered.set(key, found);
  return found;
}

const on = (series: Series, day: string, chosen: Chosen): ProtocolVersion => {
  const version = inForce(versions(series, chosen), day);
  if (version === undefined) throw new Error(`nothing in force in ${series} on ${day}`);
  return version;
};
/** The version in force in Korea on a day; `chosen` sets parameters. */
export const korea = (day: string, chosen: Chosen = {}): ProtocolVersion => on('kr-covid-19', day, chosen);
export const mers = (day = '2018-09-18', chosen: Chosen = {}): ProtocolVersion => on('kr-mers', day, chosen);

export const rule = <Name extends RuleName>(
  version: ProtocolVersion,
  name: Name,
): NonNullable<Rules[Name]> => {
  const found = version.rules[name];
  if (found === undefined) throw new Error(`${version.id} has no ${name}`);
  return found as NonNullable<Rules[Name]>;
};

/** A moment in Seoul as JSON writes it: `seoul('2020-07-06 00:00')`. */
export const seoul = (text: string): string => `${text.replace(' ', 'T')}:00+09:00`;
export const at = (text: string): number => momentOf(seoul(text));

export type Told = Omit<Partial<HistoryInput>, 'of'>;
export const aCase = (told: Told) => historySchema.parse({ of: 'case', ...told });
export const aContact = (told: Told) => historySchema.parse({ of: 'contact', ...told });

type Report = NonNullable<HistoryInput['reports']>[number];
/** Improving, measured and without fever, for 72 hours and without a fever reducer by their own words. */
export const better = (text: string, more: Partial<Report> = {}): Report => ({
  at: seoul(text),
  course: 'improving',
  temperatureCelsius: 36.6,
  feverFreeForHours: 72,
  ...more,
});
export const symptomFree = (text: string): Report => ({ at: seoul(text), course: 'symptomFree' });
export const feverish = (text: string): Report => ({ at: seoul(text), temperatureCelsius: 38.2 });

type Test = NonNullable<HistoryInput['tests']>[number];
const pcr =
  (result: Test['result']) =>
  (text: string, more: Partial<Test> = {}): Test => ({
    collectedAt: seoul(text),
    purpose: 'release',
    result,
    ...more,
  });
export const negative = pcr('negative');
export const positive = pcr('positive');

/** What a version says of a case at a moment in Seoul. */
export const releaseOf = (version: ProtocolVersion, told: Told, moment: string): Verdict =>
  judgeRelease(
    releaseRules(rule(version, 'caseRelease'), version.rules.releaseCheck),
    aCase(told),
    at(moment),
  );

/** A row of a table of releases: what is known, and the verdict in short at moments in Seoul. */
export type ReleaseRow = Readonly<{
  row: string;
  from: string;
  chosen?: Chosen;
  told: Told;
  expected: Readonly<Record<string, string>>;
}>;
export const verdictsOf = ({ from, chosen = {}, told, expected }: ReleaseRow) =>
  Object.fromEntries(
    Object.keys(expected).map((moment) => [moment, inShort(releaseOf(korea(from, chosen), told, moment))]),
  );

/** With symptoms since a day, on which they were confirmed too; never in critical care. */
export const ill = (onset: string, ...reports: readonly Report[]): Told => ({
  symptomatic: true,
  dateOfSymptomOnset: onset,
  confirmedAt: seoul(`${onset} 12:00`),
  treatments: [],
  severities: [],
  reports: [...reports],
});
/** Confirmed on a day, never with symptoms. */
export const well = (confirmed: string, ...reports: readonly Report[]): Told => ({
  symptomatic: false,
  confirmedAt: seoul(`${confirmed} 15:00`),
  reports: [...reports],
});

export const quarantineOf = (version: ProtocolVersion, told: Told, moment: string): QuarantineAnswer =>
  judgeQuarantine(rule(version, 'quarantine'), aContact(told), at(moment));

/** Measure, kind and verdict in one line: `home-quarantine quarantine: keep period-running fourteen-days`. */
export const measureOf = (answer: QuarantineAnswer): string => {
  if ('undecided' in answer) return `${answer.undecided}: ${answer.missing.join(', ')}`;
  const end = answer.end === undefined ? '' : `: ${inShort(answer.end)}`;
  return `${answer.measure} ${answer.kind}${end}`;
};
/** Tests in one line each: `pcr-day-9 pcr 2021-11-10..2021-11-10 due`. */
export const dueTestsOf = (answer: QuarantineAnswer): readonly string[] =>
  'undecided' in answer
    ? []
    : answer.tests.map(
        ({ test, testType, from, until, state }) => `${test} ${testType} ${from}..${until} ${state}`,
      );

/** A row of a table of measures. */
export type QuarantineRow = ReleaseRow;
export const measuresOf = ({ from, chosen = {}, told, expected }: QuarantineRow) =>
  Object.fromEntries(
    Object.keys(expected).map((moment) => [
      moment,
      measureOf(quarantineOf(korea(from, chosen), told, moment)),
    ]),
  );
