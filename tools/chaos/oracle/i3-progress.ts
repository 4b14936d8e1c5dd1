import type { Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';
import { isEnded, processesBegun } from './processes-expected.ts';

const found = finder('I3');

/** Every open case makes progress within a minute of the recovery; no process is stuck, missing or broken. */
export function progress({
  fates,
  events,
  aggregates,
  processes,
  failed,
  bulkRuns,
  takenAt,
}: Evidence): readonly Finding[] {
  const findings = failed.map((id) => found('stuck', `process ${id} ended in an error`));
  for (const { caseId, story, over, stage, stillForMilliseconds, failure } of fates) {
    if (failure !== undefined) findings.push(found('stuck', `case ${caseId}: ${failure}`));
    if (over) continue;
    const seconds = Math.round(stillForMilliseconds / 1_000);
    findings.push(found('stuck', `case ${caseId} (${story}) stands at ${stage} for ${seconds} s`));
  }
  for (const { kind, key, stage, openUntil } of bulkRuns) {
    const isAsking = openUntil != null && openUntil.getTime() > Date.parse(takenAt);
    if (stage !== 'finished' && !isAsking)
      findings.push(found('stuck', `bulk run ${kind}/${key} is ${stage}`));
  }
  const byId = new Map(processes.map((process) => [process.id, process]));
  const stored = new Map(aggregates.map((aggregate) => [aggregate.id, aggregate]));
  for (const [id, aggregateId] of processesBegun(events)) {
    const process = byId.get(id);
    if (process === undefined) {
      findings.push(found('stuck', `process ${id} is missing`));
      continue;
    }
    const aggregate = stored.get(aggregateId);
    const ended = aggregate === undefined ? undefined : isEnded(aggregate);
    const right = ended === undefined ? process.status : ended ? 'COMPLETED' : 'RUNNING';
    if (process.status !== right)
      findings.push(
        found(
          'stuck',
          `process ${id} is ${process.status}, its subject is at ${String(aggregate?.state['stage'])}`,
        ),
      );
    for (const what of process.retrying)
      findings.push(found('stuck', `process ${id} tries in vain: ${what}`));
  }
  return findings;
}
