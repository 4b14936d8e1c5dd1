import type { Moment, Uses } from '../uses.ts';
import { stepOn } from '../step.ts';

/** Whenever infection is confirmed: home treatment starts. */
export const startHomeTreatment =
  ({ cases }: Uses) =>
  async (step: Moment): Promise<void> => {
    await stepOn(cases, step, (aCase, by) => aCase.execute({ type: 'StartHomeTreatment', ...by }));
  };
