import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { CaseId, ContactId } from '../../shared-kernel/id.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import type { SpecimenId } from '../../shared-kernel/specimen-id.ts';
import type { CaseTestPurpose, TestResult } from '../../shared-kernel/test-result.ts';
import type { CycleThreshold } from './cycle-threshold.ts';
import type { LaboratoryCode } from './laboratory-code.ts';
import type { SpecimenType } from './specimen-type.ts';
import type { TestType } from './test-type.ts';

/** PCR 검사 (or another one). `sequence` numbers the tests of one case, or one contact, and purpose from 1. */
export type OrderTest = By &
  Readonly<{
    type: 'OrderTest';
    sequence: number;
    specimenId: SpecimenId;
    specimenType?: SpecimenType;
    testType?: TestType;
    laboratory?: LaboratoryCode;
  }> &
  (
    | Readonly<{ caseId: CaseId; purpose: CaseTestPurpose }>
    | Readonly<{ contactId: ContactId; purpose: 'quarantine' }>
  );
/** 검체채취. After a rejection it names the new specimen; before one, the specimen of the order. */
export type CollectSpecimen = By &
  Readonly<{
    type: 'CollectSpecimen';
    collectedAt: Instant;
    specimenId?: SpecimenId;
    specimenType?: SpecimenType;
  }>;
/** The laboratory has it. A forwarded specimen is received by another laboratory than was ordered. */
export type ReceiveSpecimen = By &
  Readonly<{ type: 'ReceiveSpecimen'; receivedAt: Instant; laboratory?: LaboratoryCode }>;
export type SpecimenRejection =
  'leaking' | 'insufficient' | 'mislabelled' | 'contaminated' | 'tooLate' | 'tooWarm' | 'lost';
/** The specimen cannot be tested: it has to be collected again. */
export type RejectSpecimen = By & Readonly<{ type: 'RejectSpecimen'; reason: SpecimenRejection }>;
/**
 * A laboratory or a tester tells a result. Case, contact and specimen, where told, must be the order's. A collection
 * time that the clinic recorded is kept before the one told here.
 */
export type RecordTestResult = By &
  Readonly<{
    type: 'RecordTestResult';
    result: TestResult;
    caseId?: CaseId;
    contactId?: ContactId;
    specimenId?: SpecimenId;
    specimenCollectedAt?: Instant;
    testedAt?: Instant;
    resultedAt?: Instant;
    cycleThreshold?: CycleThreshold;
  }>;
export type CorrectionReason =
  'transcriptionError' | 'specimenSwapped' | 'contamination' | 'reanalysed' | 'wrongPerson';
/** The laboratory takes a result back and gives another. */
export type CorrectTestResult = By &
  Readonly<{
    type: 'CorrectTestResult';
    result: TestResult;
    reason: CorrectionReason;
    cycleThreshold?: CycleThreshold;
  }>;
export type TestCancellation = 'orderedByMistake' | 'orderedTwice' | 'caseClosed' | 'personRefused';
export type CancelTest = By & Readonly<{ type: 'CancelTest'; reason: TestCancellation }>;

export type TestCommand =
  | OrderTest
  | CollectSpecimen
  | ReceiveSpecimen
  | RejectSpecimen
  | RecordTestResult
  | CorrectTestResult
  | CancelTest;
