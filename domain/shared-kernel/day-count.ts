import { Instant } from './instant.ts';
import type { LocalDate } from './local-date.ts';

/** The event from whose day a period is counted. */
export type Anchor = 'onset' | 'confirmed';

/**
 * A period in calendar days: which day is the anchor, whether that day is day 0 or day 1, the last day of the period,
 * and whether it ends at noon or at the end of that day, in Seoul.
 */
export type DayCount = Readonly<{
  anchor: Anchor;
  anchorDayIs: 0 | 1;
  endDay: number;
  endTime: '12:00' | '24:00';
}>;

/** The moment at which the period is over. */
export function endOf(count: DayCount, anchorDay: LocalDate): Instant {
  const lastDay = anchorDay.plusDays(count.endDay - count.anchorDayIs);
  return Instant.onDayInSeoul(lastDay, count.endTime === '24:00' ? 24 : 12);
}
