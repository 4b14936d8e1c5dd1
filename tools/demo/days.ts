const HOUR = 3_600_000;
const SEOUL_AHEAD = 9 * HOUR;

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 24 * HOUR).toISOString().slice(0, 10);

/** Epoch milliseconds of an hour of a day in Seoul. */
export const atHour = (day: string, hour: number): number => Date.parse(day) + hour * HOUR - SEOUL_AHEAD;

export const dayInSeoul = (moment: number): string =>
  new Date(moment + SEOUL_AHEAD).toISOString().slice(0, 10);

export const inSeoul = (moment: number): string =>
  new Date(moment + SEOUL_AHEAD).toISOString().slice(0, 16).replace('T', ' ');

/** The next moment from now on at which that hour strikes in Seoul. */
export function nextHour(now: number, hour: number): number {
  const today = atHour(dayInSeoul(now), hour);
  return today > now ? today : atHour(addDays(dayInSeoul(now), 1), hour);
}
