import { testId as testIdOf } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Uses } from '../uses.ts';
import type { TestResultStep } from './record-diagnostic-result.ts';
import { stepByRules } from '../step.ts';

/** Whenever a release test has a result: go round to the next check. It never reclassifies the case. */
export const recordRetestResult =
  (uses: Uses) =>
  async (step: TestResultStep): Promise<void> => {
    const { result, collectedAt } = (await uses.tests.load(step.testId)).aggregate.state;
    if (result === undefined) throw new TypeError('the test has no result yet');
    const specimen = collectedAt === undefined ? {} : { specimenCollectedAt: Instant.of(collectedAt) };
    const testId = testIdOf(step.testId);
    await stepByRules(uses, step, (aCase, by, rule) =>
      aCase.execute({ type: 'RecordRetestResult', testId, result, rule, ...specimen, ...by }),
    );
  };
