import { AggregateRoot, type By, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, InvalidValue, RuleBroken } from '../../shared-kernel/domain-error.ts';
import { isKnownDistrict } from '../../shared-kernel/districts/districts.ts';
import type { HandOverId } from '../../shared-kernel/id.ts';
import { Instant } from '../../shared-kernel/instant.ts';
import type { HandOverCommand, OfferHandOver } from './hand-over.commands.ts';
import type { HandOverEvent } from './hand-over.events.ts';
import { evolveHandOver, type HandOverState } from './hand-over.state.ts';
import { ANSWERED_WITHIN_HOURS } from './patience.ts';

/**
 * 관할 이관: one district hands a case over to another. Until it is accepted the one that offers it is responsible and alone
 * writes; what nobody answers in time returns.
 */
export class HandOver extends AggregateRoot<HandOverState, HandOverCommand, HandOverEvent> {
  static unoffered(id: HandOverId): HandOver {
    return new HandOver(id);
  }

  static from(id: HandOverId, stored: Stored<HandOverState>): HandOver {
    return new HandOver(id, stored);
  }

  /** @throws RuleBroken `hand-over/not-found` before it was offered */
  get state(): HandOverState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('hand-over/not-found');
    return this.stateOrNothing;
  }

  execute(command: HandOverCommand): void {
    switch (command.type) {
      case 'OfferHandOver':
        return this.offer(command);
      case 'AcceptHandOver':
        this.needsAnswerInTime(command);
        if (command.caseIsClosed) throw new RuleBroken('hand-over/of-a-closed-case');
        return this.raise(this.fact('HandOverAccepted', command));
      case 'RejectHandOver':
        this.needsAnswerInTime(command);
        return this.raise({ ...this.fact('HandOverRejected', command), reason: command.reason });
      case 'WithdrawHandOver':
        this.needsOffered();
        return this.raise({ ...this.fact('HandOverWithdrawn', command), because: command.because });
      case 'ExpireHandOver':
        return this.expire(command);
      case 'CompleteHandOver':
        return this.complete(command);
      default:
        return assertNever(command);
    }
  }

  protected evolve(state: HandOverState | undefined, event: HandOverEvent): HandOverState {
    return evolveHandOver(state, event);
  }

  private offer(command: OfferHandOver): void {
    if (this.stateOrNothing !== undefined) throw new RuleBroken('hand-over/already-open');
    const { caseId, from, to, reason, note, caseIsClosed, at, by } = command;
    if (caseIsClosed) throw new RuleBroken('hand-over/of-a-closed-case');
    if (to.equals(from)) throw new InvalidValue('hand-over/to-the-same-district');
    if (!isKnownDistrict(to.code, at.dateInSeoul())) throw new InvalidValue('hand-over/district-not-in-use');
    this.raise({
      type: 'HandOverOffered',
      v: 1,
      at: at.toString(),
      by,
      caseId,
      from: from.code,
      to: to.code,
      reason,
      ...(note === undefined ? {} : { note }),
      answerBy: at.plusHours(ANSWERED_WITHIN_HOURS).toString(),
    });
  }

  /** Quiet when somebody has answered meanwhile. */
  private expire(command: By): void {
    const { stage, answerBy } = this.state;
    if (stage !== 'offered') return;
    if (command.at.isBefore(Instant.of(answerBy)))
      throw new RuleBroken('hand-over/not-overdue', { answerBy });
    this.raise({ ...this.fact('HandOverExpired', command), answerBy });
  }

  /** Quiet when it is. */
  private complete(command: By): void {
    const { stage } = this.state;
    if (stage === 'completed') return;
    if (stage !== 'accepted') throw new RuleBroken('hand-over/not-accepted', { stage });
    this.raise(this.fact('HandOverCompleted', command));
  }

  private needsOffered(): void {
    const { stage } = this.state;
    if (stage !== 'offered') throw new RuleBroken('hand-over/already-answered', { stage });
  }

  /** Its deadline alone decides, whether or not the process has come round to it. */
  private needsAnswerInTime({ at }: By): void {
    this.needsOffered();
    const { answerBy } = this.state;
    if (!at.isBefore(Instant.of(answerBy))) throw new RuleBroken('hand-over/answer-overdue', { answerBy });
  }

  private fact<Type extends HandOverEvent['type']>(type: Type, { at, by }: By) {
    const { caseId, from, to } = this.state;
    return { type, v: 1, at: at.toString(), by, caseId, from, to } as const;
  }
}
