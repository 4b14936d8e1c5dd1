import { judge } from '../../domain/patient-management/case/release-criteria.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseRules } from '../case-rules.ts';
import { stepByRules } from '../step.ts';
import type { Moment, Uses } from '../uses.ts';

/** In hospital the criteria are judged too. Answers when time alone changes the verdict, if it does. */
export const judgeInHospital =
  (uses: Uses) =>
  async (step: Moment): Promise<Readonly<{ released: boolean; nextAt?: string }>> => {
    const { state } = await stepByRules(uses, step, (aCase, by, rule) =>
      aCase.execute({ type: 'CheckReleaseCriteria', rule, ...by }),
    );
    if (state.stage !== 'in-hospital') return { released: true };
    const rule = await caseRules(uses, state, step.at);
    const { nextAt } = judge(rule, state, Instant.of(step.at)).verdict;
    return { released: false, ...(nextAt === undefined ? {} : { nextAt }) };
  };
