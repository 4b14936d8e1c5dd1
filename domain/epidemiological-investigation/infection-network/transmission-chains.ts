import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { Certainty } from './contact.commands.ts';
import { groupBy, type Edge } from './network.ts';

/** `infectedBy` infected `caseId`, as far as that is certain. */
export type Infection = Readonly<{ caseId: string; infectedBy: string; certainty: Certainty }>;
/** Days of onset by case. */
export type Onsets = ReadonlyMap<string, LocalDate>;

/** A case of a chain. Several infectors are all named: which one it was is not this function's to say. */
export type ChainLink = Readonly<{ caseId: string; generation: number; infectedBy: readonly string[] }>;
/** All cases that go back to the same first case, which is generation 0. */
export type Chain = Readonly<{ indexCaseId: string; links: readonly ChainLink[] }>;

/** Who infected whom, each pair once. */
export function infectionsIn(edges: readonly Edge[]): readonly Infection[] {
  const pairs = new Map<string, Infection>();
  for (const { caseId, sourceCaseId, transmission } of edges) {
    if (caseId === undefined || transmission === undefined) continue;
    const known = pairs.get(`${sourceCaseId} ${caseId}`);
    if (known !== undefined && RANK[known.certainty] >= RANK[transmission]) continue;
    pairs.set(`${sourceCaseId} ${caseId}`, { caseId, infectedBy: sourceCaseId, certainty: transmission });
  }
  return [...pairs.values()].sort((one, other) =>
    one.infectedBy === other.infectedBy
      ? compare(one.caseId, other.caseId)
      : compare(one.infectedBy, other.infectedBy),
  );
}

/**
 * Every chain of transmission from the case that nobody is known to have infected. The generation is the shortest way
 * from it. Cases that only a circle leads to belong to no chain; `circlesIn` names them.
 */
export function chainsOf(edges: readonly Edge[]): readonly Chain[] {
  const infections = infectionsIn(edges);
  const infected = groupBy(infections, ({ infectedBy }) => infectedBy);
  const infectors = groupBy(infections, ({ caseId }) => caseId);
  return [...infected.keys()]
    .filter((caseId) => !infectors.has(caseId))
    .map((indexCaseId) => {
      const generations = new Map([[indexCaseId, 0]]);
      for (const [source, generation] of generations) {
        for (const { caseId } of infected.get(source) ?? []) {
          if (!generations.has(caseId)) generations.set(caseId, generation + 1);
        }
      }
      const links = [...generations].map(([caseId, generation]) => ({
        caseId,
        generation,
        infectedBy: (infectors.get(caseId) ?? []).map(({ infectedBy }) => infectedBy),
      }));
      return { indexCaseId, links };
    });
}

/** Groups of cases that would have infected each other in a circle: at least one of their transmissions is wrong. */
export function circlesIn(edges: readonly Edge[]): readonly (readonly string[])[] {
  const infections = infectionsIn(edges);
  const infected = groupBy(infections, ({ infectedBy }) => infectedBy);
  const infectors = groupBy(infections, ({ caseId }) => caseId);
  const order = finishingOrder([...infected.keys()], (caseId) =>
    (infected.get(caseId) ?? []).map((infection) => infection.caseId),
  );
  const grouped = new Set<string>();
  const circles: string[][] = [];
  for (const root of order.reverse()) {
    if (grouped.has(root)) continue;
    grouped.add(root);
    const group = new Set([root]);
    for (const caseId of group) {
      for (const { infectedBy } of infectors.get(caseId) ?? []) {
        if (grouped.has(infectedBy)) continue;
        grouped.add(infectedBy);
        group.add(infectedBy);
      }
    }
    const infectsItself = (infected.get(root) ?? []).some(({ caseId }) => caseId === root);
    if (group.size > 1 || infectsItself) circles.push([...group].sort());
  }
  return circles.sort((one, other) => compare(one[0] ?? '', other[0] ?? ''));
}

/** Transmissions of cases that fell ill before their source could infect anybody (`infectiousFrom`: first days, by source). */
export function impossibleDates(
  edges: readonly Edge[],
  onsets: Onsets,
  infectiousFrom: Onsets,
): readonly Infection[] {
  return infectionsIn(edges).filter(({ caseId, infectedBy }) => {
    const [from, infected] = [infectiousFrom.get(infectedBy), onsets.get(caseId)];
    return from !== undefined && infected !== undefined && from.isAfter(infected);
  });
}

/** Days from the source's onset to the infected case's, where both are known; below zero when the source fell ill later. */
export function serialIntervals(
  edges: readonly Edge[],
  onsets: Onsets,
): readonly (Infection & Readonly<{ days: number }>)[] {
  return infectionsIn(edges).flatMap((infection) => {
    const [source, infected] = [onsets.get(infection.infectedBy), onsets.get(infection.caseId)];
    if (source === undefined || infected === undefined) return [];
    return [{ ...infection, days: dayNumber(infected) - dayNumber(source) }];
  });
}

const RANK: Readonly<Record<Certainty, number>> = { possible: 0, probable: 1, confirmed: 2 };

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const dayNumber = (day: LocalDate): number => Math.round(day.epochMillisecondsInSeoulAt(12) / 86_400_000);

/** Depth first without recursion: a chain may be longer than the call stack. */
function finishingOrder(starts: readonly string[], next: (caseId: string) => readonly string[]): string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const start of starts) {
    if (seen.has(start)) continue;
    seen.add(start);
    const path = [{ caseId: start, left: [...next(start)] }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const following = top.left.pop();
      if (following === undefined) finished.push((path.pop() ?? top).caseId);
      else if (!seen.has(following)) {
        seen.add(following);
        path.push({ caseId: following, left: [...next(following)] });
      }
    }
  }
  return finished;
}
