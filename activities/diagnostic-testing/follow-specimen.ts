import { laboratoryCode } from '../../domain/diagnostic-testing/test/laboratory-code.ts';
import { specimenType } from '../../domain/diagnostic-testing/test/specimen-type.ts';
import type { SpecimenRejection } from '../../domain/diagnostic-testing/test/test.commands.ts';
import type { Test } from '../../domain/diagnostic-testing/test/test.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { specimenId } from '../../domain/shared-kernel/specimen-id.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { parsed, present, whoAndWhen, type Asked } from './asked.ts';

type Needs = Readonly<{ tests: Repository<Test>; clock: Clock }>;
type TestAsked = Asked & Readonly<{ testId: string }>;

export type CollectSpecimenInput = TestAsked &
  Readonly<{ collectedAt: string; specimenId?: string | undefined; specimenType?: string | undefined }>;
export type ReceiveSpecimenInput = TestAsked &
  Readonly<{ receivedAt: string; laboratory?: string | undefined }>;
export type RejectSpecimenInput = TestAsked & Readonly<{ reason: SpecimenRejection }>;

/** The clinic has taken the specimen, for the first time or anew after a rejection. */
export const collectSpecimen =
  ({ tests, clock }: Needs) =>
  async (input: CollectSpecimenInput): Promise<Receipt> => {
    const collectedAt = Instant.of(input.collectedAt);
    const by = await whoAndWhen(input, clock, [collectedAt]);
    const told = present({
      specimenId: parsed(input.specimenId, specimenId),
      specimenType: parsed(input.specimenType, specimenType),
    });
    return change(tests, input.testId, input, (test) =>
      test.execute({ type: 'CollectSpecimen', collectedAt, ...told, ...by }),
    );
  };

/** The laboratory has received the specimen. */
export const receiveSpecimen =
  ({ tests, clock }: Needs) =>
  async (input: ReceiveSpecimenInput): Promise<Receipt> => {
    const receivedAt = Instant.of(input.receivedAt);
    const by = await whoAndWhen(input, clock, [receivedAt]);
    const told = present({ laboratory: parsed(input.laboratory, laboratoryCode) });
    return change(tests, input.testId, input, (test) =>
      test.execute({ type: 'ReceiveSpecimen', receivedAt, ...told, ...by }),
    );
  };

/** The specimen cannot be tested. */
export const rejectSpecimen =
  ({ tests, clock }: Needs) =>
  async (input: RejectSpecimenInput): Promise<Receipt> => {
    const by = await whoAndWhen(input, clock);
    const { reason } = input;
    return change(tests, input.testId, input, (test) =>
      test.execute({ type: 'RejectSpecimen', reason, ...by }),
    );
  };
