import type { ClinicCommand } from '../../domain/diagnostic-testing/clinic/clinic.commands.ts';
import { Clinic } from '../../domain/diagnostic-testing/clinic/clinic.ts';
import {
  booths,
  hourlyCapacity,
  keepDays,
  kitsInStock,
  kitsMoved,
  tested,
} from '../../domain/diagnostic-testing/clinic/counts.ts';
import { OpeningHours, type Week } from '../../domain/diagnostic-testing/clinic/opening-hours.ts';
import { placeCode } from '../../domain/diagnostic-testing/clinic/place-code.ts';
import { Shift, type StaffRole } from '../../domain/diagnostic-testing/clinic/shift.ts';
import { slipNumber } from '../../domain/diagnostic-testing/clinic/slip-number.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { clinicId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { staffId } from '../../domain/shared-kernel/staff-id.ts';

export const CLINIC = clinicId('01900000-0000-7000-8000-0000000000c1');
/** A Monday. */
export const MONDAY = LocalDate.of('2026-03-02');
/** That hour in Seoul, so many days after the Monday. */
export const atHour = (hour: number, days = 0): Instant =>
  Instant.onDayInSeoul(MONDAY.plusDays(days), 0).plusHours(hour);
const by = (at: Instant) => ({ by: 'clinic', at });

export const aClinic = (): Clinic => Clinic.unopened(CLINIC);
export const established = (at = atHour(6)): ClinicCommand => ({
  type: 'EstablishClinic',
  district: District.of('11110'),
  placeCode: placeCode('SC-11110-01'),
  ...by(at),
});
const WORKDAYS: Week = { monday: { from: '09:00', to: '12:30' }, tuesday: { from: '09:00', to: '12:30' } };
export const facility = (
  more: Readonly<{ week?: Week; booths?: number; perHour?: number; kits?: number; at?: Instant }> = {},
): ClinicCommand => ({
  type: 'ManageFacility',
  openingHours: OpeningHours.of(more.week ?? WORKDAYS),
  booths: booths(more.booths ?? 2),
  capacityPerBoothHour: hourlyCapacity(more.perHour ?? 10),
  kits: kitsInStock(more.kits ?? 100),
  ...by(more.at ?? atHour(6)),
});
export const restocked = (kits: number, slip = 'IN-1', at = atHour(7)): ClinicCommand => ({
  type: 'RestockKits',
  slip: slipNumber(slip),
  kits: kitsMoved(kits),
  ...by(at),
});
export const used = (kits: number, slip = 'OUT-1', at = atHour(10)): ClinicCommand => ({
  type: 'UseKits',
  slip: slipNumber(slip),
  kits: kitsMoved(kits),
  ...by(at),
});
/** From one hour to another of the Monday, or so many days later. */
export const shift = (who: string, from: number, to: number, role: StaffRole = 'tester', days = 0): Shift =>
  Shift.of({ staffId: staffId(who), role, from: atHour(from, days), to: atHour(to, days) });
export const staffed = (shifts: readonly Shift[], days = 0, keep = 14, at = atHour(6)): ClinicCommand => ({
  type: 'ManageStaffing',
  date: MONDAY.plusDays(days),
  shifts,
  keepDays: keepDays(keep),
  ...by(at),
});
export const absent = (who: string, from = atHour(9), at = atHour(8)): ClinicCommand => ({
  type: 'ReportAbsence',
  staffId: staffId(who),
  from,
  ...by(at),
});
export const covered = (who: string, coveredBy: string, from = atHour(9), at = atHour(8)): ClinicCommand => ({
  type: 'CoverShift',
  staffId: staffId(who),
  from,
  coveredBy: staffId(coveredBy),
  ...by(at),
});
export const opened = (at = atHour(8.5)): ClinicCommand => ({ type: 'OpenForDay', ...by(at) });
export const throughput = (count: number, from = atHour(9), at = atHour(13)): ClinicCommand => ({
  type: 'RecordThroughput',
  from,
  tested: tested(count),
  ...by(at),
});
export const closed = (at = atHour(13)): ClinicCommand => ({ type: 'CloseForDay', ...by(at) });
export const closedForGood = (at = atHour(14)): ClinicCommand => ({ type: 'CloseClinic', ...by(at) });

/** Two booths, one tester for the whole day and one until eleven. */
export const READY = [
  established(),
  facility(),
  staffed([shift('kim', 9, 12.5), shift('lee', 9, 11), shift('park', 9, 12.5, 'registrar')]),
] as const;
