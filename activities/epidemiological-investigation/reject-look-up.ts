import { change } from '../change.ts';
import { groundLost } from '../look-up-ground.ts';
import type { VenueUses } from '../venue-visit.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { approveBy } from './look-up-standing.ts';
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

/** There is no ground for it any more, and nobody has approved it: it ends by that. */
export const endLookUp =
  (uses: Pick<Uses, 'informationRequests'> & VenueUses) =>
  async (step: SubjectMoment): Promise<void> => {
    await change(uses.informationRequests, step.id, {}, async (lookUp) => {
      const lost = await groundLost(uses, lookUp.state);
      if (lookUp.state.stage !== 'requested' || lost === undefined) return;
      lookUp.execute({ type: 'RejectRequest', reason: lost, ...byLookUpProcess(step) });
    });
  };

/** Nobody has decided in time: a named end, so that it waits for ever on no list. Quiet when somebody has. */
export const lapseLookUp =
  ({ informationRequests }: Pick<Uses, 'informationRequests'>) =>
  async (step: SubjectMoment): Promise<void> => {
    await change(informationRequests, step.id, {}, (lookUp) => {
      const by = byLookUpProcess(step);
      if (lookUp.state.stage !== 'requested' || approveBy(lookUp.state).isAfter(by.at)) return;
      lookUp.execute({ type: 'RejectRequest', reason: 'not-approved-in-time', ...by });
    });
  };
