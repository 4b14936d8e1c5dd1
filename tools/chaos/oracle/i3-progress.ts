import { CLOSED_STAGES, type CaseStage } from '../../../domain/patient-management/case/case.state.ts';
import type { Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';

const found = finder('I3');

/** Every open case makes progress within a minute of the recovery, and none is stuck. */
export function progress({ fates, aggregates, processes }: Evidence): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { caseId, story, over, stage, stillForMilliseconds, failure } of fates) {
    if (failure !== undefined) findings.push(found('stuck', `case ${caseId}: ${failure}`));
    if (!over) {
      const seconds = Math.round(stillForMilliseconds / 1_000);
      findings.push(found('stuck', `case ${caseId} (${story}) stands at ${stage} for ${seconds} s`));
    }
  }
  const byCase = new Map(processes.map((process) => [process.caseId, process]));
  for (const { type, id, state } of aggregates) {
    if (type !== 'case') continue;
    const closed = CLOSED_STAGES.includes(state['stage'] as CaseStage);
    const process = byCase.get(id);
    if (process === undefined) findings.push(found('stuck', `case ${id} has no process`));
    else if (closed && process.status !== 'COMPLETED')
      findings.push(found('stuck', `case ${id} is closed and its process is ${process.status}`));
    else if (!closed && process.status !== 'RUNNING')
      findings.push(found('stuck', `case ${id} is open and its process is ${process.status}`));
    for (const what of process?.retrying ?? [])
      findings.push(found('stuck', `the process of case ${id} tries in vain: ${what}`));
  }
  return findings;
}
