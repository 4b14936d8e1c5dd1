import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineOf } from '../../../domain/epidemiological-investigation/infection-network/around-case.ts';
import type { Certainty } from '../../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import type { Edge } from '../../../domain/epidemiological-investigation/infection-network/network.ts';

const infects = (source: string, caseId: string, transmission: Certainty = 'confirmed'): Edge => ({
  sourceCaseId: source,
  exposedPersonId: caseId.toUpperCase(),
  caseId,
  transmission,
});

describe('the line of a case', () => {
  const edges = [
    infects('a', 'b'),
    infects('b', 'c', 'probable'),
    infects('c', 'd'),
    infects('b', 'sister'),
    infects('far', 'away'),
  ];

  test('is who led to it and who came of it, by generation, without what lies beside', () => {
    expect(lineOf(edges, 'c')).toEqual({
      cases: [
        { caseId: 'a', generation: 0, stepsBefore: 2, stepsAfter: null },
        { caseId: 'b', generation: 1, stepsBefore: 1, stepsAfter: null },
        { caseId: 'c', generation: 2, stepsBefore: 0, stepsAfter: 0 },
        { caseId: 'd', generation: 3, stepsBefore: null, stepsAfter: 1 },
      ],
      infections: [
        { caseId: 'b', infectedBy: 'a', certainty: 'confirmed' },
        { caseId: 'c', infectedBy: 'b', certainty: 'probable' },
        { caseId: 'd', infectedBy: 'c', certainty: 'confirmed' },
      ],
    });
  });
  test('of a case that nobody is known to have infected, and that infected nobody, is itself', () => {
    expect(lineOf(edges, 'alone')).toEqual({
      cases: [{ caseId: 'alone', generation: 0, stepsBefore: 0, stepsAfter: 0 }],
      infections: [],
    });
  });
  test('has no generations where only a circle leads, and the nearest where several do', () => {
    const circle = [infects('x', 'y'), infects('y', 'x')];
    expect(lineOf(circle, 'x').cases).toEqual([
      { caseId: 'x', generation: null, stepsBefore: 0, stepsAfter: 0 },
      { caseId: 'y', generation: null, stepsBefore: 1, stepsAfter: 1 },
    ]);
    const two = [...edges, infects('other', 'c')];
    expect(lineOf(two, 'd').cases.map(({ caseId, generation }) => caseId + String(generation))).toEqual([
      'a0',
      'other0',
      'b1',
      'c1',
      'd2',
    ]);
  });

  test('any network: as counted by walking every way', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 12 }), name, (pairs, start) => {
        const { cases, infections } = lineOf(
          pairs.map(([source, caseId]) => infects(source, caseId)),
          start,
        );
        const after = walked(pairs, start);
        const before = walked(
          pairs.map(([source, caseId]) => [caseId, source] as const),
          start,
        );
        for (const one of ['a', 'b', 'c', 'd', 'e', 'f']) {
          const found = cases.find(({ caseId }) => caseId === one);
          expect([one, found?.stepsAfter ?? null, found?.stepsBefore ?? null]).toEqual([
            one,
            after.get(one) ?? null,
            before.get(one) ?? null,
          ]);
        }
        const kept = new Set(infections.map(({ infectedBy, caseId }) => infectedBy + caseId));
        for (const [source, caseId] of pairs) {
          const isOnLine =
            (after.has(source) && after.has(caseId)) || (before.has(source) && before.has(caseId));
          expect(kept.has(source + caseId)).toBe(isOnLine);
        }
        const line = infections.map(({ infectedBy, caseId }) => [infectedBy, caseId] as const);
        for (const { caseId, generation } of cases) {
          const roots = cases.filter((one) => infections.every((pair) => pair.caseId !== one.caseId));
          const ways = roots.flatMap((root) => walked(line, root.caseId).get(caseId) ?? []);
          expect(generation).toBe(ways.length === 0 ? null : Math.min(...ways));
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The fewest steps to each case: by as many rounds over all pairs as there may be steps. */
function walked(pairs: readonly (readonly [string, string])[], start: string): ReadonlyMap<string, number> {
  const steps = new Map([[start, 0]]);
  for (let round = 1; round <= pairs.length; round += 1) {
    const here = [...steps].filter(([, count]) => count === round - 1).map(([caseId]) => caseId);
    for (const [source, caseId] of pairs)
      if (here.includes(source) && !steps.has(caseId)) steps.set(caseId, round);
  }
  return steps;
}
