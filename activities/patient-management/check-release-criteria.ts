import type { CaseRules } from '../../domain/patient-management/case/case-rules.ts';
import { judge, nextContactMoment } from '../../domain/patient-management/case/release-criteria.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseRules } from '../case-rules.ts';
import { stepByRules } from '../step.ts';
import type { Moment, Uses } from '../uses.ts';

/** `ask`: nobody knows how the patient is, and may ask from `askAt` on. Otherwise the case's stage tells what is next. */
export type CheckOutcome = Readonly<
  | { ask: false }
  | {
      ask: true;
      askAt: string;
      /** The message goes out beside the wait for its answer; a check from before says nothing of it, and waits for the message. */
      beside?: true;
    }
>;

/** Whenever n days have passed: judge the release criteria. */
export const checkReleaseCriteria =
  (uses: Uses) =>
  async (step: Moment): Promise<CheckOutcome> => {
    const { state } = await stepByRules(uses, step, (aCase, by, rule) =>
      aCase.execute({ type: 'CheckReleaseCriteria', rule, ...by }),
    );
    if (state.stage !== 'home-treatment' && state.stage !== 'symptom-check') return { ask: false };
    const at = Instant.of(step.at);
    const rule: CaseRules = await caseRules(uses, state, step.at);
    if (judge(rule, state, at).next !== 'ask') return { ask: false };
    return { ask: true, askAt: nextContactMoment(rule, at).toString(), beside: true };
  };
