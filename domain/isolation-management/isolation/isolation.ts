import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { IsolationId } from '../../shared-kernel/id.ts';
import * as dates from './decisions/dates.ts';
import * as order from './decisions/order.ts';
import * as terms from './decisions/terms.ts';
import * as watch from './decisions/watch.ts';
import type { IsolationCommand } from './isolation.commands.ts';
import type { IsolationEvent } from './isolation.events.ts';
import { evolveIsolation, presentState, type EarlierState, type IsolationState } from './isolation.state.ts';

export type { IsolationCommand, IsolationEnd } from './isolation.commands.ts';
export type { IsolationEvent } from './isolation.events.ts';
export type { IsolationState } from './isolation.state.ts';

/** 격리: one order of isolation (격리, of a case) or of quarantine (자가격리, of a person exposed). It owns all its dates. */
export class Isolation extends AggregateRoot<IsolationState, IsolationCommand, IsolationEvent> {
  static unordered(id: IsolationId): Isolation {
    return new Isolation(id);
  }

  static from(id: IsolationId, stored: Stored<IsolationState | EarlierState>): Isolation {
    return new Isolation(id, { state: presentState(stored.state), version: stored.version });
  }

  /** @throws RuleBroken `isolation/not-found` before it was ordered */
  get state(): IsolationState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('isolation/not-found');
    return this.stateOrNothing;
  }

  execute(command: IsolationCommand): void {
    for (const event of this.decide(command)) this.raise(event);
  }

  protected evolve(state: IsolationState | undefined, event: IsolationEvent): IsolationState {
    return evolveIsolation(state, event);
  }

  private decide(command: IsolationCommand): IsolationEvent[] {
    switch (command.type) {
      case 'OrderIsolation':
        if (this.stateOrNothing !== undefined) throw new RuleBroken('isolation/already-ordered');
        return order.order(command);
      case 'RecordNotice':
        return order.recordNotice(this.state, command);
      case 'StartIsolation':
        return order.start(this.state, command);
      case 'RescheduleIsolation':
        return dates.reschedule(this.state, command);
      case 'RecordExposure':
        return dates.recordExposure(this.state, command);
      case 'RecordCheck':
        return watch.recordCheck(this.state, command);
      case 'ReportViolation':
        return watch.reportViolation(this.state, command);
      case 'EstablishViolation':
        return watch.establishViolation(this.state, command);
      case 'WithdrawViolation':
        return watch.withdrawViolation(this.state, command);
      case 'AssignOfficer':
        return terms.assignOfficer(this.state, command);
      case 'ImposeWorkBan':
      case 'LiftWorkBan':
        return terms.changeWorkBan(this.state, command);
      case 'EndIsolation':
        return order.end(this.state, command);
      case 'RecordReleaseNotice':
        return order.recordReleaseNotice(this.state, command);
      case 'RelocateIsolation':
        return terms.relocate(this.state, command);
      default:
        return assertNever(command);
    }
  }
}
