import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  findingsIn,
  type CaseDays,
  type DatedEdge,
} from '../../../domain/epidemiological-investigation/infection-network/findings.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';

const on = (number: number): LocalDate => LocalDate.of('2026-03-01').plusDays(number - 1);
const infects = (source: string, caseId: string, exposed?: number, sure = true): DatedEdge => ({
  contactId: `${source}-${caseId}`,
  sourceCaseId: source,
  exposedPersonId: caseId.toUpperCase(),
  caseId,
  transmission: sure ? 'confirmed' : 'possible',
  ...(exposed === undefined ? {} : { firstContact: on(exposed) }),
});
type Days = Readonly<{ ill?: number; confirmed?: number; infectious?: number }>;
const known = (cases: Readonly<Record<string, Days>>): ReadonlyMap<string, CaseDays> =>
  new Map(
    Object.entries(cases).map(([caseId, { ill, confirmed, infectious }]) => [
      caseId,
      {
        onset: ill === undefined ? undefined : on(ill),
        confirmedOn: confirmed === undefined ? undefined : on(confirmed),
        infectiousFrom: infectious === undefined ? undefined : on(infectious),
      },
    ]),
  );

describe('what cannot be in a network', () => {
  test('is nothing where the days fit, or are not known', () => {
    const edges = [infects('a', 'b', 3), infects('b', 'c', 8)];
    const fit = known({
      a: { ill: 3, infectious: 1 },
      b: { ill: 7, confirmed: 9, infectious: 5 },
      c: { ill: 12 },
    });
    expect(findingsIn(edges, fit)).toEqual([]);
    expect(findingsIn(edges, known({}))).toEqual([]);
    expect(findingsIn([infects('a', 'b')], fit)).toEqual([]);
  });

  test.each<[string, readonly DatedEdge[], Readonly<Record<string, Days>>, readonly [string, string]]>([
    ['ill-before-exposure', [infects('a', 'b', 5)], { b: { ill: 4 } }, ['a', 'b']],
    ['exposed-after-confirmation', [infects('a', 'b', 5)], { b: { confirmed: 4 } }, ['a', 'b']],
    [
      'ill-before-infector-was-exposed',
      [infects('a', 'b', 5), infects('b', 'c')],
      { b: { ill: 6 }, c: { ill: 4 } },
      ['b', 'c'],
    ],
    [
      'ill-before-infector-was-infectious',
      [infects('a', 'b', 1)],
      { a: { infectious: 5 }, b: { ill: 4 } },
      ['a', 'b'],
    ],
  ])('%s: a day too early, and not on the day itself', (kind, edges, cases, caseIds) => {
    expect(findingsIn(edges, known(cases))).toEqual([{ kind, caseIds, contactIds: [caseIds.join('-')] }]);
    const later = Object.fromEntries(
      Object.entries(cases).map(([caseId, { ill, confirmed, ...days }]) => [
        caseId,
        {
          ...days,
          ...(ill === undefined ? {} : { ill: ill + 1 }),
          ...(confirmed === undefined ? {} : { confirmed: confirmed + 1 }),
        },
      ]),
    );
    expect(findingsIn(edges, known(later))).toEqual([]);
  });

  test('several confirmed infectors, and circles, are named with their contacts', () => {
    const edges = [
      infects('a', 'x'),
      infects('b', 'x'),
      infects('c', 'x', undefined, false),
      infects('x', 'y', undefined, false),
      infects('y', 'x', undefined, false),
    ];
    expect(findingsIn(edges, known({}))).toEqual([
      { kind: 'circle', caseIds: ['x', 'y'], contactIds: ['x-y', 'y-x'] },
      { kind: 'several-infectors', caseIds: ['x', 'a', 'b'], contactIds: ['a-x', 'b-x'] },
    ]);
  });

  test('the earliest of several exposures counts', () => {
    const twice = [infects('a', 'b', 9), { ...infects('z', 'b', 2, false) }, infects('b', 'c')];
    expect(findingsIn(twice, known({ c: { ill: 4 } }))).toEqual([]);
  });

  test('any network: the same as by looking at every pair', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const day = fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined });
    const pairs = fc.uniqueArray(fc.tuple(name, name, day), {
      maxLength: 8,
      selector: ([source, caseId]) => source + caseId,
    });
    const days = fc.record({ ill: day, confirmed: day, infectious: day });
    const all = fc.record({ a: days, b: days, c: days, d: days });
    fc.assert(
      fc.property(pairs, all, (told, cases) => {
        const edges = told.map(([source, caseId, exposed]) => infects(source, caseId, exposed));
        const of = cases as Readonly<Record<string, Days>>;
        const found = findingsIn(edges, known(of as never))
          .filter(({ kind }) => kind !== 'circle' && kind !== 'several-infectors')
          .map(({ kind, contactIds }) => `${kind} ${contactIds.join()}`);
        const less = (one?: number, other?: number): boolean =>
          one !== undefined && other !== undefined && one < other;
        const expected = told.flatMap(([source, caseId, exposed]) => {
          const ofSource = told.flatMap(([, one, when]) =>
            one === source && when !== undefined ? [when] : [],
          );
          const ill = of[caseId]?.ill;
          return [
            less(ill, exposed) ? 'ill-before-exposure' : '',
            less(of[caseId]?.confirmed, exposed) ? 'exposed-after-confirmation' : '',
            ofSource.length > 0 && less(ill, Math.min(...ofSource)) ? 'ill-before-infector-was-exposed' : '',
            less(ill, of[source]?.infectious) ? 'ill-before-infector-was-infectious' : '',
          ].flatMap((kind) => (kind === '' ? [] : [`${kind} ${source}-${caseId}`]));
        });
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });
});
