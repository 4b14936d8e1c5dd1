import type { EventRow, Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';

const found = finder('I6');

/** What never comes before what, in one case. */
const FIRST: readonly (readonly [earlier: string, later: string])[] = [
  ['CaseOpened', 'IsolationOrdered'],
  ['InfectionConfirmed', 'IsolationOrdered'],
  ['IsolationOrdered', 'IsolationNotified'],
  ['InfectionConfirmed', 'ConfirmedCaseRegistered'],
  ['ReleaseCheckPlanned', 'SymptomCheckRequested'],
  ['IsolationEnded', 'ReleaseNotified'],
  ['TaskOpened', 'TaskDecided'],
  ['ViolationReported', 'ViolationEstablished'],
  ['IdentityDoubted', 'IdentityResolved'],
];

/** One of them decides a case for good: who was confirmed is withdrawn by a person, and never ruled out. */
const NEVER_BOTH: readonly (readonly [string, string])[] = [['InfectionConfirmed', 'InfectionRuledOut']];

/** The order within a case is kept: in the store, in what its process is told, and in what the person is sent. */
export function order(evidence: Evidence): readonly Finding[] {
  return [...stored(evidence), ...told(evidence), ...sent(evidence)];
}

function stored({ events }: Evidence): readonly Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, EventRow>();
  const last = new Map<string, EventRow>();
  for (const event of [...events].sort((one, other) => one.seq - other.seq)) {
    const before = last.get(event.aggregateId);
    if (before !== undefined && before.version > event.version)
      findings.push(
        found('out of order', `${event.type} of ${event.aggregateId} stands behind a later version`),
      );
    last.set(event.aggregateId, event);
    const mark = `${event.caseId}/${event.type}`;
    if (!first.has(mark)) first.set(mark, event);
  }
  for (const caseId of new Set(events.map((event) => event.caseId))) {
    if (caseId === null) continue;
    for (const [earlier, later] of FIRST) {
      const [one, other] = [first.get(`${caseId}/${earlier}`), first.get(`${caseId}/${later}`)];
      if (other !== undefined && (one === undefined || one.seq > other.seq))
        findings.push(found('out of order', `case ${caseId}: ${later} before ${earlier}`));
    }
    for (const [one, other] of NEVER_BOTH)
      if (first.has(`${caseId}/${one}`) && first.has(`${caseId}/${other}`))
        findings.push(found('out of order', `case ${caseId}: ${one} and ${other}`));
  }
  return findings;
}

/** What a process is told of for the first time comes in the order in which it was stored, for each aggregate. */
function told({ processes, events }: Evidence): readonly Finding[] {
  const stored = new Set(events.map(({ aggregateId, version }) => `${aggregateId}/${version}`));
  return processes.flatMap(({ id, news }) => {
    const findings: Finding[] = [];
    const heard = new Set<string>();
    const latest = new Map<string, number>();
    for (const { aggregateId, version, type } of news) {
      const mark = `${aggregateId}/${version}`;
      if (!stored.has(mark))
        findings.push(found('out of order', `process ${id} was told of ${type}, which is not stored`));
      if (heard.has(mark)) continue; // again
      heard.add(mark);
      const before = latest.get(aggregateId) ?? 0;
      if (version < before)
        findings.push(found('out of order', `process ${id} was told of ${type} ${version} after ${before}`));
      latest.set(aggregateId, Math.max(before, version));
    }
    return findings;
  });
}

const NOTICES: readonly (readonly [earlier: string, later: string])[] = [
  [':isolation-notice', ':release-notice'],
  [':quarantine-notice', ':quarantine-release-notice'],
];

/** Who reads last that they have to stay in, stays in. */
function sent({ ledgers }: Evidence): readonly Finding[] {
  const messages = new Map((ledgers['sms'] ?? []).map((entry) => [entry.key, entry]));
  return [...messages].flatMap(([key, { at }]) =>
    NOTICES.flatMap(([earlier, later]) => {
      if (!key.endsWith(earlier)) return [];
      const whose = key.slice(0, -earlier.length);
      const after = messages.get(`${whose}${later}`);
      return after !== undefined && at > after.at
        ? [found('out of order', `${whose} was sent ${earlier} after ${later}`)]
        : [];
    }),
  );
}
