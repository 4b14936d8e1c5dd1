/** A moment as people in Korea read it: RFC 3339 with Seoul's offset. */
export function inSeoul(moment: string | Date): string {
  const shifted = new Date(new Date(moment).getTime() + 9 * 3_600_000).toISOString();
  return shifted.replace(/(\.\d+)?Z$/, '+09:00');
}

/** Fields that hold a moment; days stay as they are. */
const isMoment = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) &&
  !Number.isNaN(Date.parse(value));

/** Every moment in Seoul's time, at any depth. */
export function forPeople(value: unknown): unknown {
  if (isMoment(value)) return inSeoul(value);
  if (Array.isArray(value)) return value.map(forPeople);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, forPeople(inner)]));
  }
  return value;
}
