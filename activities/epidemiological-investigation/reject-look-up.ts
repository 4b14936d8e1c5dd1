import { change } from '../change.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { byLookUpProcess } from './look-up-step.ts';

/** A person has declined the approval on the worklist. Quiet when somebody has decided otherwise before. */
export const rejectLookUp =
  ({ informationRequests }: Pick<Uses, 'informationRequests'>) =>
  async (step: SubjectMoment): Promise<void> => {
    await change(informationRequests, step.id, {}, (lookUp) => {
      if (lookUp.state.stage !== 'requested') return;
      lookUp.execute({ type: 'RejectRequest', reason: 'not-necessary', ...byLookUpProcess(step) });
    });
  };
