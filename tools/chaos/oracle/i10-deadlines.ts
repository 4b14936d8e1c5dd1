import { caseProcessId } from '../../../activities/ports/processes.ts';
import type { EventRow, Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';

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
  return findings;
}
