import { expect, test } from '@jest/globals';
import { parseProtocol } from '../../../domain/protocol/parse-protocol.ts';
import {
  inForce,
  ruleInForce,
  versionOf,
  type ProtocolVersion,
} from '../../../domain/protocol/protocol-version.ts';
import { document, type Json } from '../../support/evaluation-fixtures.ts';

const end = (daysAfterLastNegative: number, appliesTo = 'newEpisodes'): Json => ({
  outbreakEnd: { appliesTo, daysAfterLastNegative },
});
const REPORTING = {
  reporting: { appliesTo: 'newEpisodes', diseaseClass: '1', deadlineHours: 0, channel: 'telephone' },
};
const version = (
  effectiveFrom: string,
  rules: Json,
  { before, revision = 1, ...more }: Json & { before?: ProtocolVersion; revision?: number } = {},
): ProtocolVersion =>
  versionOf(
    parseProtocol(document(rules, { effectiveFrom, unchanged: 'carryOver', ...more })),
    revision,
    before,
  );

test('a version carries over what it does not name, with the day on which that took effect', () => {
  const first = version('2020-01-01', { ...end(28), ...REPORTING });
  const second = version('2020-02-01', end(14), {
    before: first,
    revision: 2,
    effectiveUntil: '2020-12-31',
    title: { ko: '제2판', en: 'second edition' },
  });
  expect(first).toStrictEqual({
    id: 'kr-covid-19/2020-01-01/1',
    disease: 'covid-19',
    jurisdiction: 'kr',
    effectiveFrom: '2020-01-01',
    revision: 1,
    rules: {
      outbreakEnd: { appliesTo: 'newEpisodes', daysAfterLastNegative: 28, since: '2020-01-01' },
      reporting: { ...REPORTING.reporting, since: '2020-01-01' },
    },
    parameters: {},
    sources: {},
    facts: {},
    exposureFacts: {},
  });
  expect(second).toEqual({
    id: 'kr-covid-19/2020-02-01/2',
    disease: 'covid-19',
    jurisdiction: 'kr',
    effectiveFrom: '2020-02-01',
    effectiveUntil: '2020-12-31',
    revision: 2,
    rules: {
      outbreakEnd: { appliesTo: 'newEpisodes', daysAfterLastNegative: 14, since: '2020-02-01' },
      reporting: { ...REPORTING.reporting, since: '2020-01-01' },
    },
    title: { ko: '제2판', en: 'second edition' },
    parameters: {},
    sources: {},
    facts: {},
    exposureFacts: {},
  });
});

test('parameters and sources are carried over with the rules', () => {
  const parameter = (value: number) => ({ value, status: 'notVerified', why: 'not stated' });
  const evidence = { status: 'verified', sources: ['1', '2'] };
  const rules = {
    outbreakEnd: { appliesTo: 'newEpisodes', daysAfterLastNegative: { parameter: 'days' }, evidence },
  };
  const first = version('2020-01-01', rules, {
    parameters: { days: parameter(28) },
    sources: {
      '1': { url: 'https://example.org/1' },
      '2': { url: 'https://example.org/2' },
      '9': { url: 'https://example.org/nobody-names-it' },
    },
  });
  expect(Object.keys(first.sources)).toEqual(['1', '2']);
  const more = {
    parameters: { days: parameter(14) },
    sources: { '1': { url: 'https://example.org/1' }, '2': { url: 'https://example.org/3' } },
  };
  expect(version('2020-02-01', rules, { before: first, ...more })).toMatchObject({
    parameters: { days: { value: 14 } },
    sources: { '1': { url: 'https://example.org/1' }, '2': { url: 'https://example.org/3' } },
  });
  const kept = version('2020-02-01', REPORTING, { before: first });
  expect(kept).toMatchObject({ parameters: first.parameters, sources: first.sources });
  const dropped = version('2020-02-01', REPORTING, { before: first, unchanged: 'dropped' });
  expect(dropped).toMatchObject({ parameters: {}, sources: {} });
  expect(dropped.parameters).toEqual({});
  expect(dropped.sources).toEqual({});
});

test('a version that drops what it does not name', () => {
  const first = version('2020-01-01', { ...end(28), ...REPORTING });
  const second = version('2020-02-01', end(14), { before: first, unchanged: 'dropped' });
  expect(Object.keys(second.rules)).toEqual(['outbreakEnd']);
  const empty = parseProtocol(document({}));
  expect(Object.keys(versionOf({ ...empty, rules: { outbreakEnd: undefined } }, 1, first).rules)).toEqual([]);
});

test('the version in force: the latest to have taken effect, in its latest revision', () => {
  const dated = (effectiveFrom: string, revision: number, effectiveUntil?: string) => ({
    effectiveFrom,
    revision,
    ...(effectiveUntil === undefined ? {} : { effectiveUntil }),
  });
  const versions = [
    dated('2020-02-01', 2),
    dated('2020-01-01', 9),
    dated('2020-02-01', 1),
    dated('2020-03-01', 1, '2020-03-31'),
  ];
  const on = (day: string) => inForce(versions, day);
  expect(on('2019-12-31')).toBeUndefined();
  expect(on('2020-01-01')).toBe(versions[1]);
  expect(on('2020-01-31')).toBe(versions[1]);
  expect(on('2020-02-01')).toBe(versions[0]);
  expect(on('2020-03-01')).toBe(versions[3]);
  expect(on('2020-03-31')).toBe(versions[3]);
  expect(on('2020-04-01')).toBe(versions[0]);
  expect(inForce([...versions].reverse(), '2020-02-29')).toBe(versions[0]);
  expect(inForce([dated('2020-02-01', 1), dated('2020-01-01', 2)], '2020-02-01')?.revision).toBe(1);
});

