import type { AggregateRow, Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';

const found = finder('I9');

type Placed = Readonly<{
  stage: string;
  kind?: string;
  caseId?: string;
  isolationId?: string;
  district?: string;
  subject?: Readonly<{ id: string }>;
  level?: number;
}>;

/**
 * What belongs to a case lies where the case lies, whoever has handed it over to whom. Contacts, and what is asked about
 * them, stay where they live.
 */
export function jurisdictions({ aggregates }: Pick<Evidence, 'aggregates'>): readonly Finding[] {
  const placed = aggregates.map(({ type, id, state }) => ({ type, id, ...(state as unknown as Placed) }));
  const districts = new Map(
    placed.flatMap(({ type, id, district }) => (type === 'case' ? [[id, district] as const] : [])),
  );
  const isolations = new Map(
    placed.flatMap(({ type, id, kind, caseId }) =>
      type === 'isolation' && kind === 'isolation' ? [[id, caseId] as const] : [],
    ),
  );
  const caseOf = (one: Placed & Pick<AggregateRow, 'type' | 'id'>): string | undefined => {
    switch (one.type) {
      case 'isolation':
        return isolations.get(one.id);
      case 'supplies':
        return isolations.get(one.isolationId ?? '');
      case 'route':
      case 'information-request':
        return one.caseId;
      default:
        return undefined;
    }
  };
  const theirs = new Map(
    placed.flatMap((one) => {
      const caseId = caseOf(one);
      return caseId === undefined ? [] : [[one.id, caseId] as const];
    }),
  );
  return placed.flatMap((one) => {
    const caseId = one.type === 'task' ? askedOf(one, theirs) : theirs.get(one.id);
    const district = districts.get(caseId ?? '');
    return caseId === undefined || one.district === district
      ? []
      : [found('lost', `${one.type} ${one.id} lies in ${one.district}, its case ${caseId} in ${district}`)];
  });
}

/** Open, not sent up, and about the case itself or what moves with it. */
function askedOf(
  { stage, caseId, subject, level }: Placed,
  theirs: ReadonlyMap<string, string>,
): string | undefined {
  if (stage !== 'open' || level !== undefined) return undefined;
  return subject === undefined ? caseId : theirs.get(subject.id);
}
