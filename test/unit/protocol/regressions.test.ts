import { expect, test } from '@jest/globals';
import { holds, type FactValue } from '../../../domain/protocol/evaluation/conditions.ts';
import { claimSchema, judgeLivingSupport } from '../../../domain/protocol/evaluation/living-support.ts';
import type { Condition } from '../../../domain/protocol/language/condition.ts';
import { parseProtocol } from '../../../domain/protocol/parse-protocol.ts';
import { ruleInForce, versionOf, type ProtocolVersion } from '../../../domain/protocol/protocol-version.ts';
import {
  aHistory,
  criterionOf,
  document,
  faults,
  faultsOf,
  judged,
  kst,
  ruleOf,
  type Json,
} from '../../support/evaluation-fixtures.ts';

test.each([
  { refusedIf: { fact: 'homeTreatment', is: false }, missing: ['homeTreatment'] },
  { refusedIf: { fact: 'age', atMost: 17 }, missing: ['age'] },
])(
  'the fact without which nobody can say whether a claim is refused is named: $missing',
  ({ refusedIf, missing }) => {
    const rule = ruleOf('livingSupport', {
      refusedIf,
      periods: [{ noticeFrom: '2022-03-16', counts: 'household', amounts: [{ size: 1, won: 100_000 }] }],
    });
    const claim = claimSchema.parse({ dateOfIsolationNotice: '2022-03-16', householdSize: 1 });
    expect(judgeLivingSupport(rule, claim, aHistory({}), kst('2022-08-01'))).toEqual({
      eligible: 'decideByPerson',
      because: 'facts-missing',
      missing,
    });
  },
);

const version = (effectiveFrom: string, rules: Json, before?: ProtocolVersion): ProtocolVersion =>
  versionOf(parseProtocol(document(rules, { effectiveFrom, unchanged: 'carryOver' })), 1, before);

test('the rule an officer chose stays chosen when a later version only carries it over', () => {
  const end = (daysAfterLastNegative: number): Json => ({
    outbreakEnd: { appliesTo: 'openEpisodesOptional', daysAfterLastNegative },
  });
  const first = version('2020-01-01', end(28));
  const second = version('2020-02-01', end(14), first);
  const reporting = { appliesTo: 'newEpisodes', diseaseClass: '1', deadlineHours: 0, channel: 'telephone' };
  const third = version('2020-03-01', { reporting }, second);
  const episode = { startedOn: '2020-01-31', chosen: second.id };
  const on = (day: string): number | undefined =>
    ruleInForce([first, second, third], 'outbreakEnd', episode, day)?.rule.daysAfterLastNegative;
  expect(on('2020-02-29')).toBe(14);
  expect(on('2020-03-01')).toBe(14);
});

test.each<[FactValue, Condition]>([
  ['3', { fact: 'wardDays', atLeast: 10 }],
  [true, { fact: 'wardDays', atLeast: 10 }],
  [3, { fact: 'wardDays', is: true }],
  ['3', { fact: 'wardDays', includes: 'b' }],
  [3, { fact: 'wardDays', in: ['b'] }],
])('an answer of another type than was asked for is not known: %j, %j', (value, condition) => {
  expect(holds(condition, { valueOf: () => value }, new Map(), [])).toBeUndefined();
});

test("a document may not give one of the language's own facts another meaning", () => {
  const tiers = [{ id: 'a', of: 'case', checksPerDay: 1, channel: 'app' }];
  const rules = { monitoring: { appliesTo: 'newEpisodes', tiers } };
  const own = { type: 'number' };
  expect(faults(document(rules, { facts: { symptomatic: own, householdSize: own, ward: own } }))).toEqual(
    ['symptomatic', 'householdSize'].map((fact) => ({
      pointer: `/facts/${fact}`,
      code: 'reserved-fact',
      detail: 'the language has a fact of this name',
    })),
  );
  expect(faultsOf(document(rules, { exposureFacts: { minutes: own, symptomatic: own } }))).toEqual([
    '/exposureFacts/minutes reserved-fact',
  ]);
});

test.each([
  {
    anchor: 'lastContact',
    later: { exposures: [{ lastContact: '2020-07-01' }, { lastContact: '2020-07-20' }] },
  },
  { anchor: 'arrival', later: { arrivedOn: '2020-07-20' } },
  { anchor: 'isolationStarted', later: { isolationStartedOn: '2020-07-20' } },
  { anchor: 'symptomsEnded', later: { symptomsEndedOn: '2020-07-20' } },
  { anchor: 'specimen', later: { specimenCollectedOn: '2020-07-20' } },
  { anchor: 'firstContact', later: { exposures: [{ lastContact: '2020-07-20' }] } },
])('a day that is still to come is no anchor: $anchor', ({ anchor, later }) => {
  const track = { minimum: [{ anchor, anchorDayIs: 0, endDay: 10, endTime: '24:00' }] };
  const verdict = judged(track, later, kst('2020-07-12'));
  expect(criterionOf(verdict, 'minimum')?.facts['anchorDay']).not.toBe('2020-07-20');
});

test('the order of symptoms within a report never matters', () => {
  const at = '2020-07-01T00:00:00Z';
  const track = { requires: { fact: 'symptoms', includes: 'cough' } };
  const says = (symptoms: string[]): string =>
    judged(
      track,
      {
        reports: [
          { at, symptoms },
          { at, symptoms: ['cough'] },
        ],
      },
      kst('2020-07-02'),
    ).verdict;
  expect(says(['taste', 'ache'])).toBe(says(['ache', 'taste']));
});

test('a contact that goes on has its last day today', () => {
  const track = { minimum: [{ anchor: 'lastContact', anchorDayIs: 0, endDay: 10, endTime: '24:00' }] };
  const exposures = [{ firstContact: '2020-07-01', lastContact: '2020-07-20' }];
  expect(judged(track, { exposures }, kst('2020-07-12')).verdict).toBe('keep');
});

test('an answer of another type than was asked for is missing, and a person decides', () => {
  const track = { requires: { fact: 'ward', is: true } };
  const facts = { ward: { type: 'truth' } };
  const verdict = judged(track, { attributes: { ward: 'b' } }, kst('2020-07-12'), { document: { facts } });
  expect(verdict).toMatchObject({ verdict: 'decideByPerson', because: 'facts-missing', missing: ['ward'] });
});
