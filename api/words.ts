/** A moment as people in Korea read it: RFC 3339 with Seoul's offset. */
export function inSeoul(moment: string | Date): string {
  const shifted = new Date(new Date(moment).getTime() + 9 * 3_600_000).toISOString();
  return shifted.replace(/(\.\d+)?Z$/, '+09:00');
}

/** Fields that hold a moment; days stay as they are. Most texts are ids and codes: one letter tells them apart. */
const isMoment = (value: string): boolean =>
  value.charCodeAt(10) === LETTER_T &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) &&
  !Number.isNaN(Date.parse(value));
const LETTER_T = 84;

/** Every moment in Seoul's time, at any depth: as text, or as the store's driver gives it. */
export function forPeople(value: unknown): unknown {
  if (typeof value === 'string') return isMoment(value) ? inSeoul(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return inSeoul(value);
  if (Array.isArray(value)) return value.map(forPeople);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, forPeople(inner)]));
}
