import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { Instant } from '../../../shared-kernel/instant.ts';
import { LocalDate } from '../../../shared-kernel/local-date.ts';
import type { CloseClinic, CloseForDay, OpenForDay, RecordThroughput } from '../clinic.commands.ts';
import type { ClinicEvent } from '../clinic.events.ts';
import { servedOn, type ClinicState } from '../clinic.state.ts';
import { capacityOf } from '../cover.ts';
import { OpeningHours, type Span } from '../opening-hours.ts';
import { fact } from './fact.ts';

/** Needs hours that are not over, a tester in them, and kits. A day that is open already is quiet. */
export function openForDay(state: ClinicState, command: OpenForDay): ClinicEvent[] {
  const today = command.at.dateInSeoul();
  const date = today.toString();
  const last = state.day?.date;
  if (state.stage === 'open') {
    if (last === date) return [];
    throw new RuleBroken('clinic/still-open', { date: last ?? '' });
  }
  if (last !== undefined && date < last) throw new RuleBroken('clinic/date-too-old', { keptFrom: last });
  const hours = hoursLeft(state, command, today);
  if (!state.shifts.some((shift) => isTesterIn(hours, shift))) {
    throw new RuleBroken('clinic/no-tester', { date });
  }
  if (state.kitsInStock === 0) throw new RuleBroken('clinic/kits-exhausted', { kitsInStock: 0 });
  return [{ ...fact('ClinicOpened', command), date }];
}

/** At most what all booths can do in that hour; the same number again is quiet. */
export function recordThroughput(state: ClinicState, command: RecordThroughput): ClinicEvent[] {
  const { day, stage } = state;
  if (stage !== 'open' || day === undefined) throw new RuleBroken('clinic/not-open');
  const from = command.from.toString();
  const hour = capacityOf(state, LocalDate.of(day.date)).find((each) => each.from === from);
  if (hour === undefined) throw new RuleBroken('clinic/outside-hours', { from });
  if (command.from.isAfter(command.at)) throw new RuleBroken('clinic/hour-not-begun', { from });
  const { tested } = command;
  if (tested > hour.capacityOfAllBooths) {
    throw new RuleBroken('clinic/beyond-capacity', { from, capacity: hour.capacityOfAllBooths });
  }
  if (day.tested[from] === tested) return [];
  return [{ ...fact('ThroughputRecorded', command), date: day.date, from, tested }];
}

/** Told of a clinic that is not open, it is quiet. */
export function closeForDay(state: ClinicState, command: CloseForDay): ClinicEvent[] {
  if (state.stage !== 'open' || state.day === undefined) return [];
  return [{ ...fact('ClinicClosed', command), date: state.day.date, served: servedOn(state) }];
}

export function closeForGood(state: ClinicState, command: CloseClinic): ClinicEvent[] {
  if (state.stage === 'open') throw new RuleBroken('clinic/still-open', { date: state.day?.date ?? '' });
  return [fact('ClinicClosedForGood', command)];
}

function hoursLeft({ facility }: ClinicState, { at }: By, today: LocalDate): Span {
  const hours = facility === undefined ? undefined : OpeningHours.of(facility.openingHours).on(today);
  if (hours === undefined || !at.isBefore(hours.to)) {
    throw new RuleBroken('clinic/no-hours-today', { date: today.toString() });
  }
  return at.isAfter(hours.from) ? { from: at, to: hours.to } : hours;
}

function isTesterIn(hours: Span, { role, workedBy, from, to }: ClinicState['shifts'][number]): boolean {
  if (role !== 'tester' || workedBy === undefined) return false;
  return Instant.of(from).isBefore(hours.to) && hours.from.isBefore(Instant.of(to));
}
