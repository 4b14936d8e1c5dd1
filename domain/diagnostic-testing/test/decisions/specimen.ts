import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type {
  CancelTest,
  CollectSpecimen,
  OrderTest,
  ReceiveSpecimen,
  RejectSpecimen,
} from '../test.commands.ts';
import type { TestEvent } from '../test.events.ts';
import type { TestState } from '../test.state.ts';
import { fact, needsNoResult, subjectOf, timesWith } from './fact.ts';

export function order(command: OrderTest): TestEvent[] {
  const { sequence, specimenId, specimenType, testType, laboratory } = command;
  const whose =
    command.purpose === 'quarantine'
      ? { contactId: command.contactId, purpose: command.purpose }
      : { caseId: command.caseId, purpose: command.purpose };
  return [
    {
      ...fact('TestOrdered', command),
      ...whose,
      sequence,
      specimenId,
      ...(specimenType && { specimenType }),
      ...(testType && { testType }),
      ...(laboratory && { laboratory }),
    },
  ];
}

/** The clinic's word may come after the laboratory's: then the time is added to a specimen already received. */
export function collect(state: TestState, command: CollectSpecimen): TestEvent[] {
  needsNoResult(state);
  const { collectedAt, specimenType } = command;
  const specimenId = specimenCollected(state, command);
  if (state.collectedAt !== undefined) {
    if (state.collectedAt === collectedAt.toString()) return [];
    throw new RuleBroken('test/specimen-already-collected');
  }
  timesWith(state, { collectedAt }, command);
  return [
    {
      ...fact('SpecimenCollected', command),
      ...subjectOf(state),
      specimenId,
      ...(specimenType && { specimenType }),
      collectedAt: collectedAt.toString(),
    },
  ];
}

function specimenCollected(state: TestState, { specimenId }: CollectSpecimen): string {
  if (state.stage !== 'rejected') {
    if (specimenId !== undefined && specimenId !== state.specimenId)
      throw new RuleBroken('test/specimen-differs');
    return state.specimenId;
  }
  if (specimenId === undefined || state.rejectedSpecimenIds?.includes(specimenId)) {
    throw new RuleBroken('test/specimen-not-new');
  }
  return specimenId;
}

/** The laboratory's word may come before the clinic's. */
export function receive(state: TestState, command: ReceiveSpecimen): TestEvent[] {
  needsNoResult(state);
  const { receivedAt, laboratory } = command;
  if (state.stage === 'rejected') throw new RuleBroken('test/specimen-rejected');
  if (state.receivedAt !== undefined) {
    if (state.receivedAt === receivedAt.toString()) return [];
    throw new RuleBroken('test/specimen-already-received');
  }
  timesWith(state, { receivedAt }, command);
  return [
    {
      ...fact('SpecimenReceived', command),
      ...subjectOf(state),
      specimenId: state.specimenId,
      receivedAt: receivedAt.toString(),
      ...(laboratory && { laboratory }),
    },
  ];
}

export function reject(state: TestState, command: RejectSpecimen): TestEvent[] {
  needsNoResult(state);
  if (state.stage === 'rejected') return [];
  return [
    {
      ...fact('SpecimenRejected', command),
      ...subjectOf(state),
      specimenId: state.specimenId,
      reason: command.reason,
      rejection: (state.rejectedSpecimenIds?.length ?? 0) + 1,
    },
  ];
}

export function cancel(state: TestState, command: CancelTest): TestEvent[] {
  if (state.stage === 'cancelled') return [];
  needsNoResult(state);
  return [{ ...fact('TestCancelled', command), ...subjectOf(state), reason: command.reason }];
}
