const MOST = 100;
const PER_MILLISECONDS = 60_000;

/**
 * How many refusals of people who cannot be told apart are put on record, of each minute: the chain is written before an
 * answer, and whoever has no token must not be able to fill it. What is more is in the log alone.
 */
export function roomForStrangers(most = MOST, per = PER_MILLISECONDS, now = () => performance.now()) {
  let since = now();
  let count = 0;
  return {
    enter(): boolean {
      if (now() - since >= per) [since, count] = [now(), 0];
      count += 1;
      return count <= most;
    },
  };
}
