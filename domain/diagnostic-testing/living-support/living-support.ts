import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { LivingSupportId } from '../../shared-kernel/id.ts';
import * as claim from './decisions/claim.ts';
import * as payment from './decisions/payment.ts';
import * as reversal from './decisions/reversal.ts';
import type { LivingSupportCommand } from './living-support.commands.ts';
import type { LivingSupportEvent } from './living-support.events.ts';
import { evolveLivingSupport, type LivingSupportState } from './living-support.state.ts';

/** 지원 (생활지원금): the claim of one isolation, paid at most once. */
export class LivingSupport extends AggregateRoot<
  LivingSupportState,
  LivingSupportCommand,
  LivingSupportEvent
> {
  static unopened(id: LivingSupportId): LivingSupport {
    return new LivingSupport(id);
  }

  static from(id: LivingSupportId, stored: Stored<LivingSupportState>): LivingSupport {
    return new LivingSupport(id, stored);
  }

  /** @throws RuleBroken `living-support/not-found` before it was applied for */
  get state(): LivingSupportState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('living-support/not-found');
    return this.stateOrNothing;
  }

  execute(command: LivingSupportCommand): void {
    for (const event of this.decide(command)) this.raise(event);
  }

  protected evolve(state: LivingSupportState | undefined, event: LivingSupportEvent): LivingSupportState {
    return evolveLivingSupport(state, event);
  }

  private decide(command: LivingSupportCommand): LivingSupportEvent[] {
    switch (command.type) {
      case 'ApplyForLivingSupport':
        if (this.stateOrNothing !== undefined) {
          throw new RuleBroken('living-support/already-applied', { livingSupportId: this.id });
        }
        return claim.apply(command);
      case 'StateLivingSupportFacts':
        return claim.stateFacts(this.state, command);
      case 'AssessLivingSupport':
        return claim.assess(this.state, command);
      case 'SetLivingSupportAmount':
        return claim.setAmount(this.state, command);
      case 'ApproveLivingSupport':
        return claim.approve(this.state, command);
      case 'RecordLivingSupportPayment':
        return payment.recordPayment(this.state, command);
      case 'RecordLivingSupportPaymentFailure':
        return payment.recordFailure(this.state, command);
      case 'RetryLivingSupportPayment':
        return payment.retryPayment(this.state, command);
      case 'ReverseLivingSupport':
        return reversal.reverse(this.state, command);
      case 'RestoreLivingSupport':
        return reversal.restore(this.state, command);
      case 'RecordLivingSupportRecovery':
        return reversal.recordRecovery(this.state, command);
      default:
        return assertNever(command);
    }
  }
}
