import type { Receipt } from '../ports/repository.ts';
import type { Uses } from '../uses.ts';
import { keyOfRound, type Round } from './monitoring-round.ts';
import { requestRun } from './request-run.ts';

type By = Readonly<{ by: string; at?: string }>;
type RequestUses = Pick<Uses, 'bulkRuns' | 'lookups' | 'newId' | 'clock' | 'jurisdiction'>;

/** The round of one half hour. */
export const requestMonitoringRound =
  (uses: RequestUses) =>
  async ({ day, slot, by, at }: Round & By): Promise<Receipt> =>
    requestRun(uses)({
      kind: 'monitoring-round',
      key: keyOfRound(uses.jurisdiction, { day, slot }),
      about: { day, slot },
      by,
      at: at ?? (await uses.clock.now()),
    });

/** The sweep of one day. */
export const requestRetentionSweep =
  (uses: RequestUses) =>
  async ({ day, by, at }: Readonly<{ day: string }> & By): Promise<Receipt> =>
    requestRun(uses)({
      kind: 'retention-sweep',
      key: day,
      about: { day },
      by,
      at: at ?? (await uses.clock.now()),
    });
