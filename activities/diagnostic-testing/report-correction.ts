import { openTask } from '../open-task.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Uses } from '../uses.ts';
import { correctTestResult, type CorrectTestResultInput } from './correct-test-result.ts';

/**
 * A result is taken back. What the case came to by the first one is never turned round by itself: a person looks at it,
 * and withdraws the diagnosis, opens a case, or orders another test.
 */
export const reportCorrection =
  (uses: Uses) =>
  async (input: CorrectTestResultInput): Promise<Receipt> => {
    const receipt = await correctTestResult(uses)(input);
    const {
      caseId,
      purpose,
      result,
      earlierResults = [],
    } = (await uses.tests.load(input.testId)).aggregate.state;
    if (caseId !== undefined && result !== undefined) {
      await openTask(uses)({
        caseId,
        kind: 'contradicting-result',
        reason: `${purpose} test corrected to ${result}`,
        commandId: `test:${input.testId}:corrected-${earlierResults.length}:task`,
        at: await uses.clock.now(),
      });
    }
    return receipt;
  };
