import { announces } from '../../../activities/policies.ts';
import type { Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';

const found = finder('I5');

/** Each event that somebody waits for is told; each message that came in is applied once. */
export function messages({ unannounced, events, processes, fates }: Evidence): readonly Finding[] {
  const findings: Finding[] = [];
  if (unannounced > 0) findings.push(found('lost', `${unannounced} events wait in the outbox`));
  for (const { caseId, startedAt, closedAt, news } of processes) {
    const told = new Map<string, number>();
    for (const { aggregateId, version } of news)
      told.set(aggregateId, Math.max(version, told.get(aggregateId) ?? 0));
    for (const event of events) {
      if (event.caseId !== caseId || !announces(event.type)) continue;
      // A process that has closed, or that began anew from the database, need not be told.
      if (closedAt !== null || event.recordedAt < startedAt) continue;
      if ((told.get(event.aggregateId) ?? 0) < event.version)
        findings.push(found('lost', `the process of case ${caseId} was never told of ${event.type}`));
    }
  }
  for (const { caseId, replies } of fates) {
    const applied = events.filter(
      ({ type, data, caseId: of }) =>
        of === caseId && type === 'SymptomsReported' && data['channel'] === 'sms',
    ).length;
    if (applied > replies)
      findings.push(
        found('duplicated', `case ${caseId}: ${replies} replies by SMS were applied ${applied} times`),
      );
  }
  return findings;
}
