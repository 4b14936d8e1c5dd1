import { v5 as uuidv5 } from 'uuid';

/** Only to tell our ids from those that others derive of the same names. */
const NAMESPACE = '3f1c7a52-0d5e-4a53-9b0e-5a1f5c1d7e34';

/** The account of that name, always the same: whatever is said of it first may be said by two at once. */
export const staffAccountIdOf = (staffId: string): string => uuidv5(staffId, NAMESPACE);
