import { testId as testIdOf } from '../../domain/shared-kernel/id.ts';
import type { Uses } from '../uses.ts';
import type { TestResultStep } from './record-diagnostic-result.ts';
import { stepOn } from '../step.ts';

/** Whenever a release test has a result: go round to the next check. It never reclassifies the case. */
export const recordRetestResult =
  ({ cases, tests, rule }: Uses) =>
  async (step: TestResultStep): Promise<void> => {
    const { result } = (await tests.load(step.testId)).aggregate.state;
    if (result === undefined) throw new TypeError('the test has no result yet');
    await stepOn(cases, step, (aCase, by) =>
      aCase.execute({ type: 'RecordRetestResult', testId: testIdOf(step.testId), result, rule, ...by }),
    );
  };
