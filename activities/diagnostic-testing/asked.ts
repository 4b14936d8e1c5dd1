import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Ask } from '../change.ts';
import type { Clock } from '../ports/clock.ts';

/** Asked by a person or a machine, now; or by a process, at its own time. */
export type Asked = Ask & Readonly<{ by: string; at?: string }>;

/** Clocks of laboratories and processes may run this far ahead of ours, as far as the store forgives it too. */
const FORGIVEN_HOURS = 5 / 60;

/** Who and when. A time that was told and lies ahead by less than is forgiven is taken for now. */
export async function whoAndWhen(
  { by, at }: Asked,
  clock: Clock,
  told: readonly (Instant | undefined)[] = [],
): Promise<By> {
  const now = Instant.of(at ?? (await clock.now()));
  const latest = now.plusHours(FORGIVEN_HOURS);
  const ahead = told.filter((time) => time !== undefined && !time.isAfter(latest));
  return { by, at: ahead.reduce<Instant>((one, time) => (time?.isAfter(one) ? time : one), now) };
}

/** The fields that are there: an absent one stays absent. */
export function present<Fields extends Readonly<Record<string, unknown>>>(fields: Fields) {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
}

/** Parses a field that may be absent. */
export function parsed<From, To>(value: From | undefined, parse: (value: From) => To): To | undefined {
  return value === undefined ? undefined : parse(value);
}
