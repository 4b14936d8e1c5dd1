/** A live case may not stand longer than a minute, whatever a partner wishes. */
const LONGEST_MILLISECONDS = 45_000;

/** `Retry-After`: seconds, or a date; nothing when there is none that makes sense. `now`: epoch milliseconds. */
export function retryAfterMilliseconds(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return wait > 0 ? Math.min(wait, LONGEST_MILLISECONDS) : undefined;
}
