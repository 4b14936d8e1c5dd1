/** How long a look-up waits before it asks the provider itself, and between two times. Ours: no law says. */
export const ASKED_AFTER_HOURS = 12;
/** The hour in Seoul of the last day at which raw records are destroyed: it leaves six hours for a provider that is down. */
export const DESTROYED_AT_HOUR = 18;
