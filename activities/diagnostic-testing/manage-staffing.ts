import { keepDays } from '../../domain/diagnostic-testing/clinic/counts.ts';
import { Shift, type StaffRole } from '../../domain/diagnostic-testing/clinic/shift.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { staffId } from '../../domain/shared-kernel/staff-id.ts';
import { clinicCommand, type ClinicRequest } from './clinic-request.ts';

export type ManageStaffingInput = ClinicRequest &
  Readonly<{
    date: string;
    shifts: readonly Readonly<{ staffId: string; role: StaffRole; from: string; to: string }>[];
    keepDays: number;
  }>;
export type ReportAbsenceInput = ClinicRequest & Readonly<{ staffId: string; from: string }>;
export type CoverShiftInput = ReportAbsenceInput & Readonly<{ coveredBy: string }>;

/** The shifts of one day, in place of those planned before. */
export const manageStaffing = clinicCommand<ManageStaffingInput>((input, by) => ({
  type: 'ManageStaffing',
  date: LocalDate.of(input.date),
  shifts: input.shifts.map((shift) =>
    Shift.of({
      staffId: staffId(shift.staffId),
      role: shift.role,
      from: Instant.of(shift.from),
      to: Instant.of(shift.to),
    }),
  ),
  keepDays: keepDays(input.keepDays),
  ...by,
}));

export const reportAbsence = clinicCommand<ReportAbsenceInput>((input, by) => ({
  type: 'ReportAbsence',
  staffId: staffId(input.staffId),
  from: Instant.of(input.from),
  ...by,
}));

export const coverShift = clinicCommand<CoverShiftInput>((input, by) => ({
  type: 'CoverShift',
  staffId: staffId(input.staffId),
  from: Instant.of(input.from),
  coveredBy: staffId(input.coveredBy),
  ...by,
}));
