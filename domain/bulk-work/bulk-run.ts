import { AggregateRoot, type By, type Stored } from '../shared-kernel/aggregate-root.ts';
import { assertNever, InvalidValue, RuleBroken } from '../shared-kernel/domain-error.ts';
import type { BulkRunId } from '../shared-kernel/id.ts';
import { LocalDate } from '../shared-kernel/local-date.ts';
import type {
  BulkRunCommand,
  FinishBulkRun,
  PauseBulkRun,
  RequestBulkRun,
  ResumeBulkRun,
} from './bulk-run.commands.ts';
import type { BulkRunEvent } from './bulk-run.events.ts';
import { evolveBulkRun, type BulkRunState } from './bulk-run.state.ts';

const KEY = /^[a-z0-9][a-z0-9/.-]{0,199}$/;

/** 일괄 작업: one piece of work over many rows, which may be paused and begins again where it stood. */
export class BulkRun extends AggregateRoot<BulkRunState, BulkRunCommand, BulkRunEvent> {
  static unrequested(id: BulkRunId): BulkRun {
    return new BulkRun(id);
  }

  static from(id: BulkRunId, stored: Stored<BulkRunState>): BulkRun {
    return new BulkRun(id, stored);
  }

  /** @throws RuleBroken `bulk-run/not-found` while nobody has asked for it */
  get state(): BulkRunState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('bulk-run/not-found');
    return this.stateOrNothing;
  }

  execute(command: BulkRunCommand): void {
    switch (command.type) {
      case 'RequestBulkRun':
        return this.request(command);
      case 'PauseBulkRun':
        return this.pause(command);
      case 'ResumeBulkRun':
        return this.resume(command);
      case 'FinishBulkRun':
        return this.finish(command);
      default:
        return assertNever(command);
    }
  }

  protected evolve(state: BulkRunState | undefined, event: BulkRunEvent): BulkRunState {
    return evolveBulkRun(state, event);
  }

  private request(command: RequestBulkRun): void {
    if (this.stateOrNothing !== undefined) throw new RuleBroken('bulk-run/already-requested');
    const { kind, key, about, by, at } = command;
    if (!KEY.test(key)) throw new InvalidValue('bulk-run/key-malformed');
    const { day } = about;
    // Its records are kept until then, and its own night's sweep would find it taken.
    if (kind === 'retention-sweep' && day !== undefined && LocalDate.of(day).isAfter(at.dateInSeoul()))
      throw new InvalidValue('bulk-run/day-not-come');
    this.raise({ type: 'BulkRunRequested', v: 1, at: at.toString(), by, kind, key, about });
  }

  /** Quiet while it is paused already. */
  private pause(command: PauseBulkRun): void {
    if (this.unfinished().stage !== 'paused') this.raise(this.fact('BulkRunPaused', command));
  }

  /** Quiet while it is running. */
  private resume(command: ResumeBulkRun): void {
    if (this.unfinished().stage !== 'running') this.raise(this.fact('BulkRunResumed', command));
  }

  /** Quiet when it has finished already. */
  private finish(command: FinishBulkRun): void {
    if (this.state.stage === 'finished') return;
    this.raise({ ...this.fact('BulkRunFinished', command), counts: command.counts });
  }

  private unfinished(): BulkRunState {
    if (this.state.stage === 'finished') throw new RuleBroken('bulk-run/already-finished');
    return this.state;
  }

  private fact<Type extends BulkRunEvent['type']>(type: Type, { at, by }: By) {
    const { kind, key } = this.state;
    return { type, v: 1, at: at.toString(), by, kind, key } as const;
  }
}
