const EVERY_MILLISECONDS = 50;
/** Of what was, so much counts at the next look: a moment of rest does not mean that all is well. */
const REMEMBERED = 0.8;

/** How many milliseconds late this process does what is due, by a timer that should ring regularly. */
export function behind(): () => number {
  let late = 0;
  let due = performance.now() + EVERY_MILLISECONDS;
  setInterval(() => {
    const now = performance.now();
    late = Math.max(now - due, late * REMEMBERED, 0);
    due = now + EVERY_MILLISECONDS;
  }, EVERY_MILLISECONDS).unref();
  return () => Math.max(late, performance.now() - due);
}
