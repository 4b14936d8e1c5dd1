/** How long a look-up waits before it asks the provider itself, and between two times. Ours: no law says. */
export const ASKED_AFTER_HOURS = 12;
/** The hour in Seoul of the last day at which raw records are destroyed: it leaves six hours for a provider that is down. */
export const DESTROYED_AT_HOUR = 18;
/**
 * How long a look-up waits for somebody who approves it, before it lapses. Ours: no law says. Keepers of an entry log destroy it
 * after four weeks, so what is approved much later finds nothing.
 */
export const APPROVED_WITHIN_DAYS = 14;
