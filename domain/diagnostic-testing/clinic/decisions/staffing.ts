import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { Instant } from '../../../shared-kernel/instant.ts';
import type { CoverShift, ManageStaffing, ReportAbsence } from '../clinic.commands.ts';
import type { ClinicEvent, PlannedShift } from '../clinic.events.ts';
import { isSame, type ClinicState, type RosteredShift } from '../clinic.state.ts';
import type { Shift } from '../shift.ts';
import { fact } from './fact.ts';

/** The same plan again is quiet. Nobody may be in two shifts at a time, the covered ones included. */
export function manageStaffing(state: ClinicState, command: ManageStaffing): ClinicEvent[] {
  const keptFrom = command.at.dateInSeoul().plusDays(0 - command.keepDays);
  if (command.date.isBefore(keptFrom)) {
    throw new RuleBroken('clinic/date-too-old', { keptFrom: keptFrom.toString() });
  }
  const date = command.date.toString();
  const plan = command.shifts.map(plannedShift);
  if (command.shifts.some(({ from }) => !from.dateInSeoul().equals(command.date))) {
    throw new RuleBroken('clinic/shift-on-another-day', { date });
  }
  const before = state.shifts.filter((shift) => shift.date === date);
  const kept = before.filter((shift) => plan.some((each) => isSame(each, shift)));
  const added = plan.filter((shift) => !before.some((each) => isSame(each, shift)));
  const others = [...state.shifts.filter((shift) => shift.date !== date), ...kept];
  added.forEach((shift, index) => {
    refuseOverlap(shift.staffId, shift, [...others, ...added.slice(0, index)]);
  });
  if (added.length === 0 && plan.length === before.length && kept.length === before.length) return [];
  const facts = { date, shifts: plan, keptFrom: keptFrom.toString() };
  return [{ ...fact('StaffingManaged', command), ...facts }];
}

/** Told again, or told of somebody whose shift is covered already, it is quiet. */
export function reportAbsence(state: ClinicState, command: ReportAbsence): ClinicEvent[] {
  const { staffId } = command;
  const from = command.from.toString();
  const shift = state.shifts.find((each) => each.from === from && isOf(staffId, each));
  if (shift === undefined) throw new RuleBroken('clinic/shift-unknown', { staffId, from });
  if (shift.workedBy !== staffId) return [];
  return [{ ...fact('ShiftLeftUncovered', command), ...planOf(shift), absentStaffId: staffId }];
}

/** By anybody who is in no other shift at that time; whoever was planned may come after all. */
export function coverShift(state: ClinicState, command: CoverShift): ClinicEvent[] {
  const { staffId, coveredBy } = command;
  const from = command.from.toString();
  const shift = state.shifts.find((each) => each.from === from && each.staffId === staffId);
  if (shift === undefined) throw new RuleBroken('clinic/shift-unknown', { staffId, from });
  if (shift.workedBy === coveredBy) return [];
  if (shift.workedBy !== undefined) throw new RuleBroken('clinic/shift-not-uncovered', { staffId, from });
  const others = state.shifts.filter((each) => each !== shift);
  refuseOverlap(coveredBy, shift, others);
  return [{ ...fact('ShiftCovered', command), ...planOf(shift), coveredBy }];
}

function plannedShift({ staffId, role, from, to }: Shift): PlannedShift {
  return { staffId, role, from: from.toString(), to: to.toString() };
}

function planOf({ staffId, role, from, to, date }: RosteredShift) {
  return { staffId, role, from, to, date };
}

const isOf = (staffId: string, { staffId: planned, workedBy }: Partial<RosteredShift>): boolean =>
  planned === staffId || workedBy === staffId;

function refuseOverlap(
  staffId: string,
  shift: PlannedShift,
  others: readonly (PlannedShift | RosteredShift)[],
): void {
  const [from, to] = [Instant.of(shift.from), Instant.of(shift.to)];
  const other = others.find(
    (each) => isOf(staffId, each) && from.isBefore(Instant.of(each.to)) && Instant.of(each.from).isBefore(to),
  );
  if (other === undefined) return;
  throw new RuleBroken('clinic/shift-overlaps', { staffId, from: shift.from, with: other.from });
}
