/** How long a hand-over waits for the other district, before it returns to the one that offers it. Ours: no law says. */
export const ANSWERED_WITHIN_HOURS = 24;
