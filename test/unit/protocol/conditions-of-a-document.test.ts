import { expect, test } from '@jest/globals';
import { document, faults, faultsOf, type Json } from '../../support/evaluation-fixtures.ts';

const head = { appliesTo: 'newEpisodes' };
const SUPPORT = { noticeFrom: '2022-01-01', counts: 'household', amounts: [{ size: 1, won: 100 }] };
const scheduled = (id: string): Json => ({
  id,
  testType: 'pcr',
  when: { anchor: 'lastContact', anchorDayIs: 0, fromDay: 0, untilDay: 0 },
});
const AGE = { fact: 'age', atLeast: 1 };
const SIZE = { fact: 'householdSize', atLeast: 1 };
const TOUCHED = { fact: 'touched', is: true };
const tests = (appliesIf: Json): Json => ({
  quarantine: {
    ...head,
    binding: 'duty',
    measures: [{ id: 'a', measure: 'none', tests: [{ ...scheduled('t'), appliesIf }] }],
  },
});
const grade = (when: Json): Json => ({
  contactDefinition: { ...head, otherwise: 'noContact', grades: [{ grade: 'a', when }] },
});
const tier = (appliesIf: Json): Json => ({
  monitoring: { ...head, tiers: [{ id: 'a', of: 'case', checksPerDay: 1, channel: 'app', appliesIf }] },
});
const refused = (refusedIf: Json): Json => ({ livingSupport: { ...head, refusedIf, periods: [SUPPORT] } });

test.each<readonly [string, (condition: Json) => Json, readonly Json[], readonly Json[], string]>([
  ['of a case', tier, [AGE], [SIZE, TOUCHED], '/rules/monitoring/tiers/0/appliesIf'],
  ['of a test', tests, [AGE], [SIZE, TOUCHED], '/rules/quarantine/measures/0/tests/0/appliesIf'],
  ['of an exposure', grade, [TOUCHED], [AGE, SIZE], '/rules/contactDefinition/grades/0/when'],
  ['of a claim', refused, [AGE, SIZE], [TOUCHED], '/rules/livingSupport/refusedIf'],
])('facts %s', (_what, rulesWith, known, unknown, place) => {
  for (const condition of known) expect(faultsOf(document(rulesWith(condition)))).toEqual([]);
  for (const condition of unknown) {
    const [fault, ...more] = faults(document(rulesWith(condition)));
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ pointer: `${place}/fact`, code: 'unknown-fact' });
    expect(fault?.detail).toMatch(/^unknown fact: expected one of /);
  }
});

test("a document's own facts, of a case or of an exposure", () => {
  const own = { fact: 'ward', is: 'b' };
  const facts = { ward: { type: 'code', values: ['a', 'b'] } };
  expect(faultsOf(document(tier(own), { facts }))).toEqual([]);
  expect(faultsOf(document(refused(own), { facts }))).toEqual([]);
  expect(faultsOf(document(grade(own), { exposureFacts: facts }))).toEqual([]);
  expect(faultsOf(document(grade(own), { facts }))).toEqual([
    '/rules/contactDefinition/grades/0/when/fact unknown-fact',
  ]);
  expect(faultsOf(document(tier(own), { exposureFacts: facts }))).toEqual([
    '/rules/monitoring/tiers/0/appliesIf/fact unknown-fact',
  ]);
  expect(faultsOf(document(tier({ fact: 'ward', is: 'c' }), { facts }))).toEqual([
    '/rules/monitoring/tiers/0/appliesIf/is unknown-code',
  ]);
});
