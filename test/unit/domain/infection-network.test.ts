import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Certainty } from '../../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import {
  conflicts,
  contactsWithin,
  type Edge,
} from '../../../domain/epidemiological-investigation/infection-network/network.ts';
import {
  chainsOf,
  circlesIn,
  impossibleDates,
  serialIntervals,
} from '../../../domain/epidemiological-investigation/infection-network/transmission-chains.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';

/** `a>b` is a contact of case a, person B; with a certainty case b of that person, infected by a. */
const contact = (source: string, exposed: string): Edge => ({
  sourceCaseId: source,
  exposedPersonId: exposed.toUpperCase(),
});
const became = (source: string, exposed: string): Edge => ({ ...contact(source, exposed), caseId: exposed });
const infects = (source: string, exposed: string, transmission: Certainty = 'confirmed'): Edge => ({
  ...became(source, exposed),
  transmission,
});
const onsets = (days: Readonly<Record<string, string>>) =>
  new Map(Object.entries(days).map(([caseId, day]) => [caseId, LocalDate.of(day)]));

const of = (caseId: string) => ({ caseId, personId: caseId.toUpperCase() });

describe('contacts of the n-th degree', () => {
  const edges = [
    became('a', 'b'),
    contact('a', 'c'),
    became('b', 'd'),
    contact('b', 'c'),
    contact('d', 'e'),
    became('d', 'a'),
  ];
  test('are found once, at their nearest, never the person asked about, round a circle too', () => {
    expect(contactsWithin(edges, of('a'), 9)).toEqual([
      { exposedPersonId: 'B', degree: 1 },
      { exposedPersonId: 'C', degree: 1 },
      { exposedPersonId: 'D', degree: 2 },
      { exposedPersonId: 'E', degree: 3 },
    ]);
    expect(contactsWithin(edges, of('a'), 1).map(({ exposedPersonId }) => exposedPersonId)).toEqual([
      'B',
      'C',
    ]);
    expect(contactsWithin(edges, of('a'), 0)).toEqual([]);
    expect(contactsWithin(edges, of('nobody'), 3)).toEqual([]);
  });
  test('are never the person asked about, whom nobody is known to have infected', () => {
    expect(contactsWithin([became('a', 'b'), contact('b', 'a')], of('a'), 3)).toEqual([
      { exposedPersonId: 'B', degree: 1 },
    ]);
  });
  test('go through every case that a person is known to have had', () => {
    const known = [contact('a', 'b'), became('z', 'b'), contact('b', 'c')];
    expect(contactsWithin(known, of('a'), 2)).toEqual([
      { exposedPersonId: 'B', degree: 1 },
      { exposedPersonId: 'C', degree: 2 },
    ]);
  });
});

