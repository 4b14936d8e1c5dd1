import { offerChoice } from '../offer-choice.ts';
import type { Moment, Uses } from '../uses.ts';
import { stepByRules } from '../step.ts';

/**
 * When the release criteria are looked at next; `check` numbers the plans of a case from 1. Where a version leaves the choice
 * and would give another date, an officer is asked.
 */
export const planReleaseCheck =
  (uses: Uses) =>
  async (step: Moment): Promise<Readonly<{ dueAt: string; check: number }>> => {
    const { state } = await stepByRules(uses, step, (aCase, by, rule) =>
      aCase.execute({ type: 'PlanReleaseCheck', rule, ...by }),
    );
    if (state.check === undefined) throw new TypeError('a planned check has a due moment');
    await offerChoice(uses, step, state);
    return { dueAt: state.check.dueAt, check: state.checks };
  };
