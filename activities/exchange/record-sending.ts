import type { WebhookSubscriptionState } from '../../domain/exchange/webhook-subscription/webhook-subscription.state.ts';
import { jurisdictionsOf } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { AccessEntry } from '../ports/access-records.ts';
import type { FeedEvent } from '../ports/change-feed.ts';
import type { WebhookDelivery } from '../ports/webhook-deliveries.ts';
import type { Uses } from '../uses.ts';
import type { Told } from './webhook-page.ts';

/** Under which an auditor finds what left by itself. */
const SENT = 'SEND /webhook-subscriptions/:id';

/**
 * Before a page leaves: a record for each case and each contact that it tells of, and for each thing that belongs to none. Under the
 * subscription’s own name: its account has asked for nothing now. Each attempt, as nobody knows what became of the last one.
 * @throws AccessNotRecorded
 */
export async function recordSending(
  { accessRecords }: Pick<Uses, 'accessRecords'>,
  { reach }: WebhookSubscriptionState & Told,
  { deliveryId, subscriptionId }: WebhookDelivery,
  events: readonly FeedEvent[],
): Promise<void> {
  const told = new Map<string, Pick<AccessEntry, 'subjectKind' | 'subjectId' | 'caseId'>>();
  for (const { caseId, aggregate } of events) {
    const own = { subjectKind: aggregate.kind, subjectId: aggregate.id };
    if (caseId === null) told.set(aggregate.id, own);
    // Another person than the one whose case it is.
    else if (aggregate.kind === 'contact') told.set(aggregate.id, { ...own, caseId });
    else told.set(caseId, { subjectKind: 'case', subjectId: caseId, caseId });
  }
  await accessRecords.record(
    [...told.values()].map((subject) => ({
      requestId: deliveryId,
      staffId: `webhook-subscription:${subscriptionId}`,
      roles: ['system'],
      offices: jurisdictionsOf(reach),
      sourceAddress: '0.0.0.0',
      endpoint: SENT,
      action: 'events:read',
      reason: 'system',
      ...subject,
    })),
  );
}
