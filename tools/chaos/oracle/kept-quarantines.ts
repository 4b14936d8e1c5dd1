import { CLOSED_STAGES } from '../../../domain/patient-management/case/case.state.ts';
import type { AggregateRow } from './evidence.ts';

/** A process that was just told that the result is there is not late. */
const WOKEN_WITHIN_MILLISECONDS = 60_000;

type Row = Readonly<{
  stage?: string;
  kind?: string;
  personId?: string;
  disease?: string;
  caseId?: string;
  closedAt?: string;
  orderedAt?: string;
  mergedInto?: string;
  sourceCaseId?: string;
  exposures?: readonly Readonly<{ contactId?: string }>[];
  health?: Readonly<{ symptomatic?: boolean }>;
  keptForResultSince?: string;
}>;

/**
 * A quarantine may run past its end only where it says so itself, and only while an illness of the same person is not decided:
 * an open case of a disease that they were exposed to which is not isolated yet, or symptoms of which no case has come.
 */
export function isRightlyKept(
  { keptForResultSince, personId, exposures = [] }: Row,
  all: readonly AggregateRow[],
  now: number,
): boolean {
  if (keptForResultSince === undefined || personId === undefined) return false;
  const of = (type: string): readonly (Row & Readonly<{ id: string }>)[] =>
    all.filter((one) => one.type === type).map(({ id, state }) => ({ ...(state as Row), id }));
  const cases = of('case');
  const contacts = of('contact').filter(({ id }) => exposures.some((one) => one.contactId === id));
  if (contacts.some(({ stage, health }) => stage === 'follow-up' && health?.symptomatic === true))
    return true;
  const sources = cases.filter(({ id }) => contacts.some((one) => one.sourceCaseId === id));
  const theirs = recordsOf(personId, of('person'));
  return cases.some((one) => {
    if (!theirs.has(one.personId ?? '') || sources.includes(one)) return false;
    if (!sources.some(({ disease }) => disease === one.disease)) return false;
    const order = of('isolation').find(({ kind, caseId }) => kind !== 'quarantine' && caseId === one.id);
    const isClosed = (CLOSED_STAGES as readonly string[]).includes(one.stage ?? '');
    const decidedAt = order?.orderedAt ?? (isClosed ? one.closedAt : undefined);
    return decidedAt === undefined ? !isClosed : now - Date.parse(decidedAt) <= WOKEN_WITHIN_MILLISECONDS;
  });
}

/** Every record of the same human being, as records are merged. */
function recordsOf(
  personId: string,
  people: readonly (Row & Readonly<{ id: string }>)[],
): ReadonlySet<string> {
  const theirs = new Set([personId]);
  for (let before = 0; before !== theirs.size;) {
    before = theirs.size;
    for (const { id, mergedInto } of people) {
      if (mergedInto === undefined || (!theirs.has(id) && !theirs.has(mergedInto))) continue;
      theirs.add(id).add(mergedInto);
    }
  }
  return theirs;
}
