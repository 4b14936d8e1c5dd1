import { caseId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { specimenId } from '../../domain/shared-kernel/specimen-id.ts';
import type { TestResult } from '../../domain/shared-kernel/test-result.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type TestResultInput = Request &
  Readonly<{
    testId: string;
    caseId?: string | undefined;
    specimenId?: string | undefined;
    specimenCollectedAt?: string | undefined;
    result: TestResult;
  }>;

/** A result arrives, from the laboratory or from staff. */
export const recordTestResult =
  ({ tests, clock }: Uses) =>
  async (input: TestResultInput): Promise<Receipt> => {
    const { by, result } = input;
    const at = Instant.of(await clock.now());
    return change(tests, input.testId, input, (test) =>
      test.execute({
        type: 'RecordTestResult',
        result,
        by,
        at,
        ...(input.caseId === undefined ? {} : { caseId: caseId(input.caseId) }),
        ...(input.specimenId === undefined ? {} : { specimenId: specimenId(input.specimenId) }),
        ...(input.specimenCollectedAt === undefined
          ? {}
          : { specimenCollectedAt: Instant.of(input.specimenCollectedAt) }),
      }),
    );
  };
