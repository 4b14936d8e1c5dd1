import { slotsOf } from '../../domain/protocol/evaluation/monitoring-times.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { BulkUses } from './bulk-uses.ts';
import { requestMonitoringRound, requestRetentionSweep } from './request-round.ts';

const HALF_HOUR = 1_800_000;
const SWEEP_AT = '03:00';
const TIMETABLE = 'process:timetable';

/** Every half hour, `due` also where it is later by now: the monitoring round of the half hour, where some tier asks its people then; and at night the sweep of the day. */
export const keepTimetable =
  (uses: BulkUses) =>
  async ({ at, due }: Readonly<{ at: string; due: string }>): Promise<Readonly<{ asked: boolean }>> => {
    const begun = Instant.ofEpochMilliseconds(Math.floor(Date.parse(due) / HALF_HOUR) * HALF_HOUR);
    const day = begun.dateInSeoul().toString();
    const slot = new Date(begun.epochMilliseconds + 9 * 3_600_000).toISOString().slice(11, 16); // Seoul keeps no summer time
    if (slot === SWEEP_AT) await requestRetentionSweep(uses)({ day, by: TIMETABLE, at });
    for (const disease of await uses.monitoring.diseases()) {
      const versions = await uses.protocols.versions(disease, uses.jurisdiction);
      const asks = versions.some(({ rules }) =>
        (rules.monitoring?.tiers ?? []).some((tier) => slotsOf(tier).includes(slot)),
      );
      if (!asks) continue;
      await requestMonitoringRound(uses)({ day, slot, by: TIMETABLE, at });
      return { asked: true };
    }
    return { asked: false };
  };
