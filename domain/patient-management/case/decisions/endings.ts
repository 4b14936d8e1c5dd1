import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { Instant } from '../../../shared-kernel/instant.ts';
import type {
  RecordOutcome,
  ReleaseFromIsolation,
  ReportDeath,
  ReturnFromHospital,
  TransferToHospital,
  WithdrawDiagnosis,
} from '../case.commands.ts';
import type { CaseEvent, HomeTreatmentEnd } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { fact, needs, needsOpen, needsUnsettled, notInTheFuture } from './fact.ts';

/** Only after the criteria were found met, or a clinician said so. */
export function release(state: CaseState, command: ReleaseFromIsolation): CaseEvent[] {
  if (state.stage === 'released') return [];
  needs(state, ['release-due'], 'case/release-criteria-not-met');
  return [
    ...homeTreatmentEnds(state, command, 'released'),
    { ...fact('ReleasedFromIsolation', command), because: state.releaseBasis ?? 'criteria' },
  ];
}

/** Of a case that had the disease; quiet when it is known already. A death is reported, not recorded here. */
export function recordOutcome(state: CaseState, command: RecordOutcome): CaseEvent[] {
  if (state.classification !== 'confirmed') throw new RuleBroken('case/diagnosis-unconfirmed');
  if (state.outcome?.outcome === 'deceased')
    throw new RuleBroken('case/already-closed', { stage: state.stage });
  notInTheFuture(command.dateOfOutcome, command, 'dateOfOutcome');
  const dateOfOutcome = command.dateOfOutcome.toString();
  if (
    state.confirmedAt !== undefined &&
    command.dateOfOutcome.isBefore(Instant.of(state.confirmedAt).dateInSeoul())
  ) {
    throw new InvalidValue('period/ends-before-start', { field: 'dateOfOutcome' });
  }
  if (state.outcome?.outcome === command.outcome && state.outcome.on === dateOfOutcome) return [];
  return [{ ...fact('OutcomeRecorded', command), outcome: command.outcome, dateOfOutcome }];
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

/**
 * A wrong finding is withdrawn after the release too; while it is in doubt, also of a case that was ruled out meanwhile. The
 * doubt ends with it: whatever was held goes on, and finds that there is nothing to tell any more.
 */
export function withdrawDiagnosis(state: CaseState, command: WithdrawDiagnosis): CaseEvent[] {
  const inDoubt = state.identityInDoubt !== undefined;
  if (!inDoubt || state.stage === 'deceased') needsUnsettled(state);
  return [
    ...homeTreatmentEnds(state, command, 'withdrawn'),
    { ...fact('DiagnosisWithdrawn', command), reason: command.reason },
    ...(inDoubt ? [fact('IdentityResolved', command)] : []),
  ];
}

function homeTreatmentEnds(state: CaseState, command: By, because: HomeTreatmentEnd): CaseEvent[] {
  return state.homeTreatmentSince === undefined ? [] : [{ ...fact('HomeTreatmentEnded', command), because }];
}
