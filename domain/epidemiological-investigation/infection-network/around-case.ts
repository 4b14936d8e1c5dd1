import { groupBy, type Edge } from './network.ts';
import { chainsOf, infectionsIn, type Infection } from './transmission-chains.ts';

/** A case of somebody's line. In a circle a case may stand both before and after. */
export type CaseInLine = Readonly<{
  caseId: string;
  /** Along the line, from a first case, which is 0; null where only a circle leads to it. */
  generation: number | null;
  /** How many transmissions lead from it to the case that was asked about; null: none do. */
  stepsBefore: number | null;
  /** How many lead from that case to it. */
  stepsAfter: number | null;
}>;
export type Line = Readonly<{ cases: readonly CaseInLine[]; infections: readonly Infection[] }>;

/** 전파 경로: everybody by whom a case was infected, and everybody whom it infected, over any number of steps. */
export function lineOf(edges: readonly Edge[], caseId: string): Line {
  const infections = infectionsIn(edges);
  const infected = groupBy(infections, ({ infectedBy }) => infectedBy);
  const infectors = groupBy(infections, (infection) => infection.caseId);
  const after = stepsFrom(caseId, (one) => (infected.get(one) ?? []).map((infection) => infection.caseId));
  const before = stepsFrom(caseId, (one) => (infectors.get(one) ?? []).map(({ infectedBy }) => infectedBy));
  const onLine = (way: ReadonlyMap<string, number>, { caseId: one, infectedBy }: Infection): boolean =>
    way.has(one) && way.has(infectedBy);
  const kept = infections.filter((one) => onLine(before, one) || onLine(after, one));
  const generations = nearestGenerations(kept);
  const cases = [...new Set([...before.keys(), ...after.keys()])].map((one) => ({
    caseId: one,
    generation: kept.length === 0 ? 0 : (generations.get(one) ?? null),
    stepsBefore: before.get(one) ?? null,
    stepsAfter: after.get(one) ?? null,
  }));
  return { cases: cases.sort(byGeneration), infections: kept };
}

function stepsFrom(start: string, next: (caseId: string) => readonly string[]): ReadonlyMap<string, number> {
  const steps = new Map([[start, 0]]);
  for (const [caseId, count] of steps) {
    for (const one of next(caseId)) if (!steps.has(one)) steps.set(one, count + 1);
  }
  return steps;
}

/** Of a case that goes back to several first cases, the shortest way counts. */
function nearestGenerations(infections: readonly Infection[]): ReadonlyMap<string, number> {
  const edges = infections.map(({ caseId, infectedBy, certainty }) => ({
    sourceCaseId: infectedBy,
    exposedPersonId: caseId,
    caseId,
    transmission: certainty,
  }));
  const nearest = new Map<string, number>();
  for (const { links } of chainsOf(edges)) {
    for (const { caseId, generation } of links)
      nearest.set(caseId, Math.min(generation, nearest.get(caseId) ?? generation));
  }
  return nearest;
}

const byGeneration = (one: CaseInLine, other: CaseInLine): number =>
  (one.generation ?? Infinity) - (other.generation ?? Infinity) || (one.caseId < other.caseId ? -1 : 1);
