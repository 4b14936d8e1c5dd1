import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { ClinicId } from '../../shared-kernel/id.ts';
import type { ClinicCommand } from './clinic.commands.ts';
import type { ClinicEvent } from './clinic.events.ts';
import { evolveClinic, type ClinicState } from './clinic.state.ts';
import * as day from './decisions/day.ts';
import * as facility from './decisions/facility.ts';
import * as staffing from './decisions/staffing.ts';

/** 선별진료소: its hours, booths, kits and shifts, and its day. */
export class Clinic extends AggregateRoot<ClinicState, ClinicCommand, ClinicEvent> {
  static unopened(id: ClinicId): Clinic {
    return new Clinic(id);
  }

  static from(id: ClinicId, stored: Stored<ClinicState>): Clinic {
    return new Clinic(id, stored);
  }

  /** @throws RuleBroken `clinic/not-found` while nobody has established it */
  get state(): ClinicState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('clinic/not-found');
    return this.stateOrNothing;
  }

  execute(command: ClinicCommand): void {
    for (const event of this.decide(command)) this.raise(event);
  }

  protected evolve(state: ClinicState | undefined, event: ClinicEvent): ClinicState {
    return evolveClinic(state, event);
  }

  /** Once closed for good, everything but closing it again is refused. */
  private decide(command: ClinicCommand): ClinicEvent[] {
    if (command.type === 'EstablishClinic') {
      if (this.stateOrNothing !== undefined) {
        throw new RuleBroken('clinic/already-established', { clinicId: this.id });
      }
      return facility.establish(command);
    }
    if (this.state.stage === 'closed-for-good') {
      if (command.type === 'CloseClinic') return [];
      throw new RuleBroken('clinic/closed-for-good', { clinicId: this.id });
    }
    switch (command.type) {
      case 'ManageFacility':
        return facility.manageFacility(this.state, command);
      case 'RestockKits':
        return facility.restockKits(this.state, command);
      case 'UseKits':
        return facility.useKits(this.state, command);
      case 'ManageStaffing':
        return staffing.manageStaffing(this.state, command);
      case 'ReportAbsence':
        return staffing.reportAbsence(this.state, command);
      case 'CoverShift':
        return staffing.coverShift(this.state, command);
      case 'OpenForDay':
        return day.openForDay(this.state, command);
      case 'RecordThroughput':
        return day.recordThroughput(this.state, command);
      case 'CloseForDay':
        return day.closeForDay(this.state, command);
      case 'CloseClinic':
        return day.closeForGood(this.state, command);
      default:
        return assertNever(command);
    }
  }
}
