import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type {
  ReleaseFromIsolation,
  ReportDeath,
  ReturnFromHospital,
  TransferToHospital,
  WithdrawDiagnosis,
} from '../case.commands.ts';
import type { CaseEvent, HomeTreatmentEnd } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { fact, needs, needsOpen, notInTheFuture } from './fact.ts';

/** Only after the criteria were found met, or a clinician said so. */
export function release(state: CaseState, command: ReleaseFromIsolation): CaseEvent[] {
  if (state.stage === 'released') return [];
  needs(state, ['release-due'], 'case/release-criteria-not-met');
  return [
    ...homeTreatmentEnds(state, command, 'released'),
    { ...fact('ReleasedFromIsolation', command), because: state.releaseBasis ?? 'criteria' },
  ];
}

export function reportDeath(state: CaseState, command: ReportDeath): CaseEvent[] {
  needsOpen(state);
  notInTheFuture(command.dateOfDeath, command, 'dateOfDeath');
  return [
    ...homeTreatmentEnds(state, command, 'death'),
    { ...fact('DeathReported', command), dateOfDeath: command.dateOfDeath.toString() },
  ];
}

export function transferToHospital(state: CaseState, command: TransferToHospital): CaseEvent[] {
  needsOpen(state);
  if (state.classification !== 'confirmed') throw new RuleBroken('case/diagnosis-unconfirmed');
  if (state.stage === 'in-hospital') throw new RuleBroken('case/already-in-hospital');
  return [...homeTreatmentEnds(state, command, 'hospital'), fact('TransferredToHospital', command)];
}

export function returnFromHospital(state: CaseState, command: ReturnFromHospital): CaseEvent[] {
  needs(state, ['in-hospital'], 'case/not-in-hospital');
  return [fact('ReturnedFromHospital', command)];
}

export function withdrawDiagnosis(state: CaseState, command: WithdrawDiagnosis): CaseEvent[] {
  needsOpen(state);
  return [
    ...homeTreatmentEnds(state, command, 'withdrawn'),
    { ...fact('DiagnosisWithdrawn', command), reason: command.reason },
  ];
}

function homeTreatmentEnds(state: CaseState, command: By, because: HomeTreatmentEnd): CaseEvent[] {
  return state.homeTreatmentSince === undefined ? [] : [{ ...fact('HomeTreatmentEnded', command), because }];
}
