import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { StaffId } from '../../shared-kernel/staff-id.ts';
import type { Booths, HourlyCapacity, KeepDays, KitsInStock, KitsMoved, Tested } from './counts.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { PlaceCode } from './place-code.ts';
import type { Shift } from './shift.ts';
import type { SlipNumber } from './slip-number.ts';

export type EstablishClinic = By &
  Readonly<{ type: 'EstablishClinic'; district: District; placeCode: PlaceCode }>;
/** 진료소 시설 관리. `kits` is what a count of the stock found. */
export type ManageFacility = By &
  Readonly<{
    type: 'ManageFacility';
    openingHours: OpeningHours;
    booths: Booths;
    capacityPerBoothHour: HourlyCapacity;
    kits: KitsInStock;
  }>;
export type RestockKits = By & Readonly<{ type: 'RestockKits'; slip: SlipNumber; kits: KitsMoved }>;
export type UseKits = By & Readonly<{ type: 'UseKits'; slip: SlipNumber; kits: KitsMoved }>;
/** 진료소 인력 관리: all shifts that begin on `date`, in place of those planned before. */
export type ManageStaffing = By &
  Readonly<{ type: 'ManageStaffing'; date: LocalDate; shifts: readonly Shift[]; keepDays: KeepDays }>;
/** Somebody does not come, whether it was their own shift or one that they were covering. */
export type ReportAbsence = By & Readonly<{ type: 'ReportAbsence'; staffId: StaffId; from: Instant }>;
/** `staffId` and `from` name the shift as it was planned. */
export type CoverShift = By &
  Readonly<{ type: 'CoverShift'; staffId: StaffId; from: Instant; coveredBy: StaffId }>;
export type OpenForDay = By & Readonly<{ type: 'OpenForDay' }>;
/** How many people were tested in the hour that began at `from`; told again, it corrects. */
export type RecordThroughput = By & Readonly<{ type: 'RecordThroughput'; from: Instant; tested: Tested }>;
export type CloseForDay = By & Readonly<{ type: 'CloseForDay' }>;
/** For good. */
export type CloseClinic = By & Readonly<{ type: 'CloseClinic' }>;

/** 선별 진료소 운영 */
export type ClinicCommand =
  | EstablishClinic
  | ManageFacility
  | RestockKits
  | UseKits
  | ManageStaffing
  | ReportAbsence
  | CoverShift
  | OpenForDay
  | RecordThroughput
  | CloseForDay
  | CloseClinic;
