import { Instant } from '../../shared-kernel/instant.ts';
import { LocalDate } from '../../shared-kernel/local-date.ts';
import type { IsolationState } from './isolation.state.ts';

/**
 * 격리일수: calendar days in Seoul from the first day to that of the last moment in isolation, both counted; 0 while it
 * runs, or when it ended before it began. An isolation until 24:00 of a day ends with that day, however late a process
 * recorded it; one that was kept for a result, with the day on which that was decided.
 */
export function isolatedDaysOf({
  startsOn,
  endsAt,
  endedAt,
  overSince,
  keptForResultSince,
}: Pick<IsolationState, 'startsOn' | 'endsAt' | 'endedAt' | 'overSince' | 'keptForResultSince'>): number {
  if (endedAt === undefined) return 0;
  const due = keptForResultSince === undefined ? [endsAt, overSince] : [];
  const over = [endedAt, ...due]
    .flatMap((moment) => (moment === undefined ? [] : [Instant.of(moment)]))
    .reduce((first, moment) => (moment.isBefore(first) ? moment : first));
  const last = Instant.ofEpochMilliseconds(over.epochMilliseconds - 1).dateInSeoul();
  let days = 0;
  for (let day = LocalDate.of(startsOn); !day.isAfter(last); day = day.plusDays(1)) days += 1;
  return days;
}
