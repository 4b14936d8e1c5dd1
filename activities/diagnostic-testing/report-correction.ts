import type { Receipt } from '../ports/repository.ts';
import type { Uses } from '../uses.ts';
import { correctTestResult, type CorrectTestResultInput } from './correct-test-result.ts';
import { tellOfCorrection } from './tell-of-correction.ts';

/**
 * A result is taken back. What the case came to by the first one is never turned round by itself: a person looks at it,
 * and withdraws the diagnosis, opens a case, or orders another test. A stop before the person is told is made good by upkeep.
 */
export const reportCorrection =
  (uses: Uses) =>
  async (input: CorrectTestResultInput): Promise<Receipt> => {
    const receipt = await correctTestResult(uses)(input);
    await tellOfCorrection(uses)(input.testId);
    return receipt;
  };
