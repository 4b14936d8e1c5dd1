import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { SuppliesId } from '../../shared-kernel/id.ts';
import * as goods from './decisions/goods.ts';
import * as money from './decisions/money.ts';
import * as need from './decisions/need.ts';
import type { SuppliesCommand } from './supplies.commands.ts';
import type { SuppliesEvent } from './supplies.events.ts';
import { CLOSED_STAGES, evolveSupplies, type SuppliesState } from './supplies.state.ts';

/**
 * 격리 물품: what a person in isolation needs at home. Never half done: it closes with everything present, with the goods
 * delivered, or cancelled with all money back.
 */
export class IsolationSupplies extends AggregateRoot<SuppliesState, SuppliesCommand, SuppliesEvent> {
  static unopened(id: SuppliesId): IsolationSupplies {
    return new IsolationSupplies(id);
  }

  static from(id: SuppliesId, stored: Stored<SuppliesState>): IsolationSupplies {
    return new IsolationSupplies(id, stored);
  }

  /** @throws RuleBroken `supplies/not-found` before they were opened */
  get state(): SuppliesState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('supplies/not-found');
    return this.stateOrNothing;
  }

  /** Money that becomes known late opens it again until it is back. */
  get isClosed(): boolean {
    return CLOSED_STAGES.includes(this.state.stage);
  }

  execute(command: SuppliesCommand): void {
    for (const event of this.decide(command)) this.raise(event);
  }

  protected evolve(state: SuppliesState | undefined, event: SuppliesEvent): SuppliesState {
    return evolveSupplies(state, event);
  }

  private decide(command: SuppliesCommand): SuppliesEvent[] {
    switch (command.type) {
      case 'OpenSupplies':
        if (this.stateOrNothing !== undefined) throw new RuleBroken('supplies/already-open');
        return need.open(command);
      case 'CheckEssentials':
        return need.check(this.state, command);
      case 'OrderEssentials':
        return need.order(this.state, command);
      case 'RecordPayment':
        return money.recordPayment(this.state, command);
      case 'RecordPaymentDecline':
        return money.recordDecline(this.state, command);
      case 'CompleteOrder':
        return goods.complete(this.state, command);
      case 'RecordShipment':
        return goods.recordShipment(this.state, command);
      case 'RecordDelivery':
        return goods.recordDelivery(this.state, command);
      case 'ReportFailure':
        return goods.reportFailure(this.state, command);
      case 'RecordRefund':
        return money.recordRefund(this.state, command);
      case 'CancelSupplies':
        return goods.cancel(this.state, command);
      case 'RelocateSupplies':
        return need.relocate(this.state, command);
      default:
        return assertNever(command);
    }
  }
}
