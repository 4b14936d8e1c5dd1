import type { TestPurpose, TestResult } from '../../shared-kernel/test-result.ts';
import type { SpecimenType } from './specimen-type.ts';
import type { TestCancellation } from './test.commands.ts';
import type { TestEvent, TestOrdered, TestResultCorrected, TestResulted } from './test.events.ts';
import type { TestType } from './test-type.ts';

export type TestStage =
  'ordered' | 'collected' | 'received' | 'rejected' | 'resulted' | 'corrected' | 'cancelled';

/** A result that a correction replaced, oldest first. */
export type EarlierResult = Readonly<{ result: TestResult; at: string; cycleThreshold?: number }>;

/** `caseId` is missing for a quarantine test only, which has a `contactId`. Times are those of the present specimen. */
export type TestState = Readonly<{
  stage: TestStage;
  caseId?: string;
  contactId?: string;
  purpose: TestPurpose;
  sequence: number;
  specimenId: string;
  specimenType?: SpecimenType;
  testType?: TestType;
  laboratory?: string;
  orderedAt: string;
  collectedAt?: string;
  receivedAt?: string;
  testedAt?: string;
  resultedAt?: string;
  result?: TestResult;
  cycleThreshold?: number;
  rejectedSpecimenIds?: readonly string[];
  earlierResults?: readonly EarlierResult[];
  correctedAt?: string;
  cancelledBecause?: TestCancellation;
}>;

/** The fold of a test's events. */
export function evolveTest(state: TestState | undefined, event: TestEvent): TestState {
  if (event.type === 'TestOrdered') return ordered(event);
  if (state === undefined) throw new TypeError(`${event.type} before TestOrdered`);
  switch (event.type) {
    case 'SpecimenCollected': {
      const { specimenId, specimenType, collectedAt } = event;
      const stage = state.stage === 'received' ? 'received' : 'collected';
      return { ...state, stage, specimenId, collectedAt, ...(specimenType && { specimenType }) };
    }
    case 'SpecimenReceived': {
      const { receivedAt, laboratory } = event;
      return { ...state, stage: 'received', receivedAt, ...(laboratory && { laboratory }) };
    }
    case 'SpecimenRejected': {
      const { collectedAt: _collected, receivedAt: _received, ...rest } = state;
      const rejectedSpecimenIds = [...(state.rejectedSpecimenIds ?? []), event.specimenId];
      return { ...rest, stage: 'rejected', rejectedSpecimenIds };
    }
    case 'InfectionStatusEstablished':
    case 'ReleaseTestResulted':
    case 'QuarantineTestResulted':
      return resulted(state, event);
    case 'TestResultCorrected':
      return corrected(state, event);
    case 'TestCancelled':
      return { ...state, stage: 'cancelled', cancelledBecause: event.reason };
  }
}

function ordered(event: TestOrdered): TestState {
  const { type: _type, v: _v, by: _by, at, ...order } = event;
  return { stage: 'ordered', ...order, orderedAt: at };
}

function resulted(state: TestState, event: TestResulted): TestState {
  const { result, specimenCollectedAt, testedAt, cycleThreshold, at, resultedAt = at } = event;
  return {
    ...state,
    stage: 'resulted',
    result,
    resultedAt,
    ...(specimenCollectedAt && { collectedAt: specimenCollectedAt }),
    ...(testedAt && { testedAt }),
    ...(cycleThreshold !== undefined && { cycleThreshold }),
  };
}

function corrected(state: TestState, event: TestResultCorrected): TestState {
  const { cycleThreshold: earlierThreshold, ...rest } = state;
  const earlier: EarlierResult = {
    result: event.from,
    at: state.correctedAt ?? state.resultedAt ?? state.orderedAt,
    ...(earlierThreshold !== undefined && { cycleThreshold: earlierThreshold }),
  };
  return {
    ...rest,
    stage: 'corrected',
    result: event.to,
    correctedAt: event.at,
    earlierResults: [...(state.earlierResults ?? []), earlier],
    ...(event.cycleThreshold !== undefined && { cycleThreshold: event.cycleThreshold }),
  };
}
