import type { Ordering } from '../../activities/bulk-work/command-terms.ts';
import { whyNotGiven } from '../access/given-to.ts';
import { MATRIX, type Action } from '../access/matrix.ts';
import { ROLE_NAMES, type Role } from '../access/roles.ts';
import { mayIn, type Staff } from '../access/staff.ts';
import { BULK_COMMANDS } from './bulk-commands.ts';

type Vouched = Readonly<{ roles: readonly string[]; offices: readonly string[] }>;
const known = (roles: readonly string[]): readonly Role[] =>
  ROLE_NAMES.filter((role) => roles.includes(role));
const staffOf = (id: string, { roles, offices }: Vouched): Staff => ({
  id,
  roles: known(roles),
  jurisdictions: offices,
});
const isAction = (name: string): name is Action => Object.hasOwn(MATRIX, name);

/** The commands for many, and who may give them: whoever could when they asked, and still can. Who may be given work by them. */
export const ORDERING: Ordering = {
  commands: BULK_COMMANDS,
  whyNotGiven,
  mayDo: ({ staffId, ...then }, latest, action, district) =>
    isAction(action) &&
    [then, latest ?? then].every((vouched) => mayIn(staffOf(staffId, vouched), action, district)),
};
