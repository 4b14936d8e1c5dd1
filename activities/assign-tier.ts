import { ageIn } from '../domain/patient-management/person/personal-values.ts';
import type { Person } from '../domain/patient-management/person/person.ts';
import { historyOfCase } from '../domain/patient-management/case/history-of-case.ts';
import { judgeMonitoring } from '../domain/protocol/evaluation/monitoring.ts';
import { CALLS } from '../domain/worklist/task.ts';
import { factsMissing } from '../domain/worklist/task-reason.ts';
import { ruleForCase } from './case-rules.ts';
import { personStandingFor } from './resolve-person.ts';
import { cancelTasks } from './cancel-tasks.ts';
import { openTask } from './open-task.ts';
import { stepOn } from './step.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import type { Moment, Uses } from './uses.ts';

/** `taskId`: what staff are asked while there is no tier for want of facts. */
type Assigned = Readonly<{ tier: string | null; missing: readonly string[]; taskId?: string }>;

/**
 * The tier of home treatment that the protocol in force gives this case; nothing where it has none. Where a fact is missing, or
 * the patient fits none of its tiers, nobody would ask how they are: that is a task which says so, until a tier is given.
 */
export const assignTier =
  (uses: Uses) =>
  async (step: Moment): Promise<Assigned> => {
    const { state } = (await uses.cases.load(step.caseId)).aggregate;
    const monitoring = await ruleForCase(uses, 'monitoring', state, step.at);
    if (monitoring?.rule.tiers.some((tier) => tier.of === 'case') !== true) {
      await askForFacts(uses, step);
      return { tier: null, missing: [] };
    }
    const at = Instant.of(step.at);
    const person = await personStandingFor(uses, state.personId);
    const history = { ...historyOfCase(state), ...ageOf(person, at) };
    const answer = judgeMonitoring(monitoring.rule, history, at.epochMilliseconds);
    if (!('tier' in answer)) {
      const { missing } = answer;
      const reason = missing.length === 0 ? 'no-tier-fits' : factsMissing(missing);
      const taskId = await askForFacts(uses, step, reason);
      return { tier: null, missing, ...(taskId === undefined ? {} : { taskId }) };
    }
    const { tier, checksPerDay } = answer;
    await stepOn(uses.cases, step, (aCase, by) =>
      aCase.execute({ type: 'AssignTier', tier, checksPerDay, protocol: monitoring.version, ...by }),
    );
    await askForFacts(uses, step);
    if (state.tier !== undefined && state.tier.tier !== tier)
      await cancelTasks(uses)({ ...step, kinds: Object.values(CALLS) }); // the next round knows how this tier is asked
    return { tier, missing: [] };
  };

const KIND = 'tier-undecided';

/**
 * Once for what is missing; nothing where nothing is. A task that names what is known by now is closed; one that is decided,
 * while the same is missing still, is asked again.
 */
async function askForFacts(uses: Uses, { caseId, at }: Moment, reason?: string): Promise<string | undefined> {
  const open = await uses.lookups.openTasksOfCase(caseId, [KIND]);
  for (const id of open) {
    if ((await uses.tasks.load(id)).aggregate.state.reason === reason) return id;
  }
  if (open.length > 0) await cancelTasks(uses)({ caseId, at, kinds: [KIND] });
  if (reason === undefined) return undefined;
  for (let asked = 1; ; asked += 1) {
    const commandId = `case:${caseId}:${KIND}:${reason}${asked === 1 ? '' : `:asked-${asked}`}`;
    const { taskId, decided } = await openTask(uses)({ caseId, at, commandId, kind: KIND, reason });
    if (!decided) return taskId;
  }
}

/** Nobody knows the age of somebody who was erased, or whose birth date no list told. */
function ageOf(person: Person, at: Instant): Readonly<{ age?: number }> {
  if (person.state.stage === 'erased') return {};
  const age = ageIn(person.personal, at.dateInSeoul());
  return age === undefined ? {} : { age };
}
