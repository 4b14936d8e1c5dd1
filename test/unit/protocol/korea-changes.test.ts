import { expect, test } from '@jest/globals';
import type { Rules } from '../../../domain/protocol/language/protocol.schema.ts';
import { versions } from '../../support/protocols.ts';

type Json = Readonly<Record<string, unknown>>;
const LISTS = ['tracks', 'measures', 'tiers', 'grades', 'periods', 'notices', 'sanctions', 'lookUps'];
const WORDS = ['evidence', 'title', 'note', 'since'];

const withoutWords = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (WORDS.includes(key) ? undefined : inner));

/** The entries of a rule by name, each as one text; what stands beside them under an empty name. */
function entriesOf(rule: unknown): ReadonlyMap<string, string> {
  const list = LISTS.find((one) => Array.isArray((rule as Json)[one]));
  const { [list ?? '']: inner = [], ...rest } = rule as Json;
  const entries = new Map([['', withoutWords(rest)]]);
  for (const one of inner as readonly Json[]) {
    const name = String(one['id'] ?? one['grade'] ?? one['violation'] ?? one['kind'] ?? one['noticeFrom']);
    const [suffix = ''] = ['', 'b', 'c'].filter((letter) => !entries.has(name + letter));
    entries.set(name + suffix, withoutWords(one));
  }
  return entries;
}

/** What is new (+), gone (-) or different (~) in a version: everything else it restates is the same as before. */
function changes(before: Rules, after: Rules): readonly string[] {
  return Object.keys(after).flatMap((name) => {
    const [old, now] = [before, after].map((rules) => (rules as Json)[name]);
    if (old === undefined) return [`+${name}`];
    const [was, is] = [entriesOf(old), entriesOf(now)];
    const said = (sign: string, entry: string): string => `${sign}${[name, entry].join(' ').trim()}`;
    return [
      ...[...was.keys()].filter((entry) => !is.has(entry)).map((entry) => said('-', entry)),
      ...[...is].flatMap(([entry, text]) =>
        !was.has(entry) ? [said('+', entry)] : was.get(entry) === text ? [] : [said('~', entry)],
      ),
    ];
  });
}

const CHANGES: Readonly<Record<string, readonly string[]>> = {
  '2020-02-04': [
    '+caseRelease',
    '+confirmation',
    '+contactDefinition',
    '+contactHours',
    '+lookUps',
    '+monitoring',
    '+notices',
    '+quarantine',
    '+releaseCheck',
    '+reporting',
    '+sanctions',
    '+supplies',
  ],
  '2020-02-17': ['+livingSupport'],
  '2020-03-07': ['+monitoring quarantined-app'],
  '2020-03-20': ['-monitoring officer', '~monitoring quarantined-app'],
  '2020-03-26': ['~lookUps location'],
  '2020-04-03': ['~contactDefinition', '~contactDefinition close'],
  '2020-04-05': ['~sanctions isolation'],
  '2020-05-11': ['+caseRelease asymptomatic-test', '+caseRelease symptomatic-test', '-caseRelease tests'],
  '2020-06-10': ['+lookUps entryLog'],
  '2020-06-23': [],
  '2020-06-25': [
    '+caseRelease asymptomatic-time',
    '+caseRelease symptomatic-time',
    '~caseRelease asymptomatic-test',
    '~caseRelease symptomatic-test',
  ],
  '2020-07-01': ['+sanctions venue-entry-log'],
  '2020-12-30': ['+routeDisclosure'],
  '2021-03-01': ['~lookUps cardHistory', '~lookUps location'],
  '2021-05-05': ['+quarantine vaccinated'],
  '2021-07-05': ['~quarantine vaccinated'],
  '2021-09-01': [],
  '2021-09-24': ['~quarantine vaccinated'],
  '2021-10-08': ['+monitoring home-treatment'],
  '2021-11-01': ['+quarantine arrival', '+quarantine contact', '-quarantine home-quarantine'],
  '2021-12-08': [
    '+livingSupport 2021-12-08',
    '+livingSupport 2021-12-08b',
    '+livingSupport 2021-12-08c',
    '+quarantine vaccinated-household',
    '~livingSupport 2020-02-17',
    '~monitoring home-treatment',
  ],
  '2022-01-01': [
    '+caseRelease never-critical-time',
    '~caseRelease asymptomatic-test',
    '~caseRelease symptomatic-test',
    '~caseRelease symptomatic-time',
  ],
  '2022-01-26': [
    '+caseRelease improving',
    '+caseRelease symptom-free',
    '+caseRelease vaccinated-improving',
    '+caseRelease vaccinated-symptom-free',
    '+quarantine others',
    '-caseRelease asymptomatic-test',
    '-caseRelease asymptomatic-time',
    '-caseRelease never-critical-time',
    '-caseRelease symptomatic-test',
    '-caseRelease symptomatic-time',
    '-quarantine contact',
    '-quarantine vaccinated-household',
    '~caseRelease',
    '~quarantine vaccinated',
  ],
  '2022-02-07': ['+notices survey'],
  '2022-02-09': [
    '+caseRelease seven-days',
    '+notices household',
    '+quarantine facility',
    '+quarantine unvaccinated-household',
    '+quarantine vaccinated-facility',
    '-caseRelease improving',
    '-caseRelease symptom-free',
    '-caseRelease vaccinated-improving',
    '-caseRelease vaccinated-symptom-free',
    '-quarantine vaccinated',
    '~caseRelease',
    '~contactDefinition close',
    '~quarantine others',
  ],
  '2022-02-10': [
    '+monitoring general',
    '+monitoring intensive',
    '+monitoring quarantined',
    '-monitoring home-treatment',
    '-monitoring quarantined-app',
  ],
  '2022-02-14': [
    '+livingSupport 2022-02-14',
    '~livingSupport 2021-12-08',
    '~livingSupport 2021-12-08b',
    '~livingSupport 2021-12-08c',
  ],
  '2022-02-19': ['-lookUps entryLog'],
  '2022-02-28': [],
  '2022-03-01': [
    '+quarantine household',
    '+quarantine school-household',
    '-quarantine unvaccinated-household',
    '~notices',
    '~notices isolation',
  ],
  '2022-03-14': ['-quarantine school-household', '~confirmation'],
  '2022-03-16': [
    '+livingSupport 2022-03-16',
    '+livingSupport 2022-03-16b',
    '~livingSupport 2022-02-14',
    '~monitoring intensive',
  ],
  '2022-04-25': ['~reporting'],
  '2022-06-06': ['~monitoring intensive'],
  '2022-07-11': [
    '+livingSupport 2022-07-11',
    '+livingSupport 2022-07-11b',
    '~livingSupport 2022-03-16',
    '~livingSupport 2022-03-16b',
  ],
  '2022-08-01': ['+monitoring everybody', '-monitoring general', '-monitoring intensive'],
  '2023-06-01': [
    '+caseRelease freed-at-the-change',
    '+caseRelease in-patient',
    '+caseRelease outside-hospital',
    '-caseRelease seven-days',
    '~caseRelease',
    '~sanctions isolation',
  ],
  '2023-08-31': ['~reporting'],
  '2025-09-27': ['~reporting'],
};

test('each version changes these entries of its rules, and restates all others as they were', () => {
  const series = versions('kr-covid-19');
  const found = series.map(({ effectiveFrom, rules }, index) => {
    const before = index === 0 ? {} : (series[index - 1]?.rules ?? {});
    return [effectiveFrom, [...changes(before, rules)].sort()];
  });
  expect(Object.fromEntries(found)).toEqual(CHANGES);
});
