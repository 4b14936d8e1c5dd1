import type { PauseReason } from '../../domain/exchange/webhook-subscription/webhook-subscription.commands.ts';
import type { WebhookSubscriptionState } from '../../domain/exchange/webhook-subscription/webhook-subscription.state.ts';
import { isGivenUp, sentAgainAt } from '../../domain/exchange/webhook-subscription/patience.ts';
import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { cancelTasksAbout } from '../cancel-tasks-about.ts';
import { change } from '../change.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { WebhookDelivery } from '../ports/webhook-deliveries.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { recordSending } from './record-sending.ts';
import { rightsOf } from './subscriber-rights.ts';
import { nextPage, pageOf, type Told } from './webhook-page.ts';

/** So long one turn goes on with a receiver that takes everything; then the process draws breath. */
const TURN_MILLISECONDS = 5_000;
const BY = 'process:webhook-subscription';

/** `more`: there is more to send at once. `tryAgainAt`: a receiver that did not take something is asked again then. */
export type DeliveryTurn = Readonly<{ more: boolean; tryAgainAt?: string }>;

/**
 * Sends a subscriber what waits for it, page by page in order; what was laid aside and is sent again goes beside it. A page
 * is forgotten only after it was taken: whoever is stopped in between sends it again under the same id.
 */
export const deliverEvents =
  (uses: Uses) =>
  async ({ id, at }: SubjectMoment): Promise<DeliveryTurn> => {
    const { webhookSubscriptions, webhookDeliveries, clock } = uses;
    const now = async (): Promise<Instant> => later(Instant.of(at), Instant.of(await clock.now()));
    for (const begun = performance.now(); ;) {
      const { state } = (await webhookSubscriptions.load(id)).aggregate;
      if (state.stage !== 'active') return { more: false };
      const moment = await now();
      const rights = await rightsOf(uses, state);
      if ('gone' in rights) {
        await pauseBecause(uses, id, rights.gone, moment);
        return { more: false };
      }
      const to = { ...state, ...rights };
      const cursor = await webhookDeliveries.progress(id, state.after);
      const underWay = await webhookDeliveries.underWay(id);
      const due = underWay.find(({ tryAt }) => tryAt === null || !Instant.of(tryAt).isAfter(moment));
      if (due !== undefined) await attempt(uses, to, due, now);
      else if (
        underWay.some(({ stage }) => stage === 'next') ||
        !(await nextPage(uses, id, to, cursor, moment))
      )
        return waitFor(underWay);
      if (performance.now() - begun > TURN_MILLISECONDS) return { more: true };
    }
  };

const later = (one: Instant, other: Instant): Instant => (other.isAfter(one) ? other : one);

function waitFor(underWay: readonly WebhookDelivery[]): DeliveryTurn {
  const [tryAgainAt] = underWay.flatMap(({ tryAt }) => tryAt ?? []).sort();
  return { more: false, ...(tryAgainAt === undefined ? {} : { tryAgainAt }) };
}

/** Nothing is sent meanwhile, and nothing lost: whoever may be told again has it resumed. */
async function pauseBecause(
  { webhookSubscriptions }: Uses,
  id: string,
  because: PauseReason,
  at: Instant,
): Promise<void> {
  await change(webhookSubscriptions, id, {}, (one) =>
    one.execute({ type: 'PauseWebhook', because, by: BY, at }),
  );
}

async function attempt(
  uses: Uses,
  to: WebhookSubscriptionState & Told,
  delivery: WebhookDelivery,
  now: () => Promise<Instant>,
): Promise<void> {
  const { webhookDeliveries, webhookReceivers, webhookSecrets } = uses;
  const { deliveryId } = delivery;
  const page = await pageOf(uses, to, delivery);
  const secrets = await webhookSecrets.open(to.secretIds);
  if (page !== undefined) await recordSending(uses, to, delivery, page.events);
  const reply =
    page === undefined
      ? ({ taken: true } as const) // nothing of it is this subscriber’s any more
      : await webhookReceivers.post({ url: to.url, deliveryId, body: page.body, secrets });
  const at = await now();
  if (reply.taken) {
    await webhookDeliveries.taken(delivery, at.toString());
    if (delivery.stage === 'again') await settleTask(uses, delivery, at);
    return;
  }
  const first = delivery.firstTriedAt === null ? at : Instant.of(delivery.firstTriedAt);
  if (reply.again && !isGivenUp(first, at)) {
    const tryAt = sentAgainAt(delivery.attempts + 1, at).toString();
    await webhookDeliveries.notTaken(delivery, { code: reply.code, at: first.toString(), tryAt });
    return;
  }
  await tell(uses, delivery, reply.code, at); // first: whoever is stopped here tells of it once more, under the same id
  await webhookDeliveries.layAside(delivery, reply.code, at.toString());
}

const about = ({ subscriptionId }: WebhookDelivery) =>
  ({ kind: 'webhook-subscription', id: subscriptionId }) as const;

/** One task stands for all that lies aside: its own opening is an event too, which that receiver may not take either. */
async function tell(uses: Uses, delivery: WebhookDelivery, code: string, at: Instant): Promise<void> {
  const [open] = await uses.lookups.openTasksAbout(about(delivery), ['webhook-undelivered']);
  if (open !== undefined) return;
  await openTaskAbout(uses)({
    kind: 'webhook-undelivered',
    subject: about(delivery),
    district: HEADQUARTERS,
    reason: `webhook/${code}`,
    commandId: `webhook-subscription:${delivery.subscriptionId}:undelivered:${delivery.deliveryId}`,
    by: BY,
    at: at.toString(),
  });
}

async function settleTask(uses: Uses, delivery: WebhookDelivery, at: Instant): Promise<void> {
  if ((await uses.webhookDeliveries.laidAside(delivery.subscriptionId)) > 0) return;
  const asked = {
    subject: about(delivery),
    kinds: ['webhook-undelivered'],
    by: BY,
    at: at.toString(),
  } as const;
  await cancelTasksAbout(uses)(asked);
}
