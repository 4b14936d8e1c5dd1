import type { LocalDate } from '../../shared-kernel/local-date.ts';
import { conflicts, groupBy, type Edge } from './network.ts';
import { circlesIn, impossibleDates, infectionsIn } from './transmission-chains.ts';

/** `firstContact`: the earliest exposure on record. */
export type DatedEdge = Edge & Readonly<{ contactId: string; firstContact?: LocalDate }>;
export type CaseDays = Readonly<{
  onset?: LocalDate | undefined;
  confirmedOn?: LocalDate | undefined;
  /** The first day on which others may have caught it, by the protocol. */
  infectiousFrom?: LocalDate | undefined;
}>;

export const FINDING_KINDS = [
  'circle',
  'several-infectors',
  'ill-before-exposure',
  'exposed-after-confirmation',
  'ill-before-infector-was-exposed',
  'ill-before-infector-was-infectious',
] as const;
/** What cannot be as it is recorded: something about these cases or contacts is to be corrected. */
export type Finding = Readonly<{
  kind: (typeof FINDING_KINDS)[number];
  caseIds: readonly string[];
  contactIds: readonly string[];
}>;

/** Everything in a network that contradicts itself. What nobody knows contradicts nothing. */
export function findingsIn(
  edges: readonly DatedEdge[],
  days: ReadonlyMap<string, CaseDays>,
): readonly Finding[] {
  const transmissions = edges.flatMap((edge) => {
    const { caseId, transmission } = edge;
    return caseId === undefined || transmission === undefined ? [] : [{ ...edge, caseId }];
  });
  const between = contactsBetween(transmissions);
  const known = <Day extends keyof CaseDays>(what: Day): ReadonlyMap<string, LocalDate> =>
    new Map([...days].flatMap(([caseId, { [what]: day }]) => (day === undefined ? [] : [[caseId, day]])));
  const [onsets, confirmed] = [known('onset'), known('confirmedOn')];
  const exposed = firstExposures(transmissions);
  const isAfter = (day: LocalDate | undefined, other: LocalDate | undefined): boolean =>
    day !== undefined && other !== undefined && day.isAfter(other);
  const oneByOne = transmissions.flatMap(({ contactId, sourceCaseId, caseId, firstContact }) => {
    const broken: readonly (readonly [Finding['kind'], boolean])[] = [
      ['ill-before-exposure', isAfter(firstContact, onsets.get(caseId))],
      ['exposed-after-confirmation', isAfter(firstContact, confirmed.get(caseId))],
      ['ill-before-infector-was-exposed', isAfter(exposed.get(sourceCaseId), onsets.get(caseId))],
    ];
    const about = { caseIds: [sourceCaseId, caseId], contactIds: [contactId] };
    return broken.flatMap(([kind, isBroken]): Finding[] => (isBroken ? [{ kind, ...about }] : []));
  });
  const infections = infectionsIn(transmissions);
  const circles = circlesIn(transmissions).map((caseIds): Finding => {
    const inside = new Set(caseIds);
    const pairs = infections.filter((one) => inside.has(one.caseId) && inside.has(one.infectedBy));
    const contactIds = pairs.flatMap((one) => between(one.infectedBy, one.caseId));
    return { kind: 'circle', caseIds, contactIds };
  });
  const several = conflicts(transmissions).map(({ caseId, infectedBy }): Finding => ({
    kind: 'several-infectors',
    caseIds: [caseId, ...infectedBy],
    contactIds: infectedBy.flatMap((source) => between(source, caseId)),
  }));
  const early = impossibleDates(transmissions, onsets, known('infectiousFrom')).map(
    ({ caseId, infectedBy }): Finding => ({
      kind: 'ill-before-infector-was-infectious',
      caseIds: [infectedBy, caseId],
      contactIds: between(infectedBy, caseId),
    }),
  );
  return [...circles, ...several, ...oneByOne, ...early].sort(inOrder);
}

/** The contacts by which one case is said to have infected another. */
export function contactsBetween(
  transmissions: readonly DatedEdge[],
): (infectedBy: string, caseId: string) => readonly string[] {
  const pairs = groupBy(transmissions, ({ sourceCaseId, caseId }) => `${sourceCaseId} ${caseId}`);
  return (infectedBy, caseId) =>
    (pairs.get(`${infectedBy} ${caseId}`) ?? []).map(({ contactId }) => contactId);
}

/** When each infected case was first exposed to any of those who are said to have infected it. */
function firstExposures(
  transmissions: readonly (DatedEdge & Readonly<{ caseId: string }>)[],
): ReadonlyMap<string, LocalDate> {
  const first = new Map<string, LocalDate>();
  for (const { caseId, firstContact } of transmissions) {
    const known = first.get(caseId);
    if (firstContact !== undefined && (known === undefined || known.isAfter(firstContact)))
      first.set(caseId, firstContact);
  }
  return first;
}

const inOrder = (one: Finding, other: Finding): number =>
  FINDING_KINDS.indexOf(one.kind) - FINDING_KINDS.indexOf(other.kind) ||
  (one.caseIds.join() < other.caseIds.join() ? -1 : 1);
