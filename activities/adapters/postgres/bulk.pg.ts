import type pg from 'pg';
import { pgBulkProgress } from './bulk-progress.pg.ts';
import { pgMonitoring } from './monitoring.pg.ts';
import { pgOpenQuarantines } from './open-quarantines.pg.ts';
import { pgOutgoingMessages } from './outgoing-messages.pg.ts';
import { pgOversights } from './oversights.pg.ts';
import { pgPeopleAway } from './people-away.pg.ts';
import { pgRetention } from './retention.pg.ts';
import { pgUnsettledEffects } from './unsettled-effects.pg.ts';
import type { PersonSeals } from './sealed-person.ts';

/** Rows in bulk, beside the aggregates one by one. */
export const pgBulk = (pool: pg.Pool, seals: PersonSeals, smsSettlesWithinMilliseconds = 0) => ({
  bulkProgress: pgBulkProgress(pool),
  monitoring: pgMonitoring(pool),
  retention: pgRetention(pool),
  openQuarantines: pgOpenQuarantines(pool),
  oversights: pgOversights(pool),
  peopleAway: pgPeopleAway(pool),
  unsettledEffects: pgUnsettledEffects(pool),
  outgoingMessages: pgOutgoingMessages(pool, seals, smsSettlesWithinMilliseconds),
});
