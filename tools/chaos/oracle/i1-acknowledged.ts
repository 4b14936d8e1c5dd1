import type { Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';

const found = finder('I1');

/** Every acknowledged command is present exactly once. */
export function acknowledged({
  acknowledged: answers,
  handled,
  events,
  opened,
}: Evidence): readonly Finding[] {
  const findings: Finding[] = [];
  const versions = new Set(events.map(({ aggregateId, version }) => `${aggregateId}/${version}`));
  const acknowledgedCases = new Set<unknown>();
  for (const { route, key, answer, contradictions } of answers) {
    const id = idIn(answer);
    if (route === 'POST /cases') acknowledgedCases.add(id);
    const receipt = handled.get(`http:officer:${route}:${key}`);
    if (receipt === undefined)
      findings.push(found('lost', `${route} ${key} was acknowledged and is not stored`));
    else if (receipt['id'] !== id || receipt['version'] !== answer['version'])
      findings.push(found('lost', `${route} ${key} was acknowledged as something else than is stored`));
    if (!versions.has(`${String(id)}/${String(answer['version'])}`))
      findings.push(
        found('lost', `${route} ${key}: version ${String(answer['version'])} of ${String(id)} is missing`),
      );
    if (contradictions.length > 0)
      findings.push(found('duplicated', `${route} ${key} was answered in two ways`));
  }
  for (const caseId of opened)
    if (!acknowledgedCases.has(caseId))
      findings.push(found('duplicated', `case ${caseId} was opened by nobody's command`));
  return findings;
}

/** An answer names its aggregate first: `caseId`, `taskId`, `suppliesId`, … */
const idIn = (answer: Readonly<Record<string, unknown>>): unknown =>
  Object.entries(answer).find(([name]) => name.endsWith('Id') && name !== 'personId')?.[1];
