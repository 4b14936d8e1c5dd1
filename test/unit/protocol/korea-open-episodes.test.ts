import { expect, test } from '@jest/globals';
import type { RuleName } from '../../../domain/protocol/language/protocol.schema.ts';
import { judgeRelease, releaseRules } from '../../../domain/protocol/evaluation/release.ts';
import { ruleInForce } from '../../../domain/protocol/protocol-version.ts';
import { inShort } from '../../support/evaluation-fixtures.ts';
import { aCase, at, better, korea, mers, rule, SERIES, shipped, versions } from '../../support/protocols.ts';
import type { Told } from '../../support/protocols.ts';

const since = (name: RuleName, startedOn: string, day: string, chosen?: string): string | undefined =>
  ruleInForce(versions('kr-covid-19'), name, { startedOn, ...(chosen === undefined ? {} : { chosen }) }, day)
    ?.rule.since;

/** Section 3.12: which release rule governs somebody isolated since a day. */
test.each([
  {
    change: 'the 8th edition does not reach',
    name: 'caseRelease',
    started: '2020-05-01',
    day: '2020-05-11',
    governed: '2020-02-04',
  },
  {
    change: 'the 9th edition does not reach',
    name: 'caseRelease',
    started: '2020-06-20',
    day: '2020-06-30',
    governed: '2020-05-11',
  },
  {
    change: 'the 9th edition governs whoever is isolated on its day',
    name: 'caseRelease',
    started: '2020-06-25',
    day: '2020-06-30',
    governed: '2020-06-25',
  },
  {
    change: 'the shorter time without fever does not reach',
    name: 'caseRelease',
    started: '2021-12-28',
    day: '2022-01-05',
    governed: '2020-06-25',
  },
  {
    change: '7 and 10 days do not reach unless chosen',
    name: 'caseRelease',
    started: '2022-01-22',
    day: '2022-01-29',
    governed: '2022-01-01',
  },
  {
    change: '7 days from the specimen reach everybody',
    name: 'caseRelease',
    started: '2022-02-03',
    day: '2022-02-09',
    governed: '2022-02-09',
  },
  {
    change: '7 days from the specimen, the day before',
    name: 'caseRelease',
    started: '2022-02-03',
    day: '2022-02-08',
    governed: '2022-01-26',
  },
  {
    change: '5 days advised reach everybody',
    name: 'caseRelease',
    started: '2023-05-28',
    day: '2023-06-01',
    governed: '2023-06-01',
  },
  {
    change: 'flat living support does not reach an earlier notice',
    name: 'livingSupport',
    started: '2022-03-15',
    day: '2022-03-20',
    governed: '2022-02-14',
  },
  {
    change: 'a shorter quarantine does not reach',
    name: 'quarantine',
    started: '2021-10-28',
    day: '2021-11-05',
    governed: '2021-09-24',
  },
  {
    change: 'the reform does not reach contacts',
    name: 'quarantine',
    started: '2022-02-03',
    day: '2022-02-09',
    governed: '2022-01-26',
  },
] as const)('$change: $name', ({ name, started, day, governed }) => {
  expect(since(name, started, day)).toBe(governed);
});

test('7 and 10 days reach whom an officer chose', () => {
  const { id } = korea('2022-01-26');
  expect(since('caseRelease', '2022-01-22', '2022-01-29', id)).toBe('2022-01-26');
  expect(since('caseRelease', '2022-01-22', '2022-02-08', id)).toBe('2022-01-26');
  expect(since('caseRelease', '2022-01-22', '2022-01-29', 'kr-covid-19/2022-01-01/1')).toBe('2022-01-01');
});

test('each rule says whom it reaches: only these differ from new episodes', () => {
  const reaching = SERIES.flatMap((series) =>
    shipped(series).flatMap(({ document }) =>
      Object.entries(document.rules).flatMap(([name, rule]) =>
        rule?.appliesTo === 'newEpisodes'
          ? []
          : [`${series}/${document.effectiveFrom} ${name} ${rule?.appliesTo}`],
      ),
    ),
  );
  expect(reaching).toEqual([
    'kr-covid-19/2022-01-26 caseRelease openEpisodesOptional',
    'kr-covid-19/2022-02-09 caseRelease openEpisodes',
    'kr-covid-19/2023-06-01 caseRelease openEpisodes',
  ]);
});

test('whether any other change reaches open episodes is a parameter, except for living support', () => {
  const literal = SERIES.flatMap((series) =>
    shipped(series).flatMap(({ json, file }) =>
      Object.entries(json['rules'] as Record<string, { appliesTo: unknown }>).flatMap(
        ([name, { appliesTo }]) => (typeof appliesTo === 'string' ? [`${file} ${name}`] : []),
      ),
    ),
  );
  expect(literal.filter((one) => !one.includes('livingSupport'))).toEqual([
    '2022-01-26.json caseRelease',
    '2022-02-09.json caseRelease',
    '2023-06-01.json caseRelease',
  ]);
});

test('a publisher may choose otherwise', () => {
  const chosen = { appliesToOpenEpisodes: 'openEpisodes' };
  const found = ruleInForce(
    versions('kr-covid-19', chosen),
    'caseRelease',
    { startedOn: '2020-06-20' },
    '2020-06-30',
  );
  expect(found?.rule.since).toBe('2020-06-25');
  expect(rule(mers('2018-09-18', chosen), 'quarantine').appliesTo).toBe('openEpisodes');
});

test('whoever is over the new period when it takes effect is released at once', () => {
  const told: Told = {
    symptomatic: true,
    dateOfSymptomOnset: '2022-02-01',
    specimenCollectedOn: '2022-02-02',
    vaccinations: [],
    reports: [better('2022-02-08 20:00')],
  };
  const say = (moment: string): string => {
    const day = moment.slice(0, 10);
    const found = ruleInForce(versions('kr-covid-19'), 'caseRelease', { startedOn: '2022-02-01' }, day);
    if (found === undefined) return 'no rule';
    return inShort(judgeRelease(releaseRules(found.rule, undefined), aCase(told), at(moment)));
  };
  expect(say('2022-02-08 23:59')).toBe('keep period-running improving');
  expect(say('2022-02-09 00:00')).toBe('release track-met seven-days');
});
