export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks until it is so. Answers whether it became so in time. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  withinMilliseconds: number,
  everyMilliseconds = 100,
): Promise<boolean> {
  for (const begun = performance.now(); !(await holds());) {
    if (performance.now() - begun > withinMilliseconds) return false;
    await pause(everyMilliseconds);
  }
  return true;
}

/** The same, as long as a run is given to come to something. */
export const untilItHappens = (holds: () => Promise<boolean> | boolean): Promise<boolean> =>
  until(holds, 120_000, 250);

/** Tries again while it throws, at most so long; then throws what it threw. */
export async function insist<Result>(
  attempt: () => Promise<Result>,
  withinMilliseconds = 60_000,
): Promise<Result> {
  for (const begun = performance.now(); ;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() - begun > withinMilliseconds) throw error;
      await pause(200);
    }
  }
}
