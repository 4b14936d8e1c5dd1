import { expect, test } from '@jest/globals';
import { InvalidProtocol } from '../../../domain/protocol/invalid-protocol.ts';
import { parseProtocol } from '../../../domain/protocol/parse-protocol.ts';
import { document, faults, faultsOf, type Json } from '../../support/evaluation-fixtures.ts';

const MINIMUM = { anchor: 'onset', anchorDayIs: 0, endDay: 10, endTime: '24:00' };
const release = (track: Json, more: Json = {}): Json => ({
  caseRelease: {
    appliesTo: 'newEpisodes',
    binding: 'duty',
    tracks: [{ id: 'time', kind: 'time', ...track }],
    ...more,
  },
});
const counted = (count: Json): Json => document(release({ minimum: [{ ...MINIMUM, ...count }] }));
const TRACK = '/rules/caseRelease/tracks/0';
const requiring = (requires: unknown, more: Json = {}): Json => document(release({ requires }), more);

test('a document that is right, with its defaults', () => {
  const given = document(release({ minimum: [MINIMUM] }));
  expect(parseProtocol(given)).toEqual(given);
  expect(faultsOf(given)).toEqual([]);
});

test.each<readonly [string, Json, readonly string[]]>([
  ['a misspelt anchor', counted({ anchor: 'onsett' }), [`${TRACK}/minimum/0/anchor invalid-value`]],
  ['a misspelt anchor instead', counted({ orElse: 'confirm' }), [`${TRACK}/minimum/0/orElse invalid-value`]],
  ['an anchor day of 2', counted({ anchorDayIs: 2 }), [`${TRACK}/minimum/0/anchorDayIs invalid-value`]],
  [
    'a negative length',
    counted({ anchorDayIs: 1, endDay: 0 }),
    [`${TRACK}/minimum/0/endDay negative-length`],
  ],
  ['a day below zero', counted({ endDay: -1 }), [`${TRACK}/minimum/0/endDay negative-length`]],
  ['a day beyond all measure', counted({ endDay: 401 }), [`${TRACK}/minimum/0/endDay too-big`]],
  ['half a day', counted({ endDay: 1.5 }), [`${TRACK}/minimum/0/endDay invalid-type`]],
  ['an unknown field', counted({ endHour: 3 }), [`${TRACK}/minimum/0/endHour unknown-field`]],
  [
    'two unknown fields',
    counted({ 'a/b': 3, 'c~d': 4 }),
    [`${TRACK}/minimum/0/a~1b unknown-field`, `${TRACK}/minimum/0/c~0d unknown-field`],
  ],
  ['a track without a condition', document(release({})), [`${TRACK} not-allowed`]],
  [
    'a track that only says whom it is for',
    document(release({ appliesIf: { fact: 'age', atLeast: 1 } })),
    [`${TRACK} not-allowed`],
  ],
  [
    'a test track without negatives',
    document(release({ kind: 'test', course: 'any' })),
    [`${TRACK}/negatives not-allowed`],
  ],
  [
    'a fever reducer without fever',
    document(release({ course: 'any', withoutAntipyretic: true })),
    [`${TRACK}/withoutAntipyretic not-allowed`],
  ],
  ['no tracks', document(release({}, { tracks: [] })), ['/rules/caseRelease/tracks too-small']],
  ['an unknown rule', document({ released: {} }), ['/rules/released unknown-field']],
  ['an unknown kind', document(release({ kind: 'luck', course: 'any' })), [`${TRACK}/kind invalid-value`]],
  [
    'a name that is none',
    document(release({ id: '10-days', course: 'any' })),
    [`${TRACK}/id invalid-format`],
  ],
  [
    'an end before the beginning',
    document({}, { effectiveUntil: '2020-06-24' }),
    ['/effectiveUntil negative-length'],
  ],
  [
    'a day that does not exist',
    document({}, { effectiveFrom: '2020-02-30' }),
    ['/effectiveFrom invalid-format'],
  ],
  ['no rules', { ...document({}), rules: undefined }, ['/rules invalid-type']],
  [
    'a parameter with a bad name',
    document({}, { parameters: { '1st': { value: 1, status: 'verified', why: 'x' } } }),
    ['/parameters/1st unused-parameter', '/parameters/1st invalid-name'],
  ],
  [
    'a fact of an unknown type',
    document({}, { facts: { ward: { type: 'text' } } }),
    ['/facts/ward/type invalid-value'],
  ],
])('%s', (_what, given, expected) => {
  expect(faultsOf(given)).toEqual(expected);
});

test('one day is long enough', () => {
  expect(faultsOf(counted({ anchorDayIs: 1, endDay: 1 }))).toEqual([]);
  expect(faultsOf(counted({ anchorDayIs: 0, endDay: 0 }))).toEqual([]);
  expect(faultsOf(document({}, { effectiveUntil: '2020-06-25' }))).toEqual([]);
});

