import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { Week } from './opening-hours.ts';
import type { StaffRole } from './shift.ts';

/** Times are RFC 3339. */
export type PlannedShift = Readonly<{ staffId: string; role: StaffRole; from: string; to: string }>;

type Fact<Type extends string, Payload = unknown> = DomainEvent & Readonly<{ type: Type; v: 1 } & Payload>;
export type ClinicEstablished = Fact<'ClinicEstablished', { district: string; placeCode: string }>;
/** 진료소 시설 관리 */
export type FacilityManaged = Fact<
  'FacilityManaged',
  { openingHours: Week; booths: number; capacityPerBoothHour: number; kitsInStock: number }
>;
export type KitsRestocked = Fact<'KitsRestocked', { slip: string; kits: number; kitsInStock: number }>;
export type KitsUsed = Fact<'KitsUsed', { slip: string; kits: number; kitsInStock: number }>;
/** 진료소 인력 관리. Shifts before `keptFrom` are dropped. */
export type StaffingManaged = Fact<
  'StaffingManaged',
  { date: string; shifts: readonly PlannedShift[]; keptFrom: string }
>;
/** `staffId` was planned, `absentStaffId` was expected. */
export type ShiftLeftUncovered = Fact<
  'ShiftLeftUncovered',
  PlannedShift & { date: string; absentStaffId: string }
>;
export type ShiftCovered = Fact<'ShiftCovered', PlannedShift & { date: string; coveredBy: string }>;
export type ClinicOpened = Fact<'ClinicOpened', { date: string }>;
export type ThroughputRecorded = Fact<'ThroughputRecorded', { date: string; from: string; tested: number }>;
/** The end of a day: `served` people were tested on it. */
export type ClinicClosed = Fact<'ClinicClosed', { date: string; served: number }>;
export type ClinicClosedForGood = Fact<'ClinicClosedForGood'>;

export type ClinicEvent =
  | ClinicEstablished
  | FacilityManaged
  | KitsRestocked
  | KitsUsed
  | StaffingManaged
  | ShiftLeftUncovered
  | ShiftCovered
  | ClinicOpened
  | ThroughputRecorded
  | ClinicClosed
  | ClinicClosedForGood;
