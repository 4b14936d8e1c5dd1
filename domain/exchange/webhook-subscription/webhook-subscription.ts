import { AggregateRoot, type By, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { WebhookSubscriptionId } from '../../shared-kernel/id.ts';
import type {
  PauseWebhook,
  SubscribeWebhook,
  WebhookSubscriptionCommand,
} from './webhook-subscription.commands.ts';
import type { WebhookSubscriptionEvent } from './webhook-subscription.events.ts';
import { evolveWebhookSubscription, type WebhookSubscriptionState } from './webhook-subscription.state.ts';

/** 알림 구독: another system that is sent what happens, until it wants no more. */
export class WebhookSubscription extends AggregateRoot<
  WebhookSubscriptionState,
  WebhookSubscriptionCommand,
  WebhookSubscriptionEvent
> {
  static unasked(id: WebhookSubscriptionId): WebhookSubscription {
    return new WebhookSubscription(id);
  }

  static from(id: WebhookSubscriptionId, stored: Stored<WebhookSubscriptionState>): WebhookSubscription {
    return new WebhookSubscription(id, stored);
  }

  /** @throws RuleBroken `webhook-subscription/not-found` while nobody has asked for it */
  get state(): WebhookSubscriptionState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('webhook-subscription/not-found');
    return this.stateOrNothing;
  }

  execute(command: WebhookSubscriptionCommand): void {
    switch (command.type) {
      case 'SubscribeWebhook':
        return this.subscribe(command);
      case 'RotateSecret':
        this.unended();
        return this.raise({ ...fact('SecretRotated', command), secretId: command.secretId });
      case 'PauseWebhook':
        return this.pause(command);
      case 'ResumeWebhook':
        if (this.unended().stage !== 'active') this.raise(fact('WebhookResumed', command));
        return;
      case 'UnsubscribeWebhook':
        if (this.state.stage !== 'ended') this.raise(fact('WebhookUnsubscribed', command));
        return;
      case 'RetryDeadLetter':
        this.unended();
        return this.raise({ ...fact('DeadLetterRetried', command), deliveryId: command.deliveryId });
      default:
        return assertNever(command);
    }
  }

  protected evolve(
    state: WebhookSubscriptionState | undefined,
    event: WebhookSubscriptionEvent,
  ): WebhookSubscriptionState {
    return evolveWebhookSubscription(state, event);
  }

  private pause(command: PauseWebhook): void {
    if (this.unended().stage === 'paused') return;
    const { because } = command;
    this.raise({ ...fact('WebhookPaused', command), ...(because === undefined ? {} : { because }) });
  }

  private subscribe(command: SubscribeWebhook): void {
    if (this.stateOrNothing !== undefined) throw new RuleBroken('webhook-subscription/already-subscribed');
    const { receiver, eventTypes, jurisdictions, after, secretId } = command;
    this.raise({
      ...fact('WebhookSubscribed', command),
      url: receiver.url,
      eventTypes: eventTypes.names,
      jurisdictions,
      after,
      secretId,
    });
  }

  private unended(): WebhookSubscriptionState {
    if (this.state.stage === 'ended') throw new RuleBroken('webhook-subscription/ended');
    return this.state;
  }
}

function fact<Type extends WebhookSubscriptionEvent['type']>(type: Type, { by, at }: By) {
  return { type, v: 1, at: at.toString(), by } as const;
}
