import type { TaskKind } from '../../../domain/worklist/task.kinds.ts';
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

function settled(effect: EffectRow, evidence: Evidence): readonly Finding[] {
  const { key, system, status, reference, code } = effect;
  const entry = entryOf(evidence.ledgers[system] ?? [], key);
  if (status === 'done') {
    if (entry === undefined || entry.executed === 0)
      return [found('lost', `${system} has not done ${key}, which is stored as done`)];
    // A payment’s reference is the key under which it was confirmed.
    return [entry.id, key].includes(reference ?? '')
      ? []
      : [found('lost', `${system} calls ${key} something else than is stored`)];
  }
  if (status === 'refused') {
    if (code === 'called-off' && entry !== undefined && entry.executed > 0)
      return [found('lost', `${system} has done ${key}, which is stored as called off`)];
    const isAnswered = ANSWERS.includes(code ?? '') || WITHOUT_TASK.test(key);
    return isAnswered || hasTask(effect, evidence)
      ? []
      : [found('lost', `${system} refused ${key} and nobody was given a task`)];
  }
  return [found('lost', `${key} was meant for ${system} and nobody knows what became of it`)];
}

/** Owed no more; or an answer with which the process goes on: the parcel is followed, and ordered again without what is sold out. */
const ANSWERS = ['called-off', 'too-late', 'out-of-stock'];
/** A round's question that cannot be sent is a missed check, which is escalated in its own time. */
const WITHOUT_TASK = /:monitoring:/;
const PARKED: TaskKind = 'process-parked';
/** What staff are asked when a system refuses for good. */
const ASKED: Readonly<Record<string, readonly TaskKind[]>> = {
  sms: ['message-undeliverable', 'notice-unproven', 'survey-refused'],
  'pcr-laboratory': ['laboratory-refused', 'quarantine-test'],
  registry: ['registration-refused', 'registration-overdue', 'registration-to-withdraw'],
  payment: ['supplies-failed', 'effect-unsettled'],
  delivery: ['supplies-failed'],
  'entry-log': ['look-up-refused'],
  'card-history': ['look-up-refused'],
  'living-support': ['payment-failed', 'living-support-recovery', 'effect-unsettled'],
  survey: ['survey-refused', 'effect-unsettled'],
};
type About = Readonly<{ kind?: string; caseId?: string; subject?: Readonly<{ kind: string; id: string }> }>;

/** A task of the right kind, about whose effect it is: another's task about the same case is no answer. */
function hasTask({ system, key, caseId, ownerId }: EffectRow, { aggregates }: Evidence): boolean {
  const kinds: readonly string[] = [...(ASKED[system] ?? []), PARKED];
  return aggregates.some(({ type, state }) => {
    const { kind = '', caseId: ofCase, subject } = state as About;
    if (type !== 'task' || !kinds.includes(kind)) return false;
    if (subject?.id === ownerId) return true;
    // An interview is its route's, and a case needs no subject.
    const isOfCase =
      subject === undefined ? ownerId === caseId : subject.kind === 'route' && isInterview(key);
    return caseId !== null && ofCase === caseId && isOfCase;
  });
}
const isInterview = (key: string): boolean => key.startsWith('survey:');

type Step = Readonly<{ code: string }>;

/** What is taken back has no entry of its own: the form that was withdrawn and the order that was called off show it. */
function entryOf(entries: readonly LedgerEntry[], key: string): LedgerEntry | undefined {
  const of = (taken: string): LedgerEntry | undefined => entries.find((one) => one.key === taken);
  if (/^survey:.*:withdrawal$/.test(key)) {
    const form = of(key.replace(/withdrawal$/, 'form'));
    return form?.details['status'] === 'cancelled' ? form : undefined;
  }
  if (/^supplies:.*:call-off:/.test(key)) {
    const order = of(key.replace(':call-off:', ':parcel:'));
    const events = order?.details['events'] as readonly Step[] | undefined;
    return events?.some(({ code }) => code === 'CANCELLED') === true ? order : undefined;
  }
  return of(key);
}

/** Keys name their owner; one that does not is looked at as well. */
const isOurs = (key: string, known: ReadonlySet<string>): boolean => {
  const owner = /^[a-z-]+:([0-9a-f-]{36}):/.exec(key)?.[1];
  return owner === undefined || known.has(owner);
};
