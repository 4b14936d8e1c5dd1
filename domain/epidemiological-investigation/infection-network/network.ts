import type { Certainty } from './contact.commands.ts';

/** A contact as the network sees it. `caseId` is the exposed person's own case. */
export type Edge = Readonly<{
  sourceCaseId: string;
  exposedPersonId: string;
  caseId?: string;
  transmission?: Certainty;
}>;

/** An exposed person, so many steps from the case that was asked about. */
export type ContactOfDegree = Readonly<{ exposedPersonId: string; degree: number }>;

/**
 * 접촉자: everybody within so many degrees of a case, nearest first, each person once and never the case's own person.
 * Contacts of a contact are those of every case that person is known to have had.
 */
export function contactsWithin(
  edges: readonly Edge[],
  { caseId, personId }: Readonly<{ caseId: string; personId: string }>,
  degrees: number,
): readonly ContactOfDegree[] {
  const exposedTo = groupBy(edges, ({ sourceCaseId }) => sourceCaseId);
  const episodes = groupBy(
    edges.filter((edge) => edge.caseId !== undefined),
    ({ exposedPersonId }) => exposedPersonId,
  );
  const seen = new Set([personId]);
  const seenCases = new Set([caseId]);
  const found: ContactOfDegree[] = [];
  let wave: readonly string[] = [...seenCases];
  for (let degree = 1; degree <= degrees && wave.length > 0; degree += 1) {
    const people = newIn(
      seen,
      wave.flatMap((source) => (exposedTo.get(source) ?? []).map((edge) => edge.exposedPersonId)),
    );
    found.push(...people.map((exposedPersonId) => ({ exposedPersonId, degree })));
    wave = newIn(
      seenCases,
      people.flatMap((person) => (episodes.get(person) ?? []).map((edge) => edge.caseId as string)),
    );
  }
  return found;
}

/** One infector per infected case cannot be kept by a contact, which knows one edge: this says where it is broken. */
export function conflicts(
  edges: readonly Edge[],
): readonly Readonly<{ caseId: string; infectedBy: readonly string[] }>[] {
  const confirmed = edges.filter((edge) => edge.transmission === 'confirmed' && edge.caseId !== undefined);
  return [...groupBy(confirmed, (edge) => edge.caseId as string)]
    .map(([caseId, infectors]) => ({
      caseId,
      infectedBy: [...new Set(infectors.map(({ sourceCaseId }) => sourceCaseId))].sort(),
    }))
    .filter(({ infectedBy }) => infectedBy.length > 1)
    .sort((one, other) => (one.caseId < other.caseId ? -1 : 1));
}

export function groupBy<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Those not seen before, once each and sorted; from now on they are seen. */
function newIn(seen: Set<string>, names: readonly string[]): readonly string[] {
  const fresh = [...new Set(names)].filter((name) => !seen.has(name)).sort();
  for (const name of fresh) seen.add(name);
  return fresh;
}