test.each<readonly [string, unknown, string]>([
  ['unknown fact', { fact: 'agee', atLeast: 1 }, '/fact unknown-fact'],
  ['unknown operator', { fact: 'age', moreThan: 1 }, '/moreThan unknown-operator'],
  ['no operator', { fact: 'age' }, ' say-what-the-fact-must-be'],
  ['an operator of another type', { fact: 'age', is: true }, '/is not-for-a-number'],
  ['a text for a number', { fact: 'age', atLeast: '60' }, '/atLeast expected-a-number'],
  ['no finite number', { fact: 'age', atLeast: Infinity }, '/atLeast expected-a-number'],
  ['a text for a truth', { fact: 'inPatient', is: 'yes' }, '/is expected-true-or-false'],
  ['an unknown code', { fact: 'course', is: 'better' }, '/is unknown-code'],
  ['an unknown code in a list', { fact: 'course', in: ['improving', 'better'] }, '/in/1 unknown-code'],
  ['a number for a code', { fact: 'exposureGrade', is: 3 }, '/is expected-a-code'],
  ['a code for a list', { fact: 'course', in: 'improving' }, '/in expected-a-list-of-codes'],
  ['an empty list', { fact: 'course', in: [] }, '/in expected-a-list-of-codes'],
  ['an unknown code of several', { fact: 'exposureSettings', includes: 'beach' }, '/includes unknown-code'],
  ['is for several codes', { fact: 'symptoms', is: 'cough' }, '/is not-for-a-codes'],
  ['no condition', { every: [] }, ' unknown-condition'],
  ['as of an unknown anchor', { fact: 'doses', atLeast: 1, asOf: 'confirm' }, '/asOf unknown-anchor'],
  [
    'as of another day, of what has none',
    { fact: 'age', atLeast: 1, asOf: 'confirmed' },
    '/asOf not-for-this-fact',
  ],
  ['half a day', { fact: 'daysSinceLastDose', atLeast: 1.5 }, '/atLeast expected-whole-days,-0-to-36500'],
  [
    'a day too many',
    { fact: 'daysSinceLastDose', atMost: 36_501 },
    '/atMost expected-whole-days,-0-to-36500',
  ],
  ['no day', { fact: 'confirmedOn', before: '2020-02-30' }, '/before expected-a-day,-YYYY-MM-DD'],
  ['not an object', 'always', ' a-condition-is-an-object'],
  ['null', null, ' a-condition-is-an-object'],
  ['a list', [], ' a-condition-is-an-object'],
  ['all of nothing', { all: [] }, '/all not-allowed'],
  ['any of no list', { any: {} }, '/any not-allowed'],
  ['all beside any', { all: [{ fact: 'age', atLeast: 1 }], any: [] }, ' not-allowed'],
  ['not beside a fact', { not: { fact: 'age', atLeast: 1 }, fact: 'age' }, ' not-allowed'],
  [
    'deep within',
    {
      not: {
        any: [
          { fact: 'age', atLeast: 1 },
          { fact: 'agee', atMost: 1 },
        ],
      },
    },
    '/not/any/1/fact unknown-fact',
  ],
])('a condition: %s', (_what, requires, expected) => {
  expect(faultsOf(requiring(requires))).toEqual([`${TRACK}/requires${expected}`]);
});

test('an unknown fact is told beside what is wrong elsewhere, and no place twice', () => {
  const two = requiring(
    { all: [{ fact: 'agee', atLeast: 1 }, { any: [] }] },
    { effectiveUntil: '2020-06-01' },
  );
  expect([...faultsOf(two)].sort()).toEqual([
    '/effectiveUntil negative-length',
    `${TRACK}/requires/all/0/fact unknown-fact`,
    `${TRACK}/requires/all/1/any not-allowed`,
  ]);
});

test('too deep: a condition of more than eight levels', () => {
  const nested = (levels: number): unknown =>
    levels === 0 ? { fact: 'age', atLeast: 1 } : { all: [nested(levels - 1)] };
  expect(faultsOf(requiring(nested(8)))).toEqual([]);
  const place = '/all/0'.repeat(9);
  expect(faultsOf(requiring(nested(9)))).toEqual([`${TRACK}/requires${place} not-allowed`]);
  expect(
    faultsOf(requiring({ all: Array.from({ length: 60 }, () => ({ fact: 'age', atLeast: 1 })) })),
  ).toEqual([]);
});

test('a text that no store keeps', () => {
  const title = { ko: 'a\u0000b', en: '\ud800' };
  expect(faultsOf(document({}, { title }))).toEqual([
    '/title/ko unreadable-text',
    '/title/en unreadable-text',
  ]);
  expect(faultsOf({ ...document({}), 'a\u0000': 1 })).toEqual([' unreadable-text']);
  expect(faults('\udc00')).toEqual([
    { pointer: '', code: 'unreadable-text', detail: 'a character that no text has' },
  ]);
  expect(faultsOf(document({}, { title: { ko: '격리 😷', en: '' } }))).toEqual([]);
});

test('what is no object at all has one fault, at its root', () => {
  for (const given of [null, 'protocol', 3, [], undefined])
    expect(faultsOf(given)).toEqual([' invalid-type']);
});

test('the refusal says how many places are wrong, and each with its words', () => {
  const given = counted({ anchor: 'onsett', endHour: 3 });
  expect(() => parseProtocol(given)).toThrow(InvalidProtocol);
  try {
    parseProtocol(given);
  } catch (error) {
    expect(error).toMatchObject({ code: 'protocol/invalid', params: { faults: 2 } });
  }
  expect(faults(counted({ endHour: 3 }))).toEqual([
    {
      pointer: `${TRACK}/minimum/0/endHour`,
      code: 'unknown-field',
      detail: 'the language has no such field here',
    },
  ]);
  expect(faults(counted({ anchorDayIs: 1, endDay: 0 }))).toEqual([
    {
      pointer: `${TRACK}/minimum/0/endDay`,
      code: 'negative-length',
      detail: 'negative length: the period would end before its anchor day',
    },
  ]);
  expect(faults(requiring({ fact: 'inPatient', is: 'yes' }))).toEqual([
    { pointer: `${TRACK}/requires/is`, code: 'expected-true-or-false', detail: 'expected true or false' },
  ]);
  const [name] = faults(document({}, { facts: { '1st': { type: 'truth' } } }));
  expect(name).toMatchObject({ pointer: '/facts/1st', code: 'invalid-name' });
  expect(name?.detail).toMatch(/^a name:/);
});
