import { IsolatedDays } from '../../domain/diagnostic-testing/living-support/isolated-days.ts';
import type { AssessLivingSupport } from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import type { LivingSupportState } from '../../domain/diagnostic-testing/living-support/living-support.state.ts';
import { SupportRule } from '../../domain/diagnostic-testing/living-support/support-rule.ts';
import { isolatedDaysOf } from '../../domain/isolation-management/isolation/isolated-days-of.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import { ageIn } from '../../domain/patient-management/person/personal-values.ts';
import {
  claimSchema,
  judgeLivingSupport as judge,
  type Claim,
  type SupportAnswer,
} from '../../domain/protocol/evaluation/living-support.ts';
import type { History } from '../../domain/protocol/evaluation/history.schema.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { change } from '../change.ts';
import { personStandingFor } from '../resolve-person.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { parsed, present } from './asked.ts';
import { dayOfNotice, diseaseOf, supportRuleOf } from './claim-of-isolation.ts';
import { byLivingSupportProcess } from './living-support-step.ts';

/** Is there a claim, and to how much? By the rule in force on the day of the isolation notice, once the isolation is over. */
export const judgeLivingSupport =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { state } = (await uses.livingSupports.load(step.id)).aggregate;
    const isolation = (await uses.isolations.load(state.isolationId)).aggregate.state;
    const disease = await diseaseOf(uses, isolation);
    const notice = dayOfNotice(isolation) ?? LocalDate.of(state.dateOfIsolationNotice);
    const { version, rule, from, until, day } = await supportRuleOf(uses, disease, notice.toString());
    const days = isolatedDaysOf(isolation);
    const at = Instant.of(step.at);
    const claim = claimIn(state, isolation, day);
    const history = await historyOf(uses, { ...state, dateOfIsolationNotice: notice.toString() }, at);
    const answer = (income?: number): SupportAnswer | undefined =>
      rule === undefined || days === 0
        ? undefined
        : judge(
            rule,
            income === undefined ? claim : { ...claim, incomePercent: income },
            history,
            at.epochMilliseconds,
          );
    const found = answer();
    const entitled = found !== undefined && found.eligible !== false;
    const withoutIncome = entitled ? undefined : answer(0);
    const withinIncome = withoutIncome === undefined || withoutIncome.eligible === false;
    const rulesKept = isolation.establishedViolations === 0;
    const assessment: Omit<AssessLivingSupport, 'by' | 'at'> = {
      type: 'AssessLivingSupport',
      dateOfIsolationNotice: notice,
      rule: SupportRule.of(
        version,
        LocalDate.of(from),
        parsed(until, (text) => LocalDate.of(text)),
      ),
      conditions: {
        rulesKept,
        withinIncome,
        entitled: entitled || !withinIncome || !rulesKept || state.paidLeave === true,
      },
      ...present({
        amount: found?.eligible === true ? Money.ofWon(found.won) : undefined,
        missing: found?.eligible === 'decideByPerson' ? found.missing : undefined,
        isolatedDays: days === 0 ? undefined : IsolatedDays.of(days),
      }),
    };
    await change(uses.livingSupports, step.id, {}, (one) =>
      one.execute({ ...assessment, ...byLivingSupportProcess(step) }),
    );
  };

/** What the officer stated goes before what the register says. */
function claimIn(state: LivingSupportState, isolation: IsolationState, day: string): Claim {
  const { householdSize, paidLeave, facts } = state;
  const stated = Object.fromEntries(
    Object.entries(facts ?? {}).filter(([name]) => Object.hasOwn(claimSchema.shape, name)),
  );
  return claimSchema.parse({
    ...(householdSize === 1 ? { isolatedPeople: 1 } : {}),
    ...stated,
    dateOfIsolationNotice: day,
    householdSize,
    isolatedDays: Math.min(400, isolatedDaysOf(isolation)),
    rulesKept: isolation.establishedViolations === 0,
    ...(paidLeave === undefined ? {} : { paidLeave }),
  });
}

/** A case's history says more than a contact's. Facts that the protocol itself declares are attributes of it. */
async function historyOf(
  { cases, people }: Uses,
  { caseId, personId, dateOfIsolationNotice, facts }: LivingSupportState,
  at: Instant,
): Promise<History> {
  const person = await personStandingFor({ people }, personId);
  const known =
    caseId === undefined
      ? ({ of: 'contact' } as const)
      : historyOfCase((await cases.load(caseId)).aggregate.state);
  const notice = LocalDate.of(dateOfIsolationNotice);
  const age = person.state.stage === 'erased' ? undefined : ageIn(person.personal, at.dateInSeoul(), notice);
  return {
    ...known,
    ...present({ age: age === undefined || age < 0 ? undefined : age }),
    attributes: { ...facts },
  };
}
