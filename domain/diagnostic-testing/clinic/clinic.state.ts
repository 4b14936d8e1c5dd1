import { Instant } from '../../shared-kernel/instant.ts';
import type { ClinicEvent, PlannedShift, StaffingManaged } from './clinic.events.ts';
import type { Week } from './opening-hours.ts';

/** `workedBy` is missing while nobody covers the shift; since when is not known of those from before it was kept. */
export type RosteredShift = PlannedShift &
  Readonly<{ date: string; workedBy?: string; uncoveredSince?: string }>;

/** What a clinic is after its events. Times are RFC 3339, days `YYYY-MM-DD`. */
export type ClinicState = Readonly<{
  stage: 'closed' | 'open' | 'closed-for-good';
  district: string;
  placeCode: string;
  establishedAt: string;
  facility?: Readonly<{ openingHours: Week; booths: number; capacityPerBoothHour: number }>;
  kitsInStock: number;
  /** The latest day on which kits came or went; per slip how many, below zero for those used. */
  slips?: Readonly<{ date: string; moved: Readonly<Record<string, number>> }>;
  shifts: readonly RosteredShift[];
  /** The latest day of opening; per hour, by its beginning, how many people were tested. */
  day?: Readonly<{ date: string; tested: Readonly<Record<string, number>> }>;
  closedForGoodAt?: string;
}>;

/** Folds one fact into the state. */
export function evolveClinic(state: ClinicState | undefined, event: ClinicEvent): ClinicState {
  if (event.type === 'ClinicEstablished') {
    const { district, placeCode, at } = event;
    return { stage: 'closed', district, placeCode, establishedAt: at, kitsInStock: 0, shifts: [] };
  }
  if (state === undefined) throw new TypeError(`${event.type} before ClinicEstablished`);
  switch (event.type) {
    case 'FacilityManaged': {
      const { openingHours, booths, capacityPerBoothHour, kitsInStock } = event;
      return { ...state, facility: { openingHours, booths, capacityPerBoothHour }, kitsInStock };
    }
    case 'KitsRestocked':
      return moved(state, event, event.kits);
    case 'KitsUsed':
      return moved(state, event, -event.kits);
    case 'StaffingManaged':
      return { ...state, shifts: planned(state.shifts, event) };
    case 'ShiftLeftUncovered':
      return withWorker(state, event);
    case 'ShiftCovered':
      return withWorker(state, event, event.coveredBy);
    case 'ClinicOpened': {
      const { date } = event;
      return { ...state, stage: 'open', day: state.day?.date === date ? state.day : { date, tested: {} } };
    }
    case 'ThroughputRecorded': {
      const tested = { ...state.day?.tested, [event.from]: event.tested };
      return { ...state, day: { date: event.date, tested } };
    }
    case 'ClinicClosed':
      return { ...state, stage: 'closed' };
    case 'ClinicClosedForGood':
      return { ...state, stage: 'closed-for-good', closedForGoodAt: event.at };
  }
}

/** People tested on the latest day of opening. */
export function servedOn({ day }: ClinicState): number {
  return Object.values(day?.tested ?? {}).reduce((sum, tested) => sum + tested, 0);
}

function moved(
  state: ClinicState,
  { at, slip, kitsInStock }: Readonly<{ at: string; slip: string; kitsInStock: number }>,
  kits: number,
): ClinicState {
  const date = Instant.of(at).dateInSeoul().toString();
  const earlier = state.slips?.date === date ? state.slips.moved : {};
  return { ...state, kitsInStock, slips: { date, moved: { ...earlier, [slip]: kits } } };
}

/** Who covers a shift, or that nobody does, is kept where the new plan holds the same shift. */
function planned(
  shifts: readonly RosteredShift[],
  { date, shifts: plan, keptFrom }: StaffingManaged,
): readonly RosteredShift[] {
  const standing = plan.map(
    (shift) =>
      shifts.find((earlier) => isSame(earlier, shift)) ?? { ...shift, date, workedBy: shift.staffId },
  );
  const others = shifts.filter((shift) => shift.date !== date && shift.date >= keptFrom);
  return [...others, ...standing].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

export function isSame(one: PlannedShift, other: PlannedShift): boolean {
  return sortKey(one) === sortKey(other) && one.to === other.to && one.role === other.role;
}

const sortKey = ({ from, staffId }: PlannedShift): string => `${from} ${staffId}`;

function withWorker(
  state: ClinicState,
  { staffId, from, at }: Readonly<{ staffId: string; from: string; at: string }>,
  workedBy?: string,
): ClinicState {
  const shifts = state.shifts.map((shift): RosteredShift => {
    if (shift.staffId !== staffId || shift.from !== from) return shift;
    const { workedBy: _before, uncoveredSince: _since, ...one } = shift;
    return workedBy === undefined ? { ...one, uncoveredSince: at } : { ...one, workedBy };
  });
  return { ...state, shifts };
}
