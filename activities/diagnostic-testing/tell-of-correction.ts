import { openTask } from '../open-task.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { Uses } from '../uses.ts';

/**
 * What came of a test that was corrected is for a person to look at: one task for each correction, however often it is
 * told. A contact's stands with their own case, where they have become one.
 */
export const tellOfCorrection =
  (uses: Uses) =>
  async (testId: string): Promise<void> => {
    const { caseId, contactId, purpose, result, earlierResults } = (await uses.tests.load(testId)).aggregate
      .state;
    if (result === undefined || earlierResults === undefined) return;
    const task = {
      kind: 'contradicting-result',
      reason: `${purpose} test corrected to ${result}`,
      commandId: `test:${testId}:corrected-${earlierResults.length}:task`,
      at: await uses.clock.now(),
    } as const;
    const contact =
      contactId === undefined ? undefined : (await uses.contacts.load(contactId)).aggregate.state;
    const whose = caseId ?? contact?.caseId;
    if (whose !== undefined) {
      await openTask(uses)({ ...task, caseId: whose });
    } else if (contactId !== undefined && contact !== undefined) {
      const { district, sourceCaseId } = contact;
      const subject = { kind: 'contact', id: contactId };
      await openTaskAbout(uses)({
        ...task,
        subject,
        district,
        caseId: sourceCaseId,
        by: 'process:correction',
      });
    }
  };
