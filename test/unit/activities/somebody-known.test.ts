import { describe, expect, test } from '@jest/globals';
import { somebodyKnown } from '../../../activities/patient-management/somebody-known.ts';
import type { Identity } from '../../../activities/ports/identities.ts';
import type { Uses } from '../../../activities/uses.ts';
import { likenessFactsOf } from '../../../domain/patient-management/person/resemblance.ts';
import { disease } from '../../../domain/patient-management/case/disease.ts';

const id = (last: number): string => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [FIRST, SECOND, THIRD] = [id(1), id(2), id(3)];
const [HERE, NEAR, AFAR] = ['11110', '11140', '26440'];
const GILDONG = { name: '홍길동', birthDate: '1980-01-02', phone: '+821012345678', sex: 'male' } as const;
const OTHER_PHONE = { ...GILDONG, phone: '+821099990000' };

type Stored = Readonly<{
  id: string;
  values?: NonNullable<Identity['values']>;
  district?: string;
  also?: readonly string[];
  ill?: true;
  byNumber?: true;
  /** The record that stands for it. */
  standing?: string;
  madeBy?: string;
}>;

/** Everybody is like whoever is told of: what a store would leave out is for its own tests. */
const known = (stored: readonly Stored[], within: readonly string[] = ['11']) => {
  const of = (one: string) => stored.find((row) => row.id === one);
  const uses = {
    identities: {
      alike: async () => stored.map((row) => ({ personId: row.id, byNumber: row.byNumber === true })),
      of: async (ids: readonly string[]) =>
        new Map(
          ids.map((one) => {
            const standing = of(of(one)?.standing ?? one);
            return [one, { personId: standing?.id, values: standing?.values ?? GILDONG }];
          }),
        ),
    },
    people: {
      load: async (one: string, commandId: string) =>
        of(one)?.madeBy === commandId ? { handled: { receipt: { id: one } } } : {},
    },
    lookups: {
      placeOf: async ({ id: one }: { id: string }) => {
        const { district = HERE, also = [] } = of(one) ?? {};
        return { district, also };
      },
      episodesOf: async (one: string) => (of(one)?.ill ? [{ caseId: id(9), stage: 'confirmed' }] : []),
    },
  } as unknown as Pick<Uses, 'identities' | 'people' | 'lookups'>;
  return somebodyKnown(uses, {
    told: { name: GILDONG.name, facts: likenessFactsOf(GILDONG) },
    disease: disease('covid-19'),
    ...{ district: HERE, within, commandId: 'report' },
  });
};
/** Whom they may be, and where that is asked. */
const asked = async (stored: readonly Stored[], within?: readonly string[]) =>
  (await known(stored, within)).maybe.map(({ personId, askedIn }) => [personId, askedIn]);

describe('it is certain who is told of', () => {
  test.each<[string, readonly Stored[], string]>([
    ['with all the same', [{ id: FIRST }], FIRST],
    [
      'where another office has their record, and this one a case',
      [{ id: FIRST, district: AFAR, also: [HERE] }],
      FIRST,
    ],
    ['by the number of a case', [{ id: FIRST, values: OTHER_PHONE, byNumber: true }], FIRST],
    ['of two who are alike in all, the one that is ill', [{ id: FIRST }, { id: SECOND, ill: true }], SECOND],
    ['of two who are alike in all, the first', [{ id: SECOND }, { id: FIRST }], FIRST],
    ['beside somebody who is only like them', [{ id: FIRST, values: OTHER_PHONE }, { id: SECOND }], SECOND],
    ['as the record that stands for them', [{ id: FIRST, standing: SECOND }, { id: SECOND }], SECOND],
  ])('%s', async (_what, stored, who) => {
    expect((await known(stored)).personId).toBe(who);
  });
  test('and of two records a person is asked whether they are one', async () => {
    expect(await asked([{ id: SECOND }, { id: FIRST }])).toEqual([[SECOND, HERE]]);
  });
});

describe('it is not certain', () => {
  test.each<[string, readonly Stored[], readonly (readonly string[])[]]>([
    ['where nobody is known', [], []],
    ['of somebody who is like them', [{ id: FIRST, values: OTHER_PHONE }], [[FIRST, HERE]]],
    [
      'of somebody of another office, which a wider reach holds too',
      [{ id: FIRST, values: OTHER_PHONE, district: NEAR }],
      [[FIRST, '00000']],
    ],
    [
      'of several who are like them: the likeliest',
      [
        { id: FIRST, values: OTHER_PHONE },
        { id: SECOND, values: { ...GILDONG, name: '홍길순' } },
      ],
      [[SECOND, HERE]],
    ],
    ['of somebody out of reach, who is theirs alone', [{ id: FIRST, district: AFAR }], [[FIRST, '00000']]],
    [
      'of somebody out of reach who is only like them',
      [{ id: FIRST, values: OTHER_PHONE, district: AFAR }],
      [],
    ],
    [
      'of a number that is somebody else’s',
      [{ id: FIRST, values: { ...OTHER_PHONE, name: '김영희' }, byNumber: true }],
      [[FIRST, HERE]],
    ],
    ['of whom the very command has made', [{ id: FIRST, madeBy: 'report/person' }], []],
  ])('%s', async (_what, stored, whom) => {
    expect((await known(stored)).personId).toBeUndefined();
    expect(await asked(stored)).toEqual(whom);
  });
  test('and where one is near and another out of reach, both are asked about', async () => {
    const stored = [
      { id: FIRST, values: OTHER_PHONE },
      { id: THIRD, district: AFAR },
    ];
    expect(await asked(stored)).toEqual([
      [FIRST, HERE],
      [THIRD, '00000'],
    ]);
  });
  test('for whoever has no reach at all', async () => {
    expect((await known([{ id: FIRST }], [])).personId).toBeUndefined();
  });
});
