const FIRST_MILLISECONDS = 1_000;
const LONGEST_MILLISECONDS = 60_000;

/**
 * Aggregates whose news could not be announced, until they are tried again: after a second, then twice as long each
 * time, a minute at most. Their later news wait with them, so that nothing overtakes.
 */
export function waitingRoom() {
  const waiting = new Map<string, { until: number; pause: number }>();
  return {
    /** Those that are not to be tried yet. */
    occupants: (now: number): readonly string[] =>
      [...waiting].filter(([, { until }]) => until > now).map(([id]) => id),
    enter: (id: string, now: number): void => {
      const before = waiting.get(id)?.pause ?? FIRST_MILLISECONDS / 2;
      const pause = Math.min(before * 2, LONGEST_MILLISECONDS);
      waiting.set(id, { until: now + pause, pause });
    },
    leave: (id: string): void => {
      waiting.delete(id);
    },
  };
}

export type WaitingRoom = ReturnType<typeof waitingRoom>;
