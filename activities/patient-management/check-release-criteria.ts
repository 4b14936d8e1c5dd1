import { judge, nextContactMoment } from '../../domain/patient-management/case/release-criteria.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Moment, Uses } from '../uses.ts';
import { stepOn } from '../step.ts';

/** `ask`: nobody knows how the patient is, and may ask from `askAt` on. Otherwise the case's stage tells what is next. */
export type CheckOutcome = Readonly<{ ask: false } | { ask: true; askAt: string }>;

/** Whenever n days have passed: judge the release criteria. */
export const checkReleaseCriteria =
  ({ cases, rule }: Uses) =>
  async (step: Moment): Promise<CheckOutcome> => {
    const { state } = await stepOn(cases, step, (aCase, by) =>
      aCase.execute({ type: 'CheckReleaseCriteria', rule, ...by }),
    );
    const at = Instant.of(step.at);
    const judged = state.stage !== 'home-treatment' && state.stage !== 'symptom-check';
    if (judged || judge(rule, state, at).outcome !== 'ask') return { ask: false };
    return { ask: true, askAt: nextContactMoment(rule, at).toString() };
  };
