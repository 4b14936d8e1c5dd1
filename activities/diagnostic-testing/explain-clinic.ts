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
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { ClinicUses } from './clinic-request.ts';

/** `alarmShare`: from which share (0 to 1) of the staffed capacity on an hour counts as full. */
export type ExplainClinicInput = Readonly<{
  clinicId: string;
  date: string;
  alarmShare: number;
  kitsPerDay: number;
}>;
export type ClinicStanding = Readonly<{
  version: number;
  gaps: readonly Gap[];
  capacity: readonly HourCapacity[];
  alarms: readonly CapacityAlarm[];
  kitsLastForDays: number;
}>;

/** What a clinic can do on a day, where it lacks testers, where it was full, and how long its kits last. */
export const explainClinic =
  ({ clinics }: Pick<ClinicUses, 'clinics'>) =>
  async (input: ExplainClinicInput): Promise<ClinicStanding> => {
    const { state, version } = (await clinics.load(input.clinicId)).aggregate;
    const date = LocalDate.of(input.date);
    return {
      version,
      gaps: coverOf(state, date),
      capacity: capacityOf(state, date),
      alarms: capacityAlarmsOf(state, date, capacityShare(input.alarmShare)),
      kitsLastForDays: kitsLastFor(state, kitsPerDay(input.kitsPerDay)),
    };
  };
