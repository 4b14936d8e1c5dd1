import { noonOf, startOfDay } from './calendar.ts';

/** How days are counted from an anchor day: which number the anchor day has, the last day, and when that day ends in Seoul. */
export type DayCount = Readonly<{
  anchorDayIs: 0 | 1;
  endDay: number;
  endTime: '12:00' | '24:00';
}>;

/** The last day of the period (both as days since 1970-01-01). */
export const lastDayOf = ({ anchorDayIs, endDay }: DayCount, anchorDay: number): number =>
  anchorDay + endDay - anchorDayIs;

/** The moment (epoch milliseconds) at which the period is over. */
export function endOf(count: DayCount, anchorDay: number): number {
  const lastDay = lastDayOf(count, anchorDay);
  return count.endTime === '24:00' ? startOfDay(lastDay + 1) : noonOf(lastDay);
}
