import { caseProcessId } from '../../../activities/ports/processes.ts';
import type { AggregateRow, EventRow, Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';
import { isRightlyKept } from './kept-quarantines.ts';

const found = finder('I10');
/** What may only come when the check is due. */
const DUE = ['SymptomCheckRequested', 'FoundFreeOfSymptoms', 'FoundSymptomaticNotImproved'];

/** Nothing falls due early, no deadline is lost, and each is one of the rules in force. */
export function deadlines({
  events,
  aggregates,
  processes,
  takenAt,
  rulesInForce,
}: Evidence): readonly Finding[] {
  const findings: Finding[] = [];
  const byCase = new Map<string, EventRow[]>();
  for (const event of [...events].sort((one, other) => one.seq - other.seq)) {
    if (event.aggregateType === 'case')
      byCase.set(event.aggregateId, [...(byCase.get(event.aggregateId) ?? []), event]);
  }
  for (const [caseId, own] of byCase) {
    let dueAt: string | undefined;
    for (const { type, at, data } of own) {
      if (type === 'ReleaseCheckPlanned') dueAt = String(data['dueAt']);
      if (DUE.includes(type) && (dueAt === undefined || Date.parse(at) < Date.parse(dueAt)))
        findings.push(
          found('out of order', `case ${caseId}: ${type} at ${at}, due at ${dueAt ?? 'no time'}`),
        );
    }
  }
  const waiting = new Map(processes.map((process) => [process.id, process]));
  for (const { type, id, state } of aggregates) {
    const check = state['check'] as { dueAt?: string; rule?: string } | undefined;
    if (type !== 'case' || state['stage'] !== 'home-treatment' || check?.dueAt === undefined) continue;
    if (check.rule !== rulesInForce)
      findings.push(found('lost', `case ${id} is planned by ${check.rule}, in force is ${rulesInForce}`));
    const next = waiting.get(caseProcessId(id))?.nextDueAt ?? null;
    if (
      Date.parse(check.dueAt) > Date.parse(takenAt) &&
      (next === null || Date.parse(next) !== Date.parse(check.dueAt))
    )
      findings.push(found('lost', `case ${id} is due at ${check.dueAt}, its process waits for ${next}`));
  }
  return [...findings, ...aggregates.flatMap((one) => others(one, aggregates, Date.parse(takenAt)))];
}

/** A process that was just woken is not late. */
const LATE_AFTER_MILLISECONDS = 60_000;
/** A registry that answers at all has answered by then, whatever the law's time is. */
const REGISTRY_PATIENCE_MILLISECONDS = 600_000;
/** How long before the law's time is over staff are asked. */
const REPORTING_MARGIN_MILLISECONDS = 8 * 3_600_000;
const SEOUL_MILLISECONDS = 9 * 3_600_000;
const DAY_MILLISECONDS = 86_400_000;

/** The ends of isolations, the days by which raw records are destroyed, the patience with the registry. */
function others(one: AggregateRow, all: readonly AggregateRow[], now: number): readonly Finding[] {
  switch (one.type) {
    case 'isolation':
      return isolationEnd(one, all, now);
    case 'information-request':
      return destruction(one, now);
    case 'task':
      return registrationTask(one, all);
    default:
      return [];
  }
}

type Isolation = Readonly<{
  stage: string;
  kind: string;
  endsAt?: string;
  endedAt?: string;
  endedBecause?: string;
}>;

function isolationEnd(
  { id, state }: AggregateRow,
  all: readonly AggregateRow[],
  now: number,
): readonly Finding[] {
  const { stage, kind, endsAt, endedAt, endedBecause } = state as Isolation;
  if (kind !== 'quarantine' || endsAt === undefined) return [];
  if (endedBecause === 'released' && Date.parse(endedAt ?? '') < Date.parse(endsAt))
    return [found('out of order', `isolation ${id} ended at ${endedAt}, due at ${endsAt}`)];
  const isLate = now - Date.parse(endsAt) > LATE_AFTER_MILLISECONDS;
  return isLate && stage !== 'ended' && !isRightlyKept(state, all, now)
    ? [found('lost', `quarantine ${id} should have ended at ${endsAt}`)]
    : [];
}

function destruction({ id, state }: AggregateRow, now: number): readonly Finding[] {
  const { destroyBy, destroyedAt } = state as Readonly<{ destroyBy?: string; destroyedAt?: string }>;
  if (destroyBy === undefined) return [];
  const dayIsOver = Date.parse(destroyBy) + DAY_MILLISECONDS - SEOUL_MILLISECONDS;
  return (destroyedAt === undefined ? now : Date.parse(destroyedAt)) > dayIsOver
    ? [found('lost', `records of look-up ${id} were to be destroyed by ${destroyBy}`)]
    : [];
}

type Task = Readonly<{ kind: string; caseId?: string; openedAt?: string; dueAt?: string; level?: number }>;

function registrationTask({ state }: AggregateRow, all: readonly AggregateRow[]): readonly Finding[] {
  const { kind, caseId, openedAt, dueAt, level } = state as Task;
  if (kind !== 'registration-overdue') return [];
  const { confirmedAt } = (all.find((one) => one.id === caseId)?.state ?? {}) as { confirmedAt?: string };
  const patience = Date.parse(confirmedAt ?? '') + REGISTRY_PATIENCE_MILLISECONDS;
  // The law's own time stands in it until it is sent up.
  const law = dueAt === undefined || level !== undefined ? patience : Date.parse(dueAt);
  const earliest = Math.max(patience, law - REPORTING_MARGIN_MILLISECONDS);
  return Date.parse(openedAt ?? '') < earliest
    ? [found('out of order', `staff were asked to tell case ${caseId} by telephone too soon, at ${openedAt}`)]
    : [];
}
