import { laboratoryCode } from '../../domain/diagnostic-testing/test/laboratory-code.ts';
import type { TestCommand } from '../../domain/diagnostic-testing/test/test.commands.ts';
import { Test } from '../../domain/diagnostic-testing/test/test.ts';
import { contactId } from '../../domain/shared-kernel/id.ts';
import type { Instant } from '../../domain/shared-kernel/instant.ts';
import { specimenId } from '../../domain/shared-kernel/specimen-id.ts';
import type { CaseTestPurpose, TestResult } from '../../domain/shared-kernel/test-result.ts';
import { CASE, day, TEST } from './case-fixtures.ts';

type Of<Type extends TestCommand['type']> = Extract<TestCommand, { type: Type }>;

export const CONTACT = contactId('01900000-0000-7000-8000-00000000000c');
const by = (at: Instant) => ({ by: 'tester', at });

export const aTest = (): Test => Test.unordered(TEST);
export const ordered = (purpose: CaseTestPurpose = 'diagnostic') => ({
  type: 'OrderTest' as const,
  caseId: CASE,
  purpose,
  sequence: 1,
  specimenId: specimenId('S-1'),
  ...by(day(2)),
});
export const orderedForContact = (): TestCommand => ({
  type: 'OrderTest',
  contactId: CONTACT,
  purpose: 'quarantine',
  sequence: 1,
  specimenId: specimenId('S-1'),
  ...by(day(2)),
});
export const collected = (more: Partial<Of<'CollectSpecimen'>> = {}): Of<'CollectSpecimen'> => ({
  type: 'CollectSpecimen',
  collectedAt: day(3),
  ...by(day(3)),
  ...more,
});
export const received = (more: Partial<Of<'ReceiveSpecimen'>> = {}): Of<'ReceiveSpecimen'> => ({
  type: 'ReceiveSpecimen',
  receivedAt: day(4),
  laboratory: laboratoryCode('LAB-1'),
  ...by(day(4)),
  ...more,
});
export const rejected = (more: Partial<Of<'RejectSpecimen'>> = {}): Of<'RejectSpecimen'> => ({
  type: 'RejectSpecimen',
  reason: 'insufficient',
  ...by(day(4)),
  ...more,
});
export const resulted = (more: Partial<Of<'RecordTestResult'>> = {}): Of<'RecordTestResult'> => ({
  type: 'RecordTestResult',
  result: 'positive',
  ...by(day(6)),
  ...more,
});
export const corrected = (result: TestResult, at = day(7)): Of<'CorrectTestResult'> => ({
  type: 'CorrectTestResult',
  result,
  reason: 'contamination',
  ...by(at),
});
export const cancelled = (at = day(5)): Of<'CancelTest'> => ({
  type: 'CancelTest',
  reason: 'orderedByMistake',
  ...by(at),
});
