import { testId as testIdOf } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Step, Uses } from '../uses.ts';
import { stepOn } from '../step.ts';

export type TestResultStep = Step & Readonly<{ testId: string }>;

/** Whenever a diagnostic test has a result: the infection is confirmed, ruled out, or stays open. */
export const recordDiagnosticResult =
  ({ cases, tests }: Uses) =>
  async (step: TestResultStep): Promise<void> => {
    const { result, collectedAt } = (await tests.load(step.testId)).aggregate.state;
    if (result === undefined) throw new TypeError('the test has no result yet');
    const specimen = collectedAt === undefined ? {} : { specimenCollectedAt: Instant.of(collectedAt) };
    const testId = testIdOf(step.testId);
    await stepOn(cases, step, (aCase, by) =>
      aCase.execute({ type: 'RecordDiagnosticResult', testId, result, ...specimen, ...by }),
    );
  };
