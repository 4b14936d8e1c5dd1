import { Temporal } from 'temporal-polyfill';
import { InvalidValue } from './domain-error.ts';
import { SEOUL } from './seoul.ts';

/**
 * Calendar days of Korea as whole numbers (days since 1970-01-01) and moments as epoch milliseconds: what a rule counts
 * with when it is evaluated many thousand times a second. The calendar itself is Temporal's; answers are remembered.
 */
const REMEMBERED = 50_000;
const HOUR = 3_600_000;

function remember<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** @throws InvalidValue `local-date/malformed` for anything but an existing day as `YYYY-MM-DD` */
export const dayNumber = remember((text: string): number => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidValue('local-date/malformed');
  try {
    return EPOCH.until(Temporal.PlainDate.from(text, { overflow: 'reject' }), { largestUnit: 'day' }).days;
  } catch {
    throw new InvalidValue('local-date/malformed');
  }
});

export const dayText = remember((day: number): string => EPOCH.add({ days: day }).toString());

/** The first moment of a day in Seoul. */
export const startOfDay = remember(
  (day: number): number => EPOCH.add({ days: day }).toZonedDateTime({ timeZone: SEOUL }).epochMilliseconds,
);

/** Noon of a day in Seoul. */
export const noonOf = remember(
  (day: number): number =>
    EPOCH.add({ days: day }).toZonedDateTime({ timeZone: SEOUL, plainTime: { hour: 12 } }).epochMilliseconds,
);

/** Whole hours since 1970 begin on the same day in Seoul as they end: its offset has always been whole or half hours. */
const dayOfHalfHour = remember(
  (halfHour: number): number =>
    EPOCH.until(
      Temporal.Instant.fromEpochMilliseconds((halfHour * HOUR) / 2)
        .toZonedDateTimeISO(SEOUL)
        .toPlainDate(),
      { largestUnit: 'day' },
    ).days,
);

/** The day in Seoul on which a moment falls. */
export const dayOf = (moment: number): number => dayOfHalfHour(Math.floor((moment * 2) / HOUR));

const UTC_FORM = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{3}))?Z$/;
const startOfUtcDay = remember((text: string): number => dayNumber(text) * 24 * HOUR);

/** @throws InvalidValue `instant/malformed` unless the text is RFC 3339 with an offset */
export function momentOf(text: string): number {
  const parts = UTC_FORM.exec(text);
  try {
    if (parts === null) return Temporal.Instant.from(text).epochMilliseconds;
    const [, day = '', hour, minute, second, fraction = '0'] = parts;
    return (
      startOfUtcDay(day) +
      Number(hour) * HOUR +
      Number(minute) * 60_000 +
      Number(second) * 1_000 +
      Number(fraction)
    );
  } catch {
    throw new InvalidValue('instant/malformed');
  }
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** RFC 3339 in UTC, as an `Instant` is written: a part of a second only where there is one, without zeros at its end. */
export function momentText(moment: number): string {
  const day = Math.floor(moment / (24 * HOUR));
  const rest = moment - day * 24 * HOUR;
  const seconds = Math.floor(rest / 1_000);
  const milliseconds = rest % 1_000;
  const fraction = milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0').replace(/0+$/, '')}`;
  const time = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${dayText(day)}T${time}${fraction}Z`;
}
