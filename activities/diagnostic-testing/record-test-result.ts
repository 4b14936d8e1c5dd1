import { CycleThreshold } from '../../domain/diagnostic-testing/test/cycle-threshold.ts';
import { caseId, contactId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { specimenId } from '../../domain/shared-kernel/specimen-id.ts';
import type { TestResult } from '../../domain/shared-kernel/test-result.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';
import { parsed, present, whoAndWhen } from './asked.ts';

/** Times in RFC 3339; `cycleThreshold` in PCR cycles. */
export type TestResultInput = Request &
  Readonly<{
    testId: string;
    caseId?: string | undefined;
    contactId?: string | undefined;
    specimenId?: string | undefined;
    specimenCollectedAt?: string | undefined;
    testedAt?: string | undefined;
    resultedAt?: string | undefined;
    cycleThreshold?: number | undefined;
    result: TestResult;
  }>;

/** A result arrives, from the laboratory or from staff. */
export const recordTestResult =
  ({ tests, clock }: Pick<Uses, 'tests' | 'clock'>) =>
  async (input: TestResultInput): Promise<Receipt> => {
    const times = {
      specimenCollectedAt: parsed(input.specimenCollectedAt, (text) => Instant.of(text)),
      testedAt: parsed(input.testedAt, (text) => Instant.of(text)),
      resultedAt: parsed(input.resultedAt, (text) => Instant.of(text)),
    };
    const by = await whoAndWhen(input, clock, Object.values(times));
    return change(tests, input.testId, input, (test) =>
      test.execute({
        type: 'RecordTestResult',
        result: input.result,
        ...present({
          ...times,
          caseId: parsed(input.caseId, caseId),
          contactId: parsed(input.contactId, contactId),
          specimenId: parsed(input.specimenId, specimenId),
          cycleThreshold: parsed(input.cycleThreshold, (cycles) => CycleThreshold.of(cycles)),
        }),
        ...by,
      }),
    );
  };
