import { change } from '../change.ts';
import { textMessage } from '../text-message.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { byLookUpProcess, keyOfLookUp, ownerOfLookUp } from './look-up-step.ts';

/** The person is told that their records were looked up, also when nothing was found. Quiet when they were. */
export const tellOfLookUp =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { informationRequests, cases } = uses;
    const { id } = step;
    const { state } = (await informationRequests.load(id)).aggregate;
    if (state.notifiedAt !== undefined) return;
    const { personId } = (await cases.load(state.caseId)).aggregate.state;
    await textMessage(uses, {
      name: 'look-up-notice',
      key: keyOfLookUp(id, 'person-notice'),
      owner: ownerOfLookUp(id, state),
      personId,
      template: state.kind === 'entryLog' ? 'entry-log-notice' : 'card-history-notice',
    });
    await change(informationRequests, id, {}, (lookUp) =>
      lookUp.execute({ type: 'NotifyPerson', channel: 'sms', ...byLookUpProcess(step) }),
    );
  };
