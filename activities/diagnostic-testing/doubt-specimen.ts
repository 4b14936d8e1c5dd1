import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { doubtCase } from '../doubt-case.ts';
import type { Request, Uses } from '../uses.ts';

/**
 * The laboratory is not sure whose specimen it was: told before the result, so that nothing goes out under a wrong name.
 * @throws RuleBroken `test/identity-in-doubt` for a contact's test: the message is laid aside with a task
 */
export const doubtSpecimen =
  (uses: Pick<Uses, 'tests' | 'cases' | 'clock'>) =>
  async ({ testId, commandId, by }: Request & Readonly<{ testId: string }>): Promise<void> => {
    const { caseId } = (await uses.tests.load(testId)).aggregate.state;
    // A contact's result could open a case under the wrong name: a person looks at the message first.
    if (caseId === undefined) throw new RuleBroken('test/identity-in-doubt');
    await doubtCase(uses)({ caseId, reason: 'specimen-mixed-up', commandId, by });
  };
