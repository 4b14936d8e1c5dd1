import { MATRIX, type Action } from './matrix.ts';
import { ROLE_NAMES } from './roles.ts';
import { mayIn, type Staff } from './staff.ts';

/** As a token vouched for an account when it was used; of its roles some may be known no more. */
export type Vouched = Readonly<{ roles: readonly string[]; offices: readonly string[] }>;

const staffOf = ({ roles, offices }: Vouched): Staff => ({
  id: 'vouched', // no right hangs on it
  roles: ROLE_NAMES.filter((role) => roles.includes(role)),
  jurisdictions: offices,
});

const isAction = (name: string): name is Action => Object.hasOwn(MATRIX, name);

/** Whether that token let its account do this there. */
export const couldDo = (vouched: Vouched, action: string, district: string): boolean =>
  isAction(action) && mayIn(staffOf(vouched), action, district);
