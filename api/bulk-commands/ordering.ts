import type { Ordering } from '../../activities/bulk-work/command-terms.ts';
import { whyNotGiven } from '../access/given-to.ts';
import { couldDo } from '../access/vouched.ts';
import { BULK_COMMANDS } from './bulk-commands.ts';

/** The commands for many, and who may give them: whoever could when they asked, and still can. Who may be given work by them. */
export const ORDERING: Ordering = {
  commands: BULK_COMMANDS,
  whyNotGiven,
  mayDo: (then, latest, action, district) =>
    [then, latest ?? then].every((vouched) => couldDo(vouched, action, district)),
};
