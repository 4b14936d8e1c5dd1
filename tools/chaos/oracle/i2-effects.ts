import type { LedgerEntry } from '../simulators.ts';
import type { EffectRow, Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';

const found = finder('I2');

/** What makes two effects of a partner one and the same, besides the key: who was served with what. */
const SAME: Readonly<Record<string, (details: LedgerEntry['details']) => unknown>> = {
  registry: ({ caseId }) => caseId,
  'pcr-laboratory': ({ testId }) => testId,
};

/** Each effect happens at most once per key and, when all is quiet, exactly once; what was not done is a task. */
export function effectsOnce(evidence: Evidence): readonly Finding[] {
  const { effects, ledgers } = evidence;
  const known = new Set(evidence.aggregates.map(({ id }) => id));
  const intended = new Map(effects.map((effect) => [`${effect.system}/${effect.key}`, effect]));
  const findings: Finding[] = [];
  for (const [system, entries] of Object.entries(ledgers)) {
    const served = new Map<unknown, string>();
    for (const { key, executed, details } of entries) {
      if (executed > 1) findings.push(found('duplicated', `${system} did ${key} ${executed} times`));
      if (executed > 0 && !intended.has(`${system}/${key}`) && isOurs(key, known))
        findings.push(found('duplicated', `${system} did ${key}, which nobody had meant to do`));
      const whom = SAME[system]?.(details);
      if (whom === undefined) continue;
      const earlier = served.get(whom);
      if (earlier !== undefined)
        findings.push(found('duplicated', `${system} did ${earlier} and again ${key}`));
      served.set(whom, key);
    }
  }
  for (const effect of effects) findings.push(...settled(effect, evidence));
  return findings;
}

function settled(
  { key, system, status, reference, caseId, ownerId, code }: EffectRow,
  evidence: Evidence,
): readonly Finding[] {
  const entry = evidence.ledgers[system]?.find((one) => one.key === key);
  const hasTask = evidence.aggregates.some(
    ({ type, state }) =>
      type === 'task' &&
      (state['caseId'] === caseId || (state['subject'] as { id?: string } | undefined)?.id === ownerId),
  );
  if (status === 'done') {
    if (entry === undefined || entry.executed === 0)
      return [found('lost', `${system} has not done ${key}, which is stored as done`)];
    // A payment’s reference is the key under which it was confirmed.
    return [entry.id, key].includes(reference ?? '')
      ? []
      : [found('lost', `${system} calls ${key} something else than is stored`)];
  }
  if (status === 'refused') {
    return hasTask || code === 'called-off'
      ? []
      : [found('lost', `${system} refused ${key} and nobody was given a task`)];
  }
  return [found('lost', `${key} was meant for ${system} and nobody knows what became of it`)];
}

/** Keys name their owner; one that does not is looked at as well. */
const isOurs = (key: string, known: ReadonlySet<string>): boolean => {
  const owner = /^[a-z-]+:([0-9a-f-]{36}):/.exec(key)?.[1];
  return owner === undefined || known.has(owner);
};
