import { CycleThreshold } from '../../domain/diagnostic-testing/test/cycle-threshold.ts';
import type { CorrectionReason } from '../../domain/diagnostic-testing/test/test.commands.ts';
import type { Test } from '../../domain/diagnostic-testing/test/test.ts';
import type { TestResult } from '../../domain/shared-kernel/test-result.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { parsed, present, whoAndWhen, type Asked } from './asked.ts';

type Needs = Readonly<{ tests: Repository<Test>; clock: Clock }>;
export type CorrectTestResultInput = Asked &
  Readonly<{
    testId: string;
    result: TestResult;
    reason: CorrectionReason;
    cycleThreshold?: number | undefined;
  }>;

/** The laboratory takes a result back and gives another; the first one stays on record. */
export const correctTestResult =
  ({ tests, clock }: Needs) =>
  async (input: CorrectTestResultInput): Promise<Receipt> => {
    const { result, reason } = input;
    const by = await whoAndWhen(input, clock);
    const told = present({
      cycleThreshold: parsed(input.cycleThreshold, (cycles) => CycleThreshold.of(cycles)),
    });
    return change(tests, input.testId, input, (test) =>
      test.execute({ type: 'CorrectTestResult', result, reason, ...told, ...by }),
    );
  };
