import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { ContactId } from '../../shared-kernel/id.ts';
import type { ContactCommand } from './contact.commands.ts';
import type { ContactEvent } from './contact.events.ts';
import { evolveContact, type ContactState } from './contact.state.ts';
import * as conversion from './decisions/conversion.ts';
import * as exposures from './decisions/exposures.ts';
import * as followUp from './decisions/follow-up.ts';
import { verify } from './decisions/grading.ts';
import { recordInfection } from './decisions/recorded-infection.ts';

/**
 * One edge of the 감염자 네트워크 (infection network): one exposed person and one source case. The network itself is no
 * aggregate: what spans edges, such as one infector per infected case, is judged by services in network.ts.
 */
export class Contact extends AggregateRoot<ContactState, ContactCommand, ContactEvent> {
  static unnamed(id: ContactId): Contact {
    return new Contact(id);
  }

  static from(id: ContactId, stored: Stored<ContactState>): Contact {
    return new Contact(id, stored);
  }

  /** @throws RuleBroken `contact/not-found` before it was named */
  get state(): ContactState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('contact/not-found');
    return this.stateOrNothing;
  }

  execute(command: ContactCommand): void {
    for (const event of this.decide(command)) this.raise(event);
  }

  protected evolve(state: ContactState | undefined, event: ContactEvent): ContactState {
    return evolveContact(state, event);
  }

  private decide(command: ContactCommand): ContactEvent[] {
    switch (command.type) {
      case 'NameContact':
        if (this.stateOrNothing !== undefined) {
          throw new RuleBroken('contact/already-named', { contactId: this.id });
        }
        return exposures.name(command);
      case 'RecordInfection':
        return recordInfection(this.stateOrNothing, command);
      case 'RecordExposure':
        return exposures.recordExposure(this.state, command);
      case 'VerifyContact':
        return verify(this.state, command);
      case 'PlanFollowUp':
        return followUp.planFollowUp(this.state, command);
      case 'LeavePlanOpen':
        return followUp.leavePlanOpen(this.state, command);
      case 'ReportContactSymptoms':
        return followUp.reportSymptoms(this.state, command);
      case 'RecordContactVaccinations':
        return followUp.recordVaccinations(this.state, command);
      case 'BeginFollowUp':
        return followUp.beginFollowUp(this.state, command);
      case 'EndFollowUp':
        return followUp.endFollowUp(this.state, command);
      case 'ConvertToCase':
        return conversion.convert(this.state, command);
      case 'RevertConversion':
        return conversion.revertConversion(this.state, command);
      case 'EstablishTransmission':
        return conversion.establishTransmission(this.state, command);
      case 'WithdrawTransmission':
        return conversion.withdrawTransmission(this.state, command);
      case 'DropContact':
        return exposures.drop(this.state, command);
      default:
        return assertNever(command);
    }
  }
}
