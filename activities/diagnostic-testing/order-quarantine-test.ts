import { laboratoryCode } from '../../domain/diagnostic-testing/test/laboratory-code.ts';
import { specimenType } from '../../domain/diagnostic-testing/test/specimen-type.ts';
import { Test } from '../../domain/diagnostic-testing/test/test.ts';
import { testType } from '../../domain/diagnostic-testing/test/test-type.ts';
import { contactId, testId } from '../../domain/shared-kernel/id.ts';
import { specimenId } from '../../domain/shared-kernel/specimen-id.ts';
import { create } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { parsed, present, whoAndWhen, type Asked } from './asked.ts';

type Needs = Readonly<{ tests: Repository<Test>; clock: Clock; newId: () => string }>;
export type QuarantineTestInput = Asked &
  Readonly<{
    contactId: string;
    sequence: number;
    specimenId?: string | undefined;
    specimenType?: string | undefined;
    testType?: string | undefined;
    laboratory?: string | undefined;
  }>;

/** A contact in quarantine is to be tested. Without a specimen id the test's own label is used. */
export const orderQuarantineTest =
  ({ tests, clock, newId }: Needs) =>
  async (input: QuarantineTestInput): Promise<Receipt> => {
    const test = Test.unordered(testId(newId()));
    const { sequence } = input;
    test.execute({
      type: 'OrderTest',
      purpose: 'quarantine',
      contactId: contactId(input.contactId),
      sequence,
      specimenId: specimenId(input.specimenId ?? `${test.id.slice(-12)}-quarantine-${sequence}`),
      ...present({
        specimenType: parsed(input.specimenType, specimenType),
        testType: parsed(input.testType, testType),
        laboratory: parsed(input.laboratory, laboratoryCode),
      }),
      ...(await whoAndWhen(input, clock)),
    });
    return create(tests, test, input);
  };
