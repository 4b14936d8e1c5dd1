import { testId as testIdOf } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Moment, Uses } from '../uses.ts';
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

/** The results of tests that were ordered before the case went another way, such as to a hospital: each counts once. */
export const recordLateRetests =
  (uses: Uses) =>
  async ({ caseId, at }: Moment): Promise<void> => {
    const { releaseTests } = (await uses.cases.load(caseId)).aggregate.state;
    for (const testId of await uses.lookups.releaseTestsOfCase(caseId)) {
      if (releaseTests.some((one) => one.testId === testId)) continue;
      if ((await uses.tests.load(testId)).aggregate.state.result === undefined) continue;
      const commandId = `case:${caseId}:retest-result:${testId}`;
      await recordRetestResult(uses)({ caseId, at, commandId, testId });
    }
  };
