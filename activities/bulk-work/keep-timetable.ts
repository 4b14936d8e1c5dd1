import { asksStill } from '../../domain/protocol/evaluation/monitoring-times.ts';
import { inForce } from '../../domain/protocol/protocol-version.ts';
import { nextContactMoment } from '../../domain/patient-management/case/release-criteria.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { nowOf, type BulkUses } from './bulk-uses.ts';
import { TIMETABLE } from './monitoring-round.ts';
import { requestMonitoringRound, requestRetentionSweep } from './request-round.ts';

const HALF_HOUR = 1_800_000;
const SWEEP_AT = '03:00';

/**
 * Every half hour, `due` also where it is later by now: at night the sweep of the day, and the monitoring round of the half
 * hour, where some tier asks its people then. One that an outage held up is made up for on its day, as long as people may be
 * asked and no later one asks them anyway.
 */
export const keepTimetable =
  (uses: BulkUses) =>
  async ({ at, due }: Readonly<{ at: string; due: string }>): Promise<Readonly<{ asked: boolean }>> => {
    const begun = Instant.ofEpochMilliseconds(Math.floor(Date.parse(due) / HALF_HOUR) * HALF_HOUR);
    const day = begun.dateInSeoul().toString();
    const slot = begun.timeInSeoul();
    const now = await nowOf(uses, at);
    const isLate = now.epochMilliseconds - begun.epochMilliseconds >= HALF_HOUR;
    if (slot === SWEEP_AT) await requestRetentionSweep(uses)({ day, by: TIMETABLE, at: now.toString() });
    if (now.dateInSeoul().toString() !== day) return { asked: false };
    for (const disease of await uses.monitoring.diseases()) {
      const versions = await uses.protocols.versions(disease, uses.jurisdiction);
      const asks = versions.some(({ rules }) =>
        (rules.monitoring?.tiers ?? []).some((tier) => asksStill(tier, slot, now.timeInSeoul())),
      );
      const contactHours = inForce(versions, uses.protocolAsOf ?? day)?.rules.contactHours;
      const mayBeAsked = contactHours !== undefined && !nextContactMoment({ contactHours }, now).isAfter(now);
      if (!asks || (isLate && !mayBeAsked)) continue;
      await requestMonitoringRound(uses)({ day, slot, by: TIMETABLE, at: now.toString() });
      return { asked: true };
    }
    return { asked: false };
  };
