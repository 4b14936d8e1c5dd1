import { NotFound } from '../../domain/shared-kernel/domain-error.ts';
import { secretId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type SubscriptionRequest = Request & Readonly<{ subscriptionId: string }>;
export type DeadLetterRequest = SubscriptionRequest & Readonly<{ deliveryId: string }>;

const command =
  (type: 'PauseWebhook' | 'ResumeWebhook') =>
  ({ webhookSubscriptions, clock }: Uses) =>
  async (input: SubscriptionRequest): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    return change(webhookSubscriptions, input.subscriptionId, input, (one) =>
      one.execute({ type, by: input.by, at }),
    );
  };

/** Nothing is sent meanwhile, and nothing lost: it goes on where it stood. */
export const pauseWebhook = command('PauseWebhook');
export const resumeWebhook = command('ResumeWebhook');

/** For good; its secrets are destroyed. */
export const unsubscribeWebhook =
  ({ webhookSubscriptions, webhookSecrets, clock }: Uses) =>
  async (input: SubscriptionRequest): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const receipt = await change(webhookSubscriptions, input.subscriptionId, input, (one) =>
      one.execute({ type: 'UnsubscribeWebhook', by: input.by, at }),
    );
    await webhookSecrets.keepOnly(input.subscriptionId, []);
    return receipt;
  };

/** The newest two are live; the one before them is destroyed, and so is one that was made for what has ended meanwhile. */
export const rotateSecret =
  ({ webhookSubscriptions, webhookSecrets, clock, newId }: Uses) =>
  async (input: SubscriptionRequest): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const secret = secretId(newId());
    const { subscriptionId: id } = input;
    try {
      return await change(
        webhookSubscriptions,
        id,
        input,
        async (one) => {
          one.execute({ type: 'RotateSecret', secretId: secret, by: input.by, at });
          await webhookSecrets.make(one.id, secret);
        },
        () => ({ secretId: secret }),
      );
    } finally {
      await webhookSecrets.keepOnly(id, (await webhookSubscriptions.load(id)).aggregate.state.secretIds);
    }
  };

/** The secret that a receipt names; nothing once it is none any more. */
export const secretOf =
  ({ webhookSubscriptions, webhookSecrets }: Uses) =>
  async ({ id, ...named }: Receipt): Promise<string | undefined> => {
    const { secretIds } = (await webhookSubscriptions.load(id)).aggregate.state;
    const live = secretIds.find((one) => one === named['secretId']);
    return live === undefined ? undefined : (await webhookSecrets.open([live]))[0];
  };

/** A page that lies aside is sent once more, beside what comes. */
export const retryDeadLetter =
  ({ webhookSubscriptions, webhookDeliveries, clock }: Uses) =>
  async (input: DeadLetterRequest): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const { subscriptionId, deliveryId } = input;
    const receipt = await change(webhookSubscriptions, subscriptionId, input, async (one) => {
      one.execute({ type: 'RetryDeadLetter', deliveryId, by: input.by, at });
      // Before its process hears of it; again is harmless.
      if (!(await webhookDeliveries.sendAgain(subscriptionId, deliveryId)))
        throw new NotFound('webhook-subscription/dead-letter-not-found', { id: deliveryId });
    });
    return receipt;
  };
