/**
 * Places where a process may be killed by a test: between two steps that must not come apart. In production nobody
 * watches them, so passing one does nothing.
 */
export const CRASH_POINTS = [
  'effect/before-call',
  'effect/after-call',
  'effect/after-result',
  'save/before-commit',
  'save/before-announcement',
  'command/before-reply',
  'relay/before-announcing',
  'relay/inside-batch',
  'relay/before-marking',
  'activity/before-completion',
  'batch/before-commit',
  'batch/after-commit',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

let watcher: (point: CrashPoint) => void = () => undefined;

/** The composition roots hand in who watches, unless this is production. */
export function watchCrashPoints(watch: (point: CrashPoint) => void): void {
  watcher = watch;
}

export const crashPoint = (point: CrashPoint): void => watcher(point);
