import type { Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';
import { hearers } from './processes-expected.ts';

const found = finder('I5');

/** Neither believed without a word nor swallowed: a person is asked, and what may not be booked is laid aside. */
function contradicted({ contradictions }: Evidence): readonly Finding[] {
  return contradictions.flatMap(({ what, status, hasTask, mayBeBooked }) => {
    if (status === undefined) return [found('lost', `nobody kept: ${what}`)];
    if (status === 'received') return []; // counted with all that waits
    if (status === 'applied' && !mayBeBooked) return [found('lost', `believed at once: ${what}`)];
    return hasTask ? [] : [found('lost', `nobody was asked about: ${what}`)];
  });
}

/** Each event that somebody waits for is told; each message that came in is applied once. */
export function messages(evidence: Evidence): readonly Finding[] {
  const { unannounced, unheard, events, processes, fates } = evidence;
  const findings: Finding[] = [...contradicted(evidence)];
  if (unannounced > 0) findings.push(found('lost', `${unannounced} events wait in the outbox`));
  if (unheard > 0) findings.push(found('lost', `${unheard} messages of partners wait in the inbox`));
  const byId = new Map(processes.map((process) => [process.id, process]));
  for (const event of events) {
    for (const id of hearers(event)) {
      const process = byId.get(id);
      // A process that has closed, or that began anew from the database, need not be told.
      if (process === undefined || process.closedAt !== null || event.recordedAt < process.startedAt)
        continue;
      const told = process.news.some(
        ({ aggregateId, version }) => aggregateId === event.aggregateId && version >= event.version,
      );
      if (!told) findings.push(found('lost', `process ${id} was never told of ${event.type}`));
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
