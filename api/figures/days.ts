const DAY = 86_400_000;

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

export const plusDays = (day: string, days: number): string => dayOf(numberOf(day) + days);
/** How many days there are, the first and the last among them; none where the last is before the first. */
export const daysFrom = (first: string, last: string): number =>
  Math.max(0, numberOf(last) - numberOf(first) + 1);
/** Every day, also those of which there is nothing to tell. */
export const everyDay = (first: string, last: string): readonly string[] =>
  Array.from({ length: daysFrom(first, last) }, (_, index) => plusDays(first, index));

/** Monday is 1, Sunday 7; 1970 began on a Thursday. */
const weekday = (day: string): number => ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
export const mondayOf = (day: string): string => plusDays(day, 1 - weekday(day));
export const sundayOf = (day: string): string => plusDays(day, 7 - weekday(day));

/** The week of ISO 8601, `2020-W53`: it is of the year in which its Thursday lies. */
export function isoWeek(day: string): string {
  const thursday = plusDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor((numberOf(thursday) - numberOf(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
