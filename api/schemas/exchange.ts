import { z } from 'zod';
import type { PauseReason } from '../../domain/exchange/webhook-subscription/webhook-subscription.commands.ts';
import { open, pageQuery, shownMoment } from '../contract/shapes.ts';
import { several } from './several.ts';
import { PAGE_CURSOR, said } from './said.ts';

/** The place after what was read: to be sent back as it came. PostgreSQL reads a number that begins with 0 as octal. */
export const feedCursor = z.string().regex(/^(?:0|[1-9]\d{0,17})-(?:0|[1-9]\d{0,17})$/, PAGE_CURSOR);
const eventType = z
  .string()
  .regex(
    /^[A-Z][A-Za-z]{2,63}$/,
    said('이벤트 종류, 예: InfectionConfirmed', 'a type of event, such as InfectionConfirmed'),
  );
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** GET /events */
export const eventsQuery = z.strictObject({
  after: feedCursor.optional(),
  type: several(eventType, 50),
  /** A kind (`case`), or one of them (`case:<id>`). */
  aggregate: z
    .string()
    .regex(
      new RegExp(`^[a-z][a-z-]{1,40}(:${UUID})?$`),
      said('case 같은 종류, 또는 종류:ID', 'a kind such as case, or kind:id'),
    )
    .transform((text) => {
      const [kind = '', id] = text.split(':');
      return { kind, id };
    })
    .optional(),
  limit: pageQuery.limit,
  wait: z.coerce.number().int().min(0).max(20).default(0),
});

/** One fact, as it is read and as it is sent. */
export const eventShown = open({
  eventId: z.string(),
  type: z.string(),
  at: shownMoment,
  by: z.string(),
  aggregate: z.object({ kind: z.string(), id: z.uuid(), version: z.int().min(1) }),
  caseId: z.uuid().nullable(),
  data: z.record(z.string(), z.unknown()),
}).meta({ id: 'Event' });

export const eventsPage = z.object({
  items: z.array(eventShown),
  nextCursor: z.string(),
  more: z.boolean(),
});

export const subscriptionBody = z.strictObject({
  url: z.string().min(8).max(500),
  /** Which types; all of them where none is named. */
  eventTypes: z.array(eventType).max(50).default([]),
  /** Behind which cursor of `GET /events` it begins; unsaid, with what happens from now on. */
  after: feedCursor.optional(),
});

export const subscriptionShown = open({
  subscriptionId: z.uuid(),
  version: z.int().min(1),
  stage: z.enum(['active', 'paused', 'ended']),
  /**
   * Paused by itself: the account that asked for it has no access any more, or may no longer read any of it. Where it may
   * again, resume.
   */
  pausedBecause: z
    .enum(['access-revoked', 'right-gone'] as const satisfies readonly PauseReason[])
    .nullable(),
  url: z.string(),
  eventTypes: z.array(z.string()),
  jurisdictions: z.array(z.string()),
  subscribedAt: shownMoment,
  subscribedBy: z.string(),
  secrets: z.int().min(0).max(2),
  /** Everything up to here was taken, or lies aside. */
  cursor: z.string(),
  /** How many stored events lie behind the cursor, those that are not for this subscriber too; 1000 stands for more. */
  behind: z.int().min(0).max(1_000),
  /** When a page was last taken. */
  takenAt: shownMoment.nullable(),
  deadLetters: z.int().min(0),
  underWay: z
    .object({
      deliveryId: z.uuid(),
      attempts: z.int().min(0),
      firstTriedAt: shownMoment.nullable(),
      tryAt: shownMoment.nullable(),
      code: z.string().nullable(),
    })
    .nullable(),
}).meta({ id: 'WebhookSubscription' });

export const deadLetterShown = open({
  deliveryId: z.uuid(),
  /** `again`: somebody has it sent once more. */
  stage: z.enum(['dead', 'again']),
  code: z.string().nullable(),
  attempts: z.int().min(0),
  events: z.int().min(1),
  after: z.string(),
  until: z.string(),
  laidAsideAt: shownMoment.nullable(),
}).meta({ id: 'DeadLetter' });

/** What is posted to a subscriber. */
export const deliveryShown = open({
  deliveryId: z.uuid(),
  subscriptionId: z.uuid(),
  items: z.array(eventShown),
  nextCursor: z.string(),
}).meta({ id: 'WebhookDelivery' });
