import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { CaseId } from '../../shared-kernel/id.ts';
import type { CaseCommand } from './case.commands.ts';
import type { CaseEvent } from './case.events.ts';
import { CLOSED_STAGES, isUnsettled, type CaseState } from './case.state.ts';
import { applyProtocol } from './decisions/apply-protocol.ts';
import * as past from './decisions/recorded-episode.ts';
import * as diagnosis from './decisions/diagnosis.ts';
import * as endings from './decisions/endings.ts';
import * as releaseCheck from './decisions/release-check.ts';
import { moveCase } from './decisions/move-case.ts';
import * as identity from './decisions/identity.ts';
import * as symptoms from './decisions/symptoms.ts';
import { evolveCase } from './evolve-case.ts';

/** 확진자: one disease episode of one person. */
export class Case extends AggregateRoot<CaseState, CaseCommand, CaseEvent> {
  static unopened(id: CaseId): Case {
    return new Case(id);
  }

  static from(id: CaseId, stored: Stored<CaseState>): Case {
    return new Case(id, stored);
  }

  /** @throws RuleBroken `case/not-found` while nobody has opened it */
  get state(): CaseState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('case/not-found');
    return this.stateOrNothing;
  }

  /** Whose finding it was may still be doubted. */
  get isUnsettled(): boolean {
    return isUnsettled(this.state.stage);
  }

  /** From a list, after the fact. */
  get isRecorded(): boolean {
    return this.state.stage === 'recorded';
  }

  /** Another district may become responsible: of what is open, and of what is only on record. */
  get mayBeHandedOver(): boolean {
    return this.isRecorded || !CLOSED_STAGES.includes(this.state.stage);
  }

  execute(command: CaseCommand): void {
    for (const event of this.decide(command)) this.raise(event);
  }

  protected evolve(state: CaseState | undefined, event: CaseEvent): CaseState {
    return evolveCase(state, event);
  }

  private decide(command: CaseCommand): CaseEvent[] {
    switch (command.type) {
      case 'ReportSuspicion':
      case 'DiagnoseInfection':
        if (this.stateOrNothing !== undefined) throw new RuleBroken('case/already-open', { caseId: this.id });
        return diagnosis.open(command);
      case 'RecordEpisode':
        if (this.stateOrNothing !== undefined) throw new RuleBroken('case/already-open', { caseId: this.id });
        return past.recordEpisode(command);
      case 'CorrectRecordedOnset':
        return past.correctOnset(this.state, command);
      case 'RecordDiagnosticResult':
        return diagnosis.recordDiagnosticResult(this.state, command);
      case 'SettleDiagnosis':
        return diagnosis.settleDiagnosis(this.state, command);
      case 'ReclassifyCase':
        return diagnosis.reclassify(this.state, command);
      case 'DoubtIdentity':
        return identity.doubt(this.state, command);
      case 'ResolveIdentity':
        return identity.resolve(this.state, command);
      case 'RecordRegistration':
        return diagnosis.recordRegistration(this.state, command);
      case 'StartHomeTreatment':
        return releaseCheck.startHomeTreatment(this.state, command);
      case 'AssignTier':
        return releaseCheck.assignTier(this.state, command);
      case 'ChooseProtocol':
        return releaseCheck.chooseProtocol(this.state, command);
      case 'PlanReleaseCheck':
        return releaseCheck.planReleaseCheck(this.state, command);
      case 'ApplyProtocol':
        return applyProtocol(this.state, command);
      case 'CheckReleaseCriteria':
        return releaseCheck.checkReleaseCriteria(this.state, command);
      case 'AskForSymptoms':
        return symptoms.askForSymptoms(this.state, command);
      case 'ReportSymptoms':
        return symptoms.reportSymptoms(this.state, command);
      case 'RecordClinicalCourse':
        return symptoms.recordClinicalCourse(this.state, command);
      case 'RecordMedicalHistory':
        return symptoms.recordMedicalHistory(this.state, command);
      case 'RecordRetestResult':
        return releaseCheck.recordRetestResult(this.state, command);
      case 'RecordClinicianDecision':
        return releaseCheck.recordClinicianDecision(this.state, command);
      case 'ReleaseFromIsolation':
        return endings.release(this.state, command);
      case 'RecordOutcome':
        return endings.recordOutcome(this.state, command);
      case 'ReportDeath':
        return endings.reportDeath(this.state, command);
      case 'TransferToHospital':
        return endings.transferToHospital(this.state, command);
      case 'ReturnFromHospital':
        return endings.returnFromHospital(this.state, command);
      case 'WithdrawDiagnosis':
        if (this.isRecorded) return past.withdraw(command);
        return endings.withdrawDiagnosis(this.state, command);
      case 'MoveCase':
        return moveCase(this.state, command);
      default:
        return assertNever(command);
    }
  }
}
