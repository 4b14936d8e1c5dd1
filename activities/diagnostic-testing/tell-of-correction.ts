import { openTask } from '../open-task.ts';
import type { Uses } from '../uses.ts';

/** What came of a test that was corrected is for a person to look at: one task for each correction, however often it is told. */
export const tellOfCorrection =
  (uses: Uses) =>
  async (testId: string): Promise<void> => {
    const { caseId, purpose, result, earlierResults } = (await uses.tests.load(testId)).aggregate.state;
    if (caseId === undefined || result === undefined || earlierResults === undefined) return;
    await openTask(uses)({
      caseId,
      kind: 'contradicting-result',
      reason: `${purpose} test corrected to ${result}`,
      commandId: `test:${testId}:corrected-${earlierResults.length}:task`,
      at: await uses.clock.now(),
    });
  };