const series = (appliesTo: string) => {
  const first = version('2020-01-01', { ...end(28), ...REPORTING });
  const second = version('2020-02-01', end(14, appliesTo), { before: first });
  return [first, second] as const;
};
const ruleOn = (
  versions: readonly ProtocolVersion[],
  day: string,
  episode: { startedOn: string; chosen?: string },
) => {
  const found = ruleInForce(versions, 'outbreakEnd', episode, day);
  return found === undefined ? undefined : `${found.version} ${found.rule.daysAfterLastNegative}`;
};
const OPEN = { startedOn: '2020-01-31' };
const FIRST = 'kr-covid-19/2020-01-01/1 28';
const SECOND = 'kr-covid-19/2020-02-01/1 14';

test.each([
  { appliesTo: 'newEpisodes', episode: OPEN, rule: FIRST },
  { appliesTo: 'newEpisodes', episode: { startedOn: '2020-02-01' }, rule: SECOND },
  { appliesTo: 'openEpisodes', episode: OPEN, rule: SECOND },
  { appliesTo: 'openEpisodesOptional', episode: OPEN, rule: FIRST },
  { appliesTo: 'openEpisodesOptional', episode: { startedOn: '2020-02-02' }, rule: SECOND },
  {
    appliesTo: 'openEpisodesOptional',
    episode: { ...OPEN, chosen: 'kr-covid-19/2020-02-01/1' },
    rule: SECOND,
  },
  {
    appliesTo: 'openEpisodesOptional',
    episode: { ...OPEN, chosen: 'kr-covid-19/2020-01-01/1' },
    rule: FIRST,
  },
  { appliesTo: 'newEpisodes', episode: { ...OPEN, chosen: 'kr-covid-19/2020-02-01/1' }, rule: FIRST },
])('a changed rule for $appliesTo, episode $episode', ({ appliesTo, episode, rule }) => {
  const versions = series(appliesTo);
  expect(ruleOn(versions, '2020-01-31', episode)).toBe(FIRST);
  expect(ruleOn(versions, '2020-02-01', episode)).toBe(rule);
  expect(ruleOn([...versions].reverse(), '2020-02-01', episode)).toBe(rule);
});

test('a rule carried over governs episodes by the day on which it took effect, not its version', () => {
  const [first, second] = series('newEpisodes');
  const third = version('2020-03-01', REPORTING, { before: second });
  const versions = [first, second, third];
  expect(ruleOn(versions, '2020-03-01', { startedOn: '2020-02-15' })).toBe('kr-covid-19/2020-03-01/1 14');
  expect(ruleOn(versions, '2020-03-01', OPEN)).toBe(FIRST);
});

test('of several earlier versions the one just before counts', () => {
  const first = version('2020-01-01', end(28));
  const second = version('2020-02-01', end(21), { before: first });
  const third = version('2020-03-01', end(14), { before: second });
  expect(ruleOn([third, second, first], '2020-03-05', { startedOn: '2020-02-20' })).toBe(
    'kr-covid-19/2020-02-01/1 21',
  );
});

test('a version that has run out still governs the episodes of its time', () => {
  const first = version('2020-01-01', end(28), { effectiveUntil: '2020-01-31' });
  const second = version('2020-02-01', end(14), { before: first });
  expect(ruleOn([first, second], '2020-02-01', OPEN)).toBe(FIRST);
});

test('a chosen version that has no such rule, or that nobody knows, chooses nothing', () => {
  const [first, second] = series('openEpisodesOptional');
  const other = version('2019-12-01', REPORTING);
  for (const chosen of [other.id, 'kr-covid-19/2018-01-01/1']) {
    expect(ruleOn([other, first, second], '2020-02-01', { ...OPEN, chosen })).toBe(FIRST);
  }
});

test('no rule: none in force, none by that name, none before a change that does not reach the episode', () => {
  const [first] = series('newEpisodes');
  expect(ruleOn([], '2020-02-01', OPEN)).toBeUndefined();
  expect(ruleOn([first], '2019-12-31', OPEN)).toBeUndefined();
  expect(ruleOn([version('2020-01-01', REPORTING)], '2020-02-01', OPEN)).toBeUndefined();
  expect(ruleOn([first], '2020-02-01', { startedOn: '2019-12-31' })).toBeUndefined();
});

test('a rule without a day of its own counts from its version', () => {
  const [first, second] = series('newEpisodes');
  const { since: _, ...rule } = second.rules.outbreakEnd as NonNullable<
    ProtocolVersion['rules']['outbreakEnd']
  >;
  const undated = { ...second, rules: { ...second.rules, outbreakEnd: rule } };
  expect(ruleOn([first, undated], '2020-02-01', OPEN)).toBe(FIRST);
  expect(ruleOn([first, undated], '2020-02-01', { startedOn: '2020-02-01' })).toBe(SECOND);
});
