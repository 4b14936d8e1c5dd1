import { describe, expect, test } from '@jest/globals';
import {
  likeliest,
  likenessFactsOf,
  resemblance,
} from '../../../domain/patient-management/person/resemblance.ts';
import { withTwins } from '../../../domain/bulk-work/twins.ts';
import type { ListedPatient } from '../../../domain/bulk-work/listed-patient.ts';

const GILDONG: ListedPatient = {
  patientId: 'L1',
  name: '홍길동',
  phone: '010-1234-5678',
  birthDate: '1980-01-02',
  sex: 'male',
};
const facts = (more: Partial<ListedPatient> = {}) => likenessFactsOf({ ...GILDONG, ...more });
const standing = (more: Partial<ListedPatient>, sameNumber = false) =>
  resemblance(facts(more), facts(), sameNumber)?.standing;

describe('two records are', () => {
  test.each([
    ['one person: all is the same', {}, 'certain'],
    ['one person, however the telephone is written', { phone: '+82 10 1234 5678' }, 'certain'],
    ['in doubt: another telephone', { phone: '010-9999-5678' }, 'doubtful'],
    ['in doubt: no telephone', { phone: '' }, 'doubtful'],
    ['in doubt: a twin with the telephone of the family', { name: '홍길순' }, 'doubtful'],
    ['in doubt: another birth date', { birthDate: '1980-02-01' }, 'doubtful'],
    ['in doubt: another sex', { sex: 'female' }, 'doubtful'],
    [
      'nothing to each other: the telephone of the family',
      { name: '김영희', birthDate: '2010-05-05' },
      undefined,
    ],
    ['nothing to each other: born on one day', { name: '김영희', phone: '' }, undefined],
    ['nothing to each other: of one name', { birthDate: '', phone: '' }, undefined],
    ['nothing to each other: nothing is told', { name: '', birthDate: '', phone: '' }, undefined],
  ] as const)('%s', (_what, more, expected) => expect(standing(more)).toBe(expected));
  test('one person by the registry’s number, unless name or birth date say otherwise', () => {
    expect(standing({ name: '', birthDate: '', phone: '' }, true)).toBe('certain');
    expect(standing({ phone: '010-9999-5678' }, true)).toBe('certain');
    expect(standing({ name: '김영희' }, true)).toBe('doubtful');
    expect(standing({ birthDate: '1999-09-09' }, true)).toBe('doubtful');
    expect(resemblance(facts(), facts(), true)?.reasons[0]).toBe('registry-number-same');
  });
});

test('of several the likeliest is meant; two that are certain are a person’s to decide', () => {
  const of = (kind: 'certain' | 'doubtful', score: number) => ({ standing: kind, score, reasons: [] });
  expect(likeliest([])).toBeUndefined();
  expect(likeliest([of('doubtful', 0.95), of('certain', 0.9)])).toEqual(of('certain', 0.9));
  expect(likeliest([of('doubtful', 0.6), of('doubtful', 0.7)])).toEqual(of('doubtful', 0.7));
  expect(likeliest([of('certain', 1), of('certain', 0.98)])).toEqual(of('doubtful', 1));
});

test('a row names the one above it that it is like, and a refused one none', () => {
  const row = (line: number, more: Partial<ListedPatient>) => ({ line, values: { ...GILDONG, ...more } });
  const twins = withTwins([
    row(2, {}),
    row(3, { name: '김영희', phone: '010-5555-1111', birthDate: '1970-01-01' }),
    { line: 4, fault: 'row/date-malformed' },
    row(5, { phone: '' }),
    row(6, {}),
    row(7, { name: '', phone: '', birthDate: '' }),
  ]).map((one) =>
    'fault' in one ? undefined : one.values.twin && [one.values.twin.line, one.values.twin.standing],
  );
  expect(twins).toEqual([undefined, undefined, undefined, [2, 'doubtful'], [2, 'certain'], undefined]);
});
