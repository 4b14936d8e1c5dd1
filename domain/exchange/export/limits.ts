/** A request that nobody has decided by then is over. */
export const DECIDED_WITHIN_HOURS = 72;
/** From the approval on. */
export const TAKEN_WITHIN_HOURS = 24;
/** A file that broke off may be taken again; what was begun counts. */
export const MOST_TIMES = 3;
