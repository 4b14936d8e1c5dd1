import { BirthDate } from '../domain/patient-management/person/birth-date.ts';
import type { Person } from '../domain/patient-management/person/person.ts';
import { historyOfCase } from '../domain/patient-management/case/history-of-case.ts';
import { judgeMonitoring } from '../domain/protocol/evaluation/monitoring.ts';
import { ruleForCase } from './case-rules.ts';
import { stepOn } from './step.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import type { Moment, Uses } from './uses.ts';

/** The tier of home treatment that the protocol in force gives this case; nothing where it has none or a fact is missing. */
export const assignTier =
  (uses: Uses) =>
  async (step: Moment): Promise<Readonly<{ tier: string | null; missing: readonly string[] }>> => {
    const { state } = (await uses.cases.load(step.caseId)).aggregate;
    const monitoring = await ruleForCase(uses, 'monitoring', state, step.at);
    if (monitoring === undefined) return { tier: null, missing: [] };
    const at = Instant.of(step.at);
    const person = (await uses.people.load(state.personId)).aggregate;
    const history = { ...historyOfCase(state), ...ageOf(person, at) };
    const answer = judgeMonitoring(monitoring.rule, history, at.epochMilliseconds);
    if (!('tier' in answer)) return { tier: null, missing: answer.missing };
    const { tier, checksPerDay } = answer;
    await stepOn(uses.cases, step, (aCase, by) =>
      aCase.execute({ type: 'AssignTier', tier, checksPerDay, protocol: monitoring.version, ...by }),
    );
    return { tier, missing: [] };
  };

/** Nobody knows the age of somebody who was erased. */
function ageOf(person: Person, at: Instant): Readonly<{ age?: number }> {
  if (person.state.stage === 'erased') return {};
  const today = at.dateInSeoul();
  return { age: BirthDate.of(person.personal.birthDate, today).ageOn(today) };
}
