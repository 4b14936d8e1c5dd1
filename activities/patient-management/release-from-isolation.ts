import type { Moment, Uses } from '../uses.ts';
import { stepOn } from '../step.ts';

/** Whenever found free of symptoms or improving, or a clinician said so: release. */
export const releaseFromIsolation =
  ({ cases }: Uses) =>
  async (step: Moment): Promise<void> => {
    await stepOn(cases, step, (aCase, by) => aCase.execute({ type: 'ReleaseFromIsolation', ...by }));
  };
