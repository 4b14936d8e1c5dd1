/**
 * The time a process gives its commands: workflow time, never behind the message or the deadline that woke it. (A
 * process that starts in a simulation's future begins at wall time; its first message tells it better.)
 */
export function processClock() {
  let floor = 0;
  return {
    now: (): string => new Date(Math.max(floor, Date.now())).toISOString(),
    notBefore: (moment: number): void => {
      floor = Math.max(floor, moment);
    },
  };
}
