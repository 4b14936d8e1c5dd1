import type { Tier } from './monitoring.ts';

/** Where a protocol says how often and not when: from nine in the morning, over twelve hours. */
const [FIRST, SPAN, SLOT] = [9 * 60, 12 * 60, 30];

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const slotOf = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = hour * 60 + minute;
  return clock(minutes - (minutes % SLOT));
};

/** The half hours of the day, `HH:MM` in Seoul, in which a tier's people are asked. */
export function slotsOf({ times = [], checksPerDay, channel }: Tier): readonly string[] {
  if (channel === 'none' || checksPerDay === 0) return [];
  const spread = Array.from({ length: checksPerDay }, (_, index) =>
    clock(FIRST + Math.round((index * SPAN) / checksPerDay)),
  );
  return [...new Set((times.length > 0 ? times : spread).map(slotOf))].sort();
}

/**
 * Whether a tier's people are asked in a round of a half hour that is held at a time of the same day. A round that is
 * late, such as after an outage, is made up for, unless one that is due by then asks them anyway. Times: `HH:MM` in Seoul.
 */
export const asksStill = (tier: Tier, slot: string, time: string): boolean => {
  const slots = slotsOf(tier);
  return slots.includes(slot) && !slots.some((later) => later > slot && later <= time);
};
