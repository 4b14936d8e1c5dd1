import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { CycleThreshold } from '../cycle-threshold.ts';
import type { SampleTimes } from '../sample-times.ts';
import type { CorrectTestResult, RecordTestResult } from '../test.commands.ts';
import type { TestEvent } from '../test.events.ts';
import type { TestState } from '../test.state.ts';
import { fact, hasResult, subjectOf, timesWith } from './fact.ts';

/** The same result again is quiet; another one is refused: a correction says that it is one. */
export function recordResult(state: TestState, command: RecordTestResult): TestEvent[] {
  belongsHere(state, command);
  if (state.stage === 'cancelled') throw new RuleBroken('test/cancelled');
  if (state.stage === 'rejected') throw new RuleBroken('test/specimen-rejected');
  if (state.result === command.result) return [];
  if (state.result !== undefined) throw new RuleBroken('test/result-contradicts-earlier');
  needsPcr(state, command.cycleThreshold);
  const { specimenCollectedAt, testedAt, resultedAt } = command;
  const times = timesWith(state, { collectedAt: specimenCollectedAt, testedAt, resultedAt }, command);
  const told = { result: command.result, sequence: state.sequence, ...facts(times, command.cycleThreshold) };
  const { caseId, contactId } = state;
  if (caseId !== undefined) {
    const type = state.purpose === 'diagnostic' ? 'InfectionStatusEstablished' : 'ReleaseTestResulted';
    return [{ ...fact(type, command), caseId, ...told }];
  }
  if (contactId === undefined) throw new TypeError('a test of nobody');
  return [{ ...fact('QuarantineTestResulted', command), contactId, ...told }];
}

/** The same correction again is quiet. */
export function correctResult(state: TestState, command: CorrectTestResult): TestEvent[] {
  const { result, purpose, sequence, collectedAt } = state;
  if (!hasResult(state) || result === undefined) throw new RuleBroken('test/not-resulted');
  if (result === command.result) {
    if (state.stage === 'corrected') return [];
    throw new RuleBroken('test/correction-changes-nothing');
  }
  needsPcr(state, command.cycleThreshold);
  return [
    {
      ...fact('TestResultCorrected', command),
      ...subjectOf(state),
      purpose,
      sequence,
      from: result,
      to: command.result,
      reason: command.reason,
      correction: (state.earlierResults?.length ?? 0) + 1,
      ...(collectedAt && { specimenCollectedAt: collectedAt }),
      ...(command.cycleThreshold && { cycleThreshold: command.cycleThreshold.cycles }),
    },
  ];
}

function belongsHere(state: TestState, { caseId, contactId, specimenId }: RecordTestResult): void {
  if (caseId !== undefined && caseId !== state.caseId) throw new RuleBroken('test/belongs-to-another-case');
  if (contactId !== undefined && contactId !== state.contactId) {
    throw new RuleBroken('test/belongs-to-another-contact');
  }
  if (specimenId !== undefined && specimenId !== state.specimenId)
    throw new RuleBroken('test/specimen-differs');
}

function needsPcr({ testType }: TestState, threshold: CycleThreshold | undefined): void {
  if (threshold !== undefined && testType !== undefined && testType !== 'pcr') {
    throw new InvalidValue('test/cycle-threshold-without-pcr', { testType });
  }
}

function facts({ collectedAt, testedAt, resultedAt }: SampleTimes, threshold: CycleThreshold | undefined) {
  return {
    ...(collectedAt && { specimenCollectedAt: collectedAt.toString() }),
    ...(testedAt && { testedAt: testedAt.toString() }),
    ...(resultedAt && { resultedAt: resultedAt.toString() }),
    ...(threshold && { cycleThreshold: threshold.cycles }),
  };
}