describe('chains of transmission', () => {
  test('number the generations from the case that nobody infected', () => {
    const edges = [
      infects('b', 'c'),
      infects('a', 'b'),
      became('a', 'x'),
      infects('a', 'd'),
      infects('p', 'q'),
    ];
    expect(chainsOf(edges)).toEqual([
      {
        indexCaseId: 'a',
        links: [
          { caseId: 'a', generation: 0, infectedBy: [] },
          { caseId: 'b', generation: 1, infectedBy: ['a'] },
          { caseId: 'd', generation: 1, infectedBy: ['a'] },
          { caseId: 'c', generation: 2, infectedBy: ['b'] },
        ],
      },
      {
        indexCaseId: 'p',
        links: [
          { caseId: 'p', generation: 0, infectedBy: [] },
          { caseId: 'q', generation: 1, infectedBy: ['p'] },
        ],
      },
    ]);
  });
  test('a circle belongs to no chain unless one leads into it, and is named', () => {
    const circle = [infects('b', 'c'), infects('c', 'd'), infects('d', 'b')];
    expect(chainsOf(circle)).toEqual([]);
    expect(circlesIn(circle)).toEqual([['b', 'c', 'd']]);
    const entered = [infects('a', 'b'), ...circle, infects('d', 'e')];
    expect(chainsOf(entered)[0]?.links.map(({ caseId, generation }) => caseId + generation)).toEqual([
      'a0',
      'b1',
      'c2',
      'd3',
      'e4',
    ]);
    expect(circlesIn(entered)).toEqual([['b', 'c', 'd']]);
  });
  test('two ways to the same case are no circle; being one’s own source is', () => {
    expect(circlesIn([infects('a', 'b'), infects('a', 'c'), infects('b', 'd'), infects('c', 'd')])).toEqual(
      [],
    );
    expect(circlesIn([infects('a', 'a'), infects('a', 'b')])).toEqual([['a']]);
  });
  test('may be longer than the call stack', () => {
    const line = Array.from({ length: 20_000 }, (_, n) => infects(`c${n}`, `c${n + 1}`));
    expect(chainsOf(line)[0]?.links.at(-1)).toMatchObject({ caseId: 'c20000', generation: 20_000 });
    expect(circlesIn(line)).toEqual([]);
    expect(circlesIn([...line, infects('c20000', 'c0')])[0]).toHaveLength(20_001);
  });
  test('any network: a case in a circle reaches itself, one outside does not; every generation has a nearer infector', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 12 }), (pairs) => {
        const edges = pairs.map(([source, exposed]) => infects(source, exposed));
        const inCircle = new Set(circlesIn(edges).flat());
        for (const caseId of new Set(pairs.flat())) expect(inCircle.has(caseId)).toBe(reaches(pairs, caseId));
        for (const { links } of chainsOf(edges)) {
          const generations = new Map(links.map((link) => [link.caseId, link.generation]));
          for (const { generation, infectedBy } of links) {
            const nearest = Math.min(...infectedBy.map((source) => generations.get(source) ?? Infinity));
            expect(generation).toBe(infectedBy.length === 0 ? 0 : nearest + 1);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether a case comes back to itself: by walking every way. */
function reaches(pairs: readonly (readonly [string, string])[], caseId: string): boolean {
  const seen = new Set(pairs.filter(([source]) => source === caseId).map(([, exposed]) => exposed));
  for (const one of seen) for (const [source, exposed] of pairs) if (source === one) seen.add(exposed);
  return seen.has(caseId);
}

describe('dates', () => {
  const edges = [infects('a', 'b'), infects('b', 'c', 'possible'), infects('c', 'd'), infects('d', 'e')];
  const days = onsets({ a: '2024-02-27', b: '2024-03-01', c: '2024-02-28', d: '2024-02-25' });
  test('whoever fell ill before their source was infectious is impossible', () => {
    const before = (count: number) =>
      new Map([...days].map(([caseId, day]) => [caseId, day.plusDays(-count)]));
    expect(impossibleDates(edges, days, before(2))).toEqual([
      { caseId: 'd', infectedBy: 'c', certainty: 'confirmed' },
    ]);
    expect(impossibleDates(edges, days, before(1)).map(({ caseId }) => caseId)).toEqual(['c', 'd']);
    expect(impossibleDates(edges, days, before(3))).toEqual([]);
  });
  test('serial intervals are whole days, across 29 February, below zero where the source fell ill later', () => {
    expect(serialIntervals(edges, days)).toEqual([
      { caseId: 'b', infectedBy: 'a', certainty: 'confirmed', days: 3 },
      { caseId: 'c', infectedBy: 'b', certainty: 'possible', days: -2 },
      { caseId: 'd', infectedBy: 'c', certainty: 'confirmed', days: -3 },
    ]);
  });
  test('the surest word on a pair counts, in whatever order', () => {
    const twice = [infects('a', 'b', 'possible'), infects('a', 'b'), infects('a', 'b', 'probable')];
    for (const order of [twice, twice.toReversed()]) {
      expect(serialIntervals(order, days)).toMatchObject([{ certainty: 'confirmed' }]);
    }
  });
});

test('two confirmed infectors of a case are a conflict; unsure ones and the same one twice are not', () => {
  const edges = [
    infects('b', 'x'),
    infects('a', 'x'),
    infects('a', 'y'),
    infects('a', 'y'),
    infects('b', 'y', 'probable'),
  ];
  expect(conflicts(edges)).toEqual([{ caseId: 'x', infectedBy: ['a', 'b'] }]);
});
