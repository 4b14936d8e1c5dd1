import type { TestCancellation } from '../../domain/diagnostic-testing/test/test.commands.ts';
import type { Test } from '../../domain/diagnostic-testing/test/test.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { whoAndWhen, type Asked } from './asked.ts';

export type CancelTestInput = Asked & Readonly<{ testId: string; reason: TestCancellation }>;

/** A test without a result is not to be done any more. */
export const cancelTest =
  ({ tests, clock }: Readonly<{ tests: Repository<Test>; clock: Clock }>) =>
  async (input: CancelTestInput): Promise<Receipt> => {
    const by = await whoAndWhen(input, clock);
    const { reason } = input;
    return change(tests, input.testId, input, (test) => test.execute({ type: 'CancelTest', reason, ...by }));
  };
