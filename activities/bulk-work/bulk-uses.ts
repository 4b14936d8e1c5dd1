import type { BulkProgress } from '../ports/bulk-progress.ts';
import type { Heart } from '../ports/heart.ts';
import type { Monitoring } from '../ports/monitoring.ts';
import type { OpenQuarantines } from '../ports/open-quarantines.ts';
import type { Retention } from '../ports/retention.ts';
import type { OutgoingMessages } from '../ports/outgoing-messages.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Uses } from '../uses.ts';

/** What bulk work needs beyond the other use cases. */
export type BulkUses = Uses &
  Readonly<{
    heart: Heart;
    bulkProgress: BulkProgress;
    monitoring: Monitoring;
    retention: Retention;
    openQuarantines: OpenQuarantines;
    outgoingMessages: OutgoingMessages;
  }>;

/** The actor of what a run does by itself. */
export const BULK = 'process:bulk';

/** A step of a run; `at` is the run's time. */
export type RunMoment = Readonly<{ runId: string; at: string }>;

/** The time of a step now: one that is tried again after an outage is later than when it began. */
export async function nowOf({ clock }: Pick<BulkUses, 'clock'>, at: string): Promise<Instant> {
  const [began, wall] = [Instant.of(at), Instant.of(await clock.now())];
  return wall.isAfter(began) ? wall : began;
}

/** How far a step came: to its end, to a pause, or to a wait that it cannot shorten. */
export type Stretch = Readonly<{ paused: boolean; waitUntil?: string }>;
