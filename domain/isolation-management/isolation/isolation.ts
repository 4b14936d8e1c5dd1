import { AggregateRoot, type By, type DomainEvent, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { CaseId, IsolationId, PersonId } from '../../shared-kernel/id.ts';

export type IsolationEnd = 'released' | 'deceased' | 'withdrawn';

export type OrderIsolation = By &
  Readonly<{ type: 'OrderIsolation'; caseId: CaseId; personId: PersonId; district: District }>;
/** The notice reached the message provider: the order is served. */
export type RecordNotice = By & Readonly<{ type: 'RecordNotice' }>;
export type EndIsolation = By & Readonly<{ type: 'EndIsolation'; because: IsolationEnd }>;
export type RecordReleaseNotice = By & Readonly<{ type: 'RecordReleaseNotice' }>;
export type IsolationCommand = OrderIsolation | RecordNotice | EndIsolation | RecordReleaseNotice;

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; caseId: string } & Payload>;
export type IsolationOrdered = Fact<'IsolationOrdered', { personId: string; district: string }>;
/** 격리 통지 */
export type IsolationNotified = Fact<'IsolationNotified'>;
export type IsolationEnded = Fact<'IsolationEnded', { because: IsolationEnd }>;
/** 격리 해제 통지 */
export type ReleaseNotified = Fact<'ReleaseNotified'>;
export type IsolationEvent = IsolationOrdered | IsolationNotified | IsolationEnded | ReleaseNotified;

export type IsolationState = Readonly<{
  stage: 'ordered' | 'active' | 'ended';
  caseId: string;
  personId: string;
  district: string;
  orderedAt: string;
  notifiedAt?: string;
  endedAt?: string;
  endedBecause?: IsolationEnd;
  releaseNotifiedAt?: string;
}>;

/** 격리: the isolation order of one case. It owns the order's dates. */
export class Isolation extends AggregateRoot<IsolationState, IsolationCommand, IsolationEvent> {
  static unordered(id: IsolationId): Isolation {
    return new Isolation(id);
  }

  static from(id: IsolationId, stored: Stored<IsolationState>): Isolation {
    return new Isolation(id, stored);
  }

  /** @throws RuleBroken `isolation/not-found` before it was ordered */
  get state(): IsolationState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('isolation/not-found');
    return this.stateOrNothing;
  }

  /** Ending, and each notice, is done once: the same command again is quiet. */
  execute(command: IsolationCommand): void {
    switch (command.type) {
      case 'OrderIsolation':
        return this.order(command);
      case 'RecordNotice':
        if (this.state.stage === 'ended') throw new RuleBroken('isolation/already-ended');
        if (this.state.notifiedAt === undefined) this.raise(this.fact('IsolationNotified', command));
        return;
      case 'EndIsolation':
        if (this.state.stage === 'ended') return;
        return this.raise({ ...this.fact('IsolationEnded', command), because: command.because });
      case 'RecordReleaseNotice':
        if (this.state.stage !== 'ended') throw new RuleBroken('isolation/still-running');
        if (this.state.releaseNotifiedAt === undefined) this.raise(this.fact('ReleaseNotified', command));
        return;
      default:
        return assertNever(command);
    }
  }

  private order(command: OrderIsolation): void {
    if (this.stateOrNothing !== undefined) throw new RuleBroken('isolation/already-ordered');
    const { at, by, caseId, personId, district } = command;
    this.raise({
      type: 'IsolationOrdered',
      v: 1,
      at: at.toString(),
      by,
      caseId,
      personId,
      district: district.code,
    });
  }

  private fact<Type extends IsolationEvent['type']>(type: Type, { at, by }: By) {
    return { type, v: 1, at: at.toString(), by, caseId: this.state.caseId } as const;
  }

  protected evolve(state: IsolationState | undefined, event: IsolationEvent): IsolationState {
    if (event.type === 'IsolationOrdered') {
      const { caseId, personId, district, at } = event;
      return { stage: 'ordered', caseId, personId, district, orderedAt: at };
    }
    if (state === undefined) throw new TypeError(`${event.type} before IsolationOrdered`);
    switch (event.type) {
      case 'IsolationNotified':
        return { ...state, stage: 'active', notifiedAt: event.at };
      case 'IsolationEnded':
        return { ...state, stage: 'ended', endedAt: event.at, endedBecause: event.because };
      case 'ReleaseNotified':
        return { ...state, releaseNotifiedAt: event.at };
    }
  }
}
