import { capacityShare, kitsPerDay } from '../../domain/diagnostic-testing/clinic/counts.ts';
import {
  capacityAlarmsOf,
  capacityOf,
  coverOf,
  kitsLastFor,
  type CapacityAlarm,
  type Gap,
  type HourCapacity,
} from '../../domain/diagnostic-testing/clinic/cover.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { ClinicUses } from './clinic-request.ts';

/**
 * `date`: today, unless said otherwise. `alarmShare`: from which share (0 to 1) of the staffed capacity on an hour counts
 * as full. `kitsPerDay`: as many as all booths can use on that day, unless said otherwise.
 */
export type ExplainClinicInput = Readonly<{
  clinicId: string;
  date?: string | undefined;
  alarmShare?: number | undefined;
  kitsPerDay?: number | undefined;
}>;
export type ClinicStanding = Readonly<{
  version: number;
  date: string;
  gaps: readonly Gap[];
  capacity: readonly HourCapacity[];
  alarms: readonly CapacityAlarm[];
  kitsLastForDays: number;
}>;

/** What a clinic can do on a day, where it lacks testers, where it was full, and how long its kits last. */
export const explainClinic =
  ({ clinics, clock }: ClinicUses) =>
  async (input: ExplainClinicInput): Promise<ClinicStanding> => {
    const { state, version } = (await clinics.load(input.clinicId)).aggregate;
    const date =
      input.date === undefined ? Instant.of(await clock.now()).dateInSeoul() : LocalDate.of(input.date);
    const capacity = capacityOf(state, date);
    const ofAllBooths = capacity.reduce((sum, hour) => sum + hour.capacityOfAllBooths, 0);
    return {
      version,
      date: date.toString(),
      gaps: coverOf(state, date),
      capacity,
      alarms: capacityAlarmsOf(state, date, capacityShare(input.alarmShare ?? 0.9)),
      kitsLastForDays: kitsLastFor(state, kitsPerDay(input.kitsPerDay ?? Math.max(1, ofAllBooths))),
    };
  };
