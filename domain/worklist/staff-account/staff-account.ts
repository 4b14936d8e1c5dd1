import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, InvalidValue, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { StaffAccountId } from '../../shared-kernel/id.ts';
import { Instant } from '../../shared-kernel/instant.ts';
import type {
  EndStaffAbsence,
  ReportStaffAbsence,
  RestoreAccess,
  RevokeAccess,
  StaffAccountCommand,
} from './staff-account.commands.ts';
import type { StaffAccountEvent } from './staff-account.events.ts';
import { evolveStaffAccount, isOver, type Absence, type StaffAccountState } from './staff-account.state.ts';

export type { StaffAccountCommand } from './staff-account.commands.ts';
export type { StaffAccountEvent } from './staff-account.events.ts';
export { awayBecause, type StaffAccountState } from './staff-account.state.ts';

/**
 * What the office itself says of somebody's account, beside what the identity provider vouches for: whether it still
 * counts, and when its holder is away. It comes to be when something is first said.
 */
export class StaffAccount extends AggregateRoot<StaffAccountState, StaffAccountCommand, StaffAccountEvent> {
  /** Of which nothing has been said yet. */
  static untold(id: StaffAccountId): StaffAccount {
    return new StaffAccount(id);
  }

  static from(id: StaffAccountId, stored: Stored<StaffAccountState>): StaffAccount {
    return new StaffAccount(id, stored);
  }

  /** @throws RuleBroken `staff-account/not-found` while nothing was said of it */
  get state(): StaffAccountState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('staff-account/not-found');
    return this.stateOrNothing;
  }

  execute(command: StaffAccountCommand): void {
    switch (command.type) {
      case 'RevokeAccess':
        return this.revoke(command);
      case 'RestoreAccess':
        return this.restore(command);
      case 'ReportStaffAbsence':
        return this.reportAbsence(command);
      case 'EndStaffAbsence':
        return this.endAbsence(command);
      default:
        return assertNever(command);
    }
  }

  protected evolve(state: StaffAccountState | undefined, event: StaffAccountEvent): StaffAccountState {
    return evolveStaffAccount(state, event);
  }

  private revoke(command: RevokeAccess): void {
    if (command.by === command.account) throw new RuleBroken('staff-account/own-access');
    if (this.isRevoked) throw new RuleBroken('staff-account/already-revoked');
    this.raise({ ...fact('AccessRevoked', command), reason: command.reason });
  }

  private restore(command: RestoreAccess): void {
    if (command.by === command.account) throw new RuleBroken('staff-account/own-access');
    if (!this.isRevoked) throw new RuleBroken('staff-account/not-revoked');
    this.raise(fact('AccessRestored', command));
  }

  /** To be away longer, the next absence begins where this one ends. */
  private reportAbsence(command: ReportStaffAbsence): void {
    const { from, until, reason, at } = command;
    if (!until.isAfter(from) || !until.isAfter(at))
      throw new InvalidValue('staff-account/absence-ends-too-early');
    const meanwhile = this.absencesFrom(at).find(
      (one) => from.isBefore(Instant.of(one.until)) && Instant.of(one.from).isBefore(until),
    );
    if (meanwhile !== undefined)
      throw new RuleBroken('staff-account/already-absent', { from: meanwhile.from, until: meanwhile.until });
    this.raise({
      ...fact('StaffAbsenceReported', command),
      from: from.toString(),
      until: until.toString(),
      reason,
    });
  }

  private endAbsence(command: EndStaffAbsence): void {
    const [next] = this.absencesFrom(command.at);
    if (next === undefined) throw new RuleBroken('staff-account/not-absent');
    this.raise({ ...fact('StaffAbsenceEnded', command), from: next.from });
  }

  private get isRevoked(): boolean {
    return this.stateOrNothing?.stage === 'revoked';
  }

  /** On now, or to come. */
  private absencesFrom(at: Instant): readonly Absence[] {
    return (this.stateOrNothing?.absences ?? []).filter((one) => !isOver(one, at));
  }
}

const fact = <Type extends StaffAccountEvent['type']>(
  type: Type,
  { at, by, account }: Pick<StaffAccountCommand, 'at' | 'by' | 'account'>,
) => ({ type, v: 1, at: at.toString(), by, staffId: account }) as const;
