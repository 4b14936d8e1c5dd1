import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { CorrectRecordedOnset, RecordEpisode, WithdrawDiagnosis } from '../case.commands.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { fact, notInTheFuture } from './fact.ts';
import { symptomsOccurred } from './symptoms.ts';

/** A death may be found to be one of the disease only after it; a release comes after the confirmation. */
export function recordEpisode(command: RecordEpisode): CaseEvent[] {
  const {
    personId,
    disease,
    district,
    dateOfSymptomOnset: onset,
    confirmedOn,
    ended,
    previousCaseId,
  } = command;
  notInTheFuture(onset, command, 'dateOfSymptomOnset');
  notInTheFuture(confirmedOn, command, 'confirmedOn');
  notInTheFuture(ended?.on, command, 'ended.on');
  if (ended?.as === 'released' && ended.on?.isBefore(confirmedOn) === true) {
    throw new InvalidValue('period/ends-before-start', { field: 'ended.on' });
  }
  return [
    {
      ...fact('EpisodeRecorded', command),
      personId,
      disease,
      district: district.code,
      ...(onset === undefined ? {} : { dateOfSymptomOnset: onset.toString() }),
      confirmedOn: confirmedOn.toString(),
      ...(ended === undefined ? {} : { ended: endOf(ended) }),
      ...(previousCaseId === undefined ? {} : { previousCaseId }),
    },
  ];
}

const endOf = ({ as, on }: NonNullable<RecordEpisode['ended']>) => ({
  as,
  ...(on === undefined ? {} : { on: on.toString() }),
});

/** Quiet when it is that day already. */
export function correctOnset(state: CaseState, command: CorrectRecordedOnset): CaseEvent[] {
  if (state.stage !== 'recorded') throw new RuleBroken('case/not-recorded', { stage: state.stage });
  const { dateOfSymptomOnset: onset } = command;
  notInTheFuture(onset, command, 'dateOfSymptomOnset');
  if (state.onset.entered === onset.toString()) return [];
  return [symptomsOccurred(command, onset, 'entered')];
}

/** Nobody was isolated, written to or registered because of it: only what hangs on it in the network looks again. */
export const withdraw = (command: WithdrawDiagnosis): CaseEvent[] => [
  { ...fact('RecordedEpisodeWithdrawn', command), reason: command.reason },
];
