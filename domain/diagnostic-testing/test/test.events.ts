import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { CaseTestPurpose, TestPurpose, TestResult } from '../../shared-kernel/test-result.ts';
import type { SpecimenType } from './specimen-type.ts';
import type { CorrectionReason, SpecimenRejection, TestCancellation } from './test.commands.ts';
import type { TestType } from './test-type.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent & Readonly<{ type: Type; v: 1 } & Payload>;

/** Whom a test is about: a case, or a contact in quarantine. */
export type Subject = Readonly<{ caseId: string }> | Readonly<{ contactId: string }>;
/** Times in RFC 3339; `cycleThreshold` in PCR cycles. */
type Result = Readonly<{
  result: TestResult;
  sequence: number;
  specimenCollectedAt?: string;
  testedAt?: string;
  resultedAt?: string;
  cycleThreshold?: number;
}>;

export type TestOrdered = Fact<
  'TestOrdered',
  (
    | Readonly<{ caseId: string; purpose: CaseTestPurpose }>
    | Readonly<{ contactId: string; purpose: 'quarantine' }>
  ) &
    Readonly<{
      sequence: number;
      specimenId: string;
      specimenType?: SpecimenType;
      testType?: TestType;
      laboratory?: string;
    }>
>;
export type SpecimenCollected = Fact<
  'SpecimenCollected',
  Subject & Readonly<{ specimenId: string; specimenType?: SpecimenType; collectedAt: string }>
>;
export type SpecimenReceived = Fact<
  'SpecimenReceived',
  Subject & Readonly<{ specimenId: string; receivedAt: string; laboratory?: string }>
>;
/** A new specimen has to be collected; `rejection` numbers the rejections of this test from 1. */
export type SpecimenRejected = Fact<
  'SpecimenRejected',
  Subject & Readonly<{ specimenId: string; reason: SpecimenRejection; rejection: number }>
>;
/** PCR 검사로 확진 여부 파악됨: the result of a diagnostic test. */
export type InfectionStatusEstablished = Fact<
  'InfectionStatusEstablished',
  Result & Readonly<{ caseId: string }>
>;
/** The result of a release test: it feeds the release rule only. */
export type ReleaseTestResulted = Fact<'ReleaseTestResulted', Result & Readonly<{ caseId: string }>>;
/** The result of a test of a contact in quarantine. */
export type QuarantineTestResulted = Fact<'QuarantineTestResulted', Result & Readonly<{ contactId: string }>>;
/** Whoever acted on `from` has to look again; `correction` numbers the corrections of this test from 1. */
export type TestResultCorrected = Fact<
  'TestResultCorrected',
  Subject &
    Readonly<{
      purpose: TestPurpose;
      sequence: number;
      from: TestResult;
      to: TestResult;
      reason: CorrectionReason;
      correction: number;
      specimenCollectedAt?: string;
      cycleThreshold?: number;
    }>
>;
export type TestCancelled = Fact<'TestCancelled', Subject & Readonly<{ reason: TestCancellation }>>;

export type TestResulted = InfectionStatusEstablished | ReleaseTestResulted | QuarantineTestResulted;
export type TestEvent =
  | TestOrdered
  | SpecimenCollected
  | SpecimenReceived
  | SpecimenRejected
  | TestResulted
  | TestResultCorrected
  | TestCancelled;
