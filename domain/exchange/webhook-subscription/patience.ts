import type { Instant } from '../../shared-kernel/instant.ts';

const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 3_600;
/** So long a page is tried before it is laid aside. */
export const TRIED_FOR_HOURS = 24;

/** When a page is sent again after so many vain attempts: a few seconds at first, twice as long each time, an hour at most. */
export function sentAgainAt(attempts: number, at: Instant): Instant {
  const seconds = Math.min(FIRST_PAUSE_SECONDS * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_SECONDS);
  return at.plusHours(seconds / 3_600);
}

/** Whether nobody waits any longer for a receiver that has not taken a page since it was first tried. */
export const isGivenUp = (firstTriedAt: Instant, at: Instant): boolean =>
  !at.isBefore(firstTriedAt.plusHours(TRIED_FOR_HOURS));
