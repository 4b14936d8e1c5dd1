import type { Uses } from '../uses.ts';
import { deliverEvents } from './deliver-events.ts';
import { webhookStanding } from './webhook-standing.ts';

/** Short steps of a subscription in our own database. */
export const webhookStoreActivities = (uses: Uses) => ({ webhookStanding: webhookStanding(uses) });

/** What reaches other systems. */
export const webhookActivities = (uses: Uses) => ({ deliverEvents: deliverEvents(uses) });
export type WebhookActivities = ReturnType<typeof webhookActivities>;
