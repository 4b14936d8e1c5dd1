import { doubtOpenCase } from '../doubt-open-case.ts';
import type { Request, Uses } from '../uses.ts';

/** The laboratory is not sure whose specimen it was: told before the result, so that nothing goes out under a wrong name. */
export const doubtSpecimen =
  (uses: Pick<Uses, 'tests' | 'cases' | 'clock'>) =>
  async ({ testId, commandId, by }: Request & Readonly<{ testId: string }>): Promise<void> => {
    const { caseId } = (await uses.tests.load(testId)).aggregate.state;
    if (caseId === undefined) return; // a contact's test opens no case by itself
    await doubtOpenCase(uses)({ caseId, reason: 'specimen-mixed-up', commandId, by });
  };
