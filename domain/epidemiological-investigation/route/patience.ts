/** How long an investigation takes at most before people are told. Ours: no law states a number. */
export const INVESTIGATED_WITHIN_HOURS = 24;
/** How long an interview waits for its answer, and when the person is reminded. Ours, too. */
export const ANSWERED_WITHIN_HOURS = 12;
export const REMINDED_AFTER_HOURS = 4;
/** How many days are asked about while the protocol's window is not known. Ours: the longest incubation that is reckoned with. */
export const LOOK_BACK_DAYS = 14;
