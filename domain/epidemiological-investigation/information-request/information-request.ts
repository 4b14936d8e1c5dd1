import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { InformationRequestId } from '../../shared-kernel/id.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import * as approval from './decisions/approval.ts';
import * as records from './decisions/records.ts';
import type { InformationRequestCommand } from './information-request.commands.ts';
import type { InformationRequestEvent } from './information-request.events.ts';
import { evolveInformationRequest, type InformationRequestState } from './information-request.state.ts';

/**
 * 전자출입명부 조회 or 카드 승인 내역 조회: one formal look-up about one case, from its legal basis to the destruction of
 * the raw records, which are never in here. Nothing prolongs their retention. The case's own records, or the entry log of a
 * venue where it was: who else was there, of whom staff name the contacts.
 */
export class InformationRequest extends AggregateRoot<
  InformationRequestState,
  InformationRequestCommand,
  InformationRequestEvent
> {
  static unrequested(id: InformationRequestId): InformationRequest {
    return new InformationRequest(id);
  }

  static from(id: InformationRequestId, stored: Stored<InformationRequestState>): InformationRequest {
    return new InformationRequest(id, stored);
  }

  /** @throws RuleBroken `information-request/not-found` before it was made */
  get state(): InformationRequestState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('information-request/not-found');
    return this.stateOrNothing;
  }

  /** @throws RuleBroken `information-request/retention-not-over` before the last day of its raw records */
  needsLastDay(at: Instant): void {
    records.needsLastDay(this.state, at);
  }

  execute(command: InformationRequestCommand): void {
    for (const event of this.decide(command)) this.raise(event);
  }

  protected evolve(
    state: InformationRequestState | undefined,
    event: InformationRequestEvent,
  ): InformationRequestState {
    return evolveInformationRequest(state, event);
  }

  private decide(command: InformationRequestCommand): InformationRequestEvent[] {
    switch (command.type) {
      case 'RequestInformation':
        if (this.stateOrNothing !== undefined) {
          throw new RuleBroken('information-request/already-requested', { informationRequestId: this.id });
        }
        return approval.request(command);
      case 'ApproveRequest':
        return approval.approve(this.state, command);
      case 'RejectRequest':
        return approval.reject(this.state, command);
      case 'RecordSubmission':
        return approval.recordSubmission(this.state, command);
      case 'RecordResult':
        return records.recordResult(this.state, command);
      case 'RecordNoFinding':
        return records.recordNoFinding(this.state, command);
      case 'ConsultRecords':
        return records.consult(this.state, command);
      case 'RecordVisitsDrawn':
        return records.drawn(this.state, command);
      case 'NotifyPerson':
        return records.notify(this.state, command);
      case 'RecordDestruction':
        return records.destroy(this.state, command);
      case 'RelocateLookUp':
        return approval.relocate(this.state, command);
      default:
        return assertNever(command);
    }
  }
}
