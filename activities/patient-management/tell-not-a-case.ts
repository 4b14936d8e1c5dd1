import { ofCase } from '../step.ts';
import { callOffMessage, textMessage } from '../text-message.ts';
import type { Step, Uses } from '../uses.ts';

/** Whenever an infection is ruled out: the person is told. */
export const tellNotACase =
  (uses: Uses) =>
  async ({ caseId, commandId }: Step): Promise<void> => {
    const { state } = (await uses.cases.load(caseId)).aggregate;
    if (state.stage !== 'not-a-case') return callOffMessage(uses, commandId); // the finding was somebody else's
    await textMessage(uses, {
      name: 'not-a-case-notice',
      key: commandId,
      owner: ofCase(caseId),
      personId: state.personId,
      template: 'not-a-case',
    });
  };
