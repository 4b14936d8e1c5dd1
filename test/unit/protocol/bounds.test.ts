import { expect, test } from '@jest/globals';
import { boundsFaults } from '../../../domain/protocol/bounds.ts';
import { faultsOf } from '../../support/evaluation-fixtures.ts';

const told = (given: unknown): readonly string[] =>
  boundsFaults(given).map(({ pointer, code }) => `${pointer} ${code}`);
const lists = (levels: number): unknown => (levels === 0 ? 1 : [lists(levels - 1)]);
const conditions = (count: number): unknown => Array.from({ length: count }, () => ({ fact: 'age' }));

test('every refusal says in words what is too much', () => {
  const long = { why: 'a'.repeat(2_001), ['a'.repeat(65)]: 1, 'a\0': '\0' };
  const all = [lists(41), Array(5_000).fill(1), Array(51).fill('a'.repeat(2_000)), conditions(501), long];
  expect(all.flatMap((given) => boundsFaults(given).map(({ detail }) => detail))).toEqual([
    'nested more than 40 levels deep',
    'more than 5000 values',
    'more than 100000 characters',
    'more than 500 conditions',
    'a text of more than 2000 characters',
    'a name of more than 64 characters',
    'a character that no text has',
  ]);
});

test('forty levels and no more', () => {
  expect(told(lists(40))).toEqual([]);
  expect(told(lists(41))).toEqual([`${'/0'.repeat(40)} too-deep`]);
});

test('five thousand values, a hundred thousand characters and no more', () => {
  expect(told(Array(4_999).fill(1))).toEqual([]);
  expect(told(Array(5_000).fill(1))).toEqual([' too-large']);
  expect(told(Array(50).fill('a'.repeat(2_000)))).toEqual([]);
  expect(told([...Array(50).fill('a'.repeat(2_000)), 'a'])).toEqual([' too-large']);
});

test('a text of two thousand characters, a name of sixty-four and no more', () => {
  expect(told({ why: 'a'.repeat(2_000) })).toEqual([]);
  expect(told({ why: 'a'.repeat(2_001) })).toEqual(['/why too-long']);
  expect(told({ ['a'.repeat(64)]: 1 })).toEqual([]);
  expect(told({ rules: { ['a'.repeat(65)]: 1 } })).toEqual(['/rules too-long']);
});

test('five hundred conditions and no more', () => {
  expect(told(conditions(500))).toEqual([]);
  expect(told(conditions(501))).toEqual([' too-many-conditions']);
});

test('what lies below a name that is too long is not looked at, and one answer names a hundred places', () => {
  expect(told({ ['a'.repeat(100_000)]: Array(4_000).fill('\0') })).toEqual([' too-long']);
  expect(told(Array(4_000).fill('\0'))).toHaveLength(100);
});

test('a document beyond the bounds is refused before its parameters are filled in', () => {
  const uses = Array(4_000).fill({ parameter: 'p' });
  expect(faultsOf({ parameters: { p: { value: 1 } }, rules: { x: uses } })).toEqual([' too-large']);
});
